import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { evidence, evidenceFor } from '../../packages/catalog/src/evidence.ts';
import { ports } from '../../packages/catalog/src/index.ts';
import type { Cell, Snapshot } from '../../scraper/src/model/snapshot.ts';
import { readText } from '../support/catalog-data.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const snapshots = globSync('snapshots/*/*.json', { cwd: root })
  .sort()
  .map((path) => JSON.parse(readText(path)) as Snapshot);

/** All rows of all snapshots, by where they stand. */
const published = new Map(
  snapshots.flatMap(({ document, tables }) =>
    tables.flatMap(({ rows, columns }, table) =>
      rows.map((cells, row) => [`${document.id} ${table + 1} ${row + 1}`, { document, columns, cells }] as const),
    ),
  ),
);

/** The English of a page in Korean alone is that of its variant. */
const english = new Map(
  snapshots.flatMap(({ document, english: variant }) =>
    (variant?.tables ?? []).flatMap(({ rows, columns }, table) =>
      rows.map((cells, row) => [`${document.id} ${table + 1} ${row + 1}`, { columns, cells }] as const),
    ),
  ),
);

function linesOf(cell: Readonly<Cell>, language: 'text' | 'en'): string | null {
  const lines = cell.flatMap((line) => line[language] ?? []);
  return lines.length === 0 ? null : lines.join('\n');
}

describe('the evidence of every rule', () => {
  it('is there once, in the order of the rules', () => {
    expect(evidence.map(({ rule }) => rule)).toEqual(ports.map(({ id }) => id));
  });

  it('is the row of the committed snapshot, cell by cell', () => {
    for (const { rule, document, table, row, cells } of evidence) {
      const place = `${document.id} ${table.index} ${row}` as const;
      const [at, beside] = [published.get(place), english.get(place)];
      cells.forEach(({ lines }, column) => {
        const own = at?.cells[column] ?? [];
        expect(linesOf(lines, 'text')?.replaceAll('\n', ' ') ?? null, rule).toBe(
          linesOf(own, 'text')?.replaceAll('\n', ' ') ?? null,
        );
        const texts = [own, beside?.cells[column] ?? []].map((cell) => linesOf(cell, 'en'));
        expect([...texts, null], rule).toContain(linesOf(lines, 'en'));
        if (linesOf(lines, 'en') === null) expect(texts[0], rule).toBeNull();
      });
    }
  });

  it('names the page, its commit and its hash as the snapshot does', () => {
    for (const { rule, document } of evidence) {
      const source = snapshots.find((snapshot) => snapshot.document.id === document.id)?.document;
      const { repository, commit, path, sha256 } = source ?? {};
      expect(document, rule).toMatchObject({ repository, commit, path, sha256 });
      expect(commit, rule).toMatch(/^[0-9a-f]{40}$/);
    }
  });

  it('puts each cell under the header of the page', () => {
    for (const { rule, document, table, row, cells } of evidence) {
      const place = `${document.id} ${table.index} ${row}` as const;
      const headers = published.get(place)?.columns ?? [];
      const beside = english.get(place)?.columns ?? [];
      expect(cells).toHaveLength(headers.length);
      headers.forEach((header, at) => {
        const column = cells[at]?.column;
        if (column?.by.ko === 'document') expect(column.ko, rule).toBe(linesOf(header, 'text'));
        // A header in English on a Korean page is the page's own text.
        if (column?.by.en === 'document')
          expect(
            [header, header, beside[at] ?? []].map((cell, way) => linesOf(cell, way === 1 ? 'text' : 'en')),
            rule,
          ).toContain(column.en);
        expect([column?.by.en, column?.by.ko], rule).toContain('document');
      });
    }
  });

  it('stands where the rule says that it comes from', () => {
    for (const { origin, table, id } of ports) {
      const found = evidenceFor(id);
      expect([found?.document.id, found?.table.index, found?.row]).toEqual([origin.document, origin.table, origin.row]);
      expect(found?.table.id).toBe(table);
    }
  });

  it('no row that says anything is without its rule, and of each product none has two', () => {
    // A row may have ports of several transports, or of several roles; then its rules differ in these.
    const used = evidence.map(({ rule, document, table, row }) => {
      const { product, role, ports: set, transports } = ports.find(({ id }) => id === rule) ?? {};
      return {
        row: `${document.id} ${table.index} ${row}`,
        is: [product, row, table.id, role, set?.text, transports].join(),
      };
    });
    expect(new Set(used.map(({ is }) => is)).size).toBe(used.length);
    // Rows that add others up, and those that give the count of the row above, state nothing alone.
    const states = (cells: readonly Cell[]) => {
      const first = cells[0]?.map(({ text, en }) => en ?? text).join(' ') ?? '';
      return cells.some((cell) => cell.length > 0) && !/^Totals$|^\w+PortCount$/.test(first);
    };
    const rows = [...published].filter(([, { cells }]) => states(cells)).map(([at]) => at);
    expect([...new Set(used.map(({ row }) => row))].sort()).toEqual(rows.sort());
  });

  it('cannot be changed', () => {
    const [first] = evidence;
    expect([evidence, first, first?.cells, first?.cells[0], first?.cells[0]?.lines[0]].every(Object.isFrozen)).toBe(
      true,
    );
  });
});

it('there is no evidence for what is no rule', () => {
  expect(evidenceFor('nothing' as (typeof ports)[number]['id'])).toBeUndefined();
});

it('a mistranslated cell is shown as published, in both languages of the page', () => {
  const exemption = evidenceFor('lync-server-2013/ipsec-exemptions/mediation-server-inbound');
  const source = exemption?.cells.find(({ column }) => column.en === 'Source IP');
  expect(source?.lines).toEqual([{ text: '이상', en: 'Any' }]);
});
