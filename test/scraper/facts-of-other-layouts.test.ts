import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalog, PortRule } from '../../scraper/src/model/catalog.ts';
import { catalogIn, run } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { sharedDocs, withoutDocs } from '../support/shared-docs.ts';

/** What the English of a row says, read off it without any grammar of the project. */
interface Tokens {
  ports: number[];
  transports: string[];
  acronyms: string[];
  anySource: boolean | null;
  anyDestination: boolean | null;
}

const ROLES = /^(?:Access|Web Conferencing|A\/V)\//;
const REMARK = /^Not supported/i;

/** The English of the cells of a row, by the header of their column. */
function englishCells(rule: PortRule, { evidence, tables }: Catalog): [header: string, lines: string[]][] {
  const columns = tables.find(({ id }) => id === rule.table)?.columns ?? [];
  const cells = evidence.find((each) => each.rule === rule.id)?.cells ?? [];
  return cells.map((cell, at) => [columns[at]?.en ?? '', cell.map((line) => line.en ?? line.text ?? '')]);
}

function tokensOf(rule: PortRule, catalog: Catalog): Tokens {
  const cells = englishCells(rule, catalog);
  const under = (pattern: RegExp) => cells.find(([header]) => pattern.test(header))?.[1];
  // "Any:" and "Any of the following:" above a list are those of the list.
  const isAny = (lines: string[] | undefined) =>
    lines === undefined ? null : /^any(?:$|\W+\(can be defined as|\W*$(?<!:))/i.test(lines[0] ?? '');
  const facts = cells.filter(([header]) => /port|protocol|tcp/i.test(header) && !/notes|comments/i.test(header));
  const text = facts
    .flatMap(([, lines]) => lines.filter((line) => !REMARK.test(line)))
    .map((line) => line.replace(ROLES, ''))
    .join(' ');
  const words = text.match(/[A-Z]{2,}S?/g) ?? [];
  const isTransport = (word: string) => word === 'TCP' || word === 'UDP';
  return {
    ports: (text.match(/\d[\d,]*/g) ?? []).map((number) => Number(number.replaceAll(',', ''))),
    transports: [...new Set(words.filter(isTransport).map((word) => word.toLowerCase()))].toSorted(),
    acronyms: [...new Set(words.filter((word) => !isTransport(word)).map((word) => word.toLowerCase()))].toSorted(),
    anySource: isAny(under(/^source/i)),
    anyDestination: isAny(under(/^destination (?:ip|\()/i)),
  };
}

function statedBy(rule: PortRule): Tokens {
  const ranges = rule.ports?.ranges ?? [];
  return {
    ports: ranges.flatMap(({ from, to }) => (from === to ? [from] : [from, to])),
    transports: rule.transportsImplied ? [] : rule.transports,
    acronyms: rule.protocols,
    anySource: rule.source?.any ?? null,
    anyDestination: rule.destination?.any ?? null,
  };
}

describe.skipIf(sharedDocs === null)(`the documents of other layouts, scraped without --lenient${withoutDocs}`, () => {
  let scraped: { result: ReturnType<typeof run>; catalog: Catalog } | undefined;
  const more = () => {
    if (scraped === undefined) {
      const cwd = temporaryFolder();
      const result = run(['scrape', join(sharedDocs ?? '', 'more'), '--out', 'out'], { cwd });
      scraped = { result, catalog: catalogIn(join(cwd, 'out')) };
    }
    return scraped;
  };

  it('are 14 tables and 106 rows, those of pages for two products for each of them, and nothing is unresolved', () => {
    const { result, catalog } = more();
    expect([result.status, catalog.unresolved]).toEqual([0, []]);
    const published = catalog.ports.map(({ origin: { document, table, row } }) => ({
      table: `${document.replace(/^[^/]+/, '')} ${table}`,
      row,
    }));
    expect(new Set(published.map(({ table }) => table)).size).toBe(14);
    expect(new Set(published.map(({ table, row }) => `${table} ${row}`)).size).toBe(106);
    expect(result.err.filter((line) => !line.includes(': note: '))).toEqual([]);
  });

  it('name their tables of DNS records as no port tables', () => {
    const dns = more().result.err.filter((line) => line.includes('it lists DNS records'));
    expect(dns.map((line) => /table \d+, header row: note: no port table/.exec(line)?.[0])).toEqual([
      'table 4, header row: note: no port table',
      'table 5, header row: note: no port table',
      'table 6, header row: note: no port table',
      'table 7, header row: note: no port table',
    ]);
  });

  it('state the ports, transports, protocols and ends that the English of each row says', () => {
    const { catalog } = more();
    const stated = catalog.ports.map((rule) => ({ id: rule.id, ...statedBy(rule) }));
    expect(stated).toEqual(catalog.ports.map((rule) => ({ id: rule.id, ...tokensOf(rule, catalog) })));
  });

  it('name at each end the servers that the English of the cell names', () => {
    const { catalog } = more();
    const names = new Map(catalog.roles.map(({ id, name }) => [id, name.en.replace(/s$/, '')]));
    for (const rule of catalog.ports) {
      for (const end of [rule.source, rule.destination]) {
        for (const role of end?.roles ?? []) {
          const name = (names.get(role) ?? '?').replace(/(?: Edge service| Servers?)$/, '');
          // A pool named without its kind is one of Front End Servers.
          const named = role === 'front-end-server' ? `${name}|\\bpool` : name;
          const pattern = new RegExp(named.replaceAll(/[- ]+/g, '[- ]'), 'i');
          expect([rule.id, end?.text.en]).toEqual([rule.id, expect.stringMatching(pattern)]);
        }
      }
    }
  });
});
