import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import type { Catalog, PortRule } from '../../../scraper/src/model/catalog.ts';
import type { Cell, Snapshot } from '../../../scraper/src/model/snapshot.ts';
import { decode, sha256 } from '../../../scraper/src/read/decode.ts';
import { readList } from '../../support/catalog-data.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';
import { takeDocument } from '../../support/take.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/**
 * Whether a row changed upstream is told from the published text alone, without this project's reading of it: from the
 * numbers in its short cells, which no translation touches, and from the English beside the Korean where there is some.
 * Long cells are notes, which are text.
 */

const LONGEST_FACT = 60;
/** Rows with a rule, in all revisions together. */
const ROWS = 7296;

/** A published row, and the rule that was made of it. */
interface Row {
  table: number;
  row: number;
  said: string;
  rule: PortRule | null;
}

interface Revision {
  branch: string;
  path: string;
  commit: string;
  text: string;
  rows: Row[];
  catalog: Catalog;
}

function saidIn(cells: readonly Cell[]): string {
  const texts = cells.map((cell) => ({
    text: cell.map((line) => line.text ?? line.en ?? '').join(' '),
    en: cell.map((line) => line.en ?? '').join(' '),
  }));
  const short = texts.filter(({ text, en }) => Math.max(text.length, en.length) <= LONGEST_FACT);
  const numbers = short.map(({ text }) => text.match(/\d+/g)?.join(' ') ?? '');
  const english = short.filter(({ text, en }) => en !== '' && text !== '').map(({ en }) => en.replaceAll(/\s+/g, ' '));
  return JSON.stringify([numbers, english]);
}

/** Null for a revision without a port table. */
function read(text: string, path: string): { snapshot: Snapshot; catalog: Catalog; rows: Row[] } | null {
  const { snapshot } = takeDocument(
    { path, relativePath: path, text, sha256: sha256(text), provenance: null },
    vocabulary,
  );
  if (snapshot === null) return null;
  const { catalog } = assemble([snapshot], vocabulary);
  const rules = new Map(catalog.ports.map((rule) => [`${rule.origin.table} ${rule.origin.row}`, rule]));
  // The number of ports of a range may stand in a row of its own.
  for (const { rule: id, and = [] } of catalog.evidence) {
    const rule = catalog.ports.find((each) => each.id === id);
    for (const { row } of rule === undefined ? [] : and) rules.set(`${rule?.origin.table} ${row}`, rule as PortRule);
  }
  const rows = snapshot.tables.flatMap(({ rows: published }, table) =>
    published.flatMap((cells, row): Row[] => {
      if (cells.every((cell) => cell.length === 0)) return [];
      const rule = rules.get(`${table + 1} ${row + 1}`) ?? null;
      return [{ table: table + 1, row: row + 1, said: saidIn(cells), rule }];
    }),
  );
  return { snapshot, catalog, rows };
}

/** What a rule states: everything but ids of corrections, place and texts. */
/** What the row states by itself: who calls a port may be known from other pages, and from what the note says in English. */
function factsOf(rule: PortRule): unknown {
  const {
    corrections: _,
    origin,
    notes,
    footnotes,
    devices,
    protocolNote,
    ruleName,
    callers,
    calls,
    need,
    ...facts
  } = rule;
  return JSON.parse(JSON.stringify(facts, (key, value) => (key === 'text' ? undefined : value)));
}

/**
 * Lines up two revisions by what their rows say, longest common sequence first, and tells the rows that are in both and
 * those that are in one alone.
 */
function align(before: readonly Row[], after: readonly Row[]): { same: [Row, Row][]; gone: Row[]; come: Row[] } {
  const key = ({ table, said }: Row) => `${table} ${said}`;
  const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      const equal = key(before[i] as Row) === key(after[j] as Row);
      (lengths[i] as number[])[j] = equal ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const same: [Row, Row][] = [];
  const gone: Row[] = [];
  const come: Row[] = [];
  let [i, j] = [0, 0];
  while (i < before.length && j < after.length) {
    if (key(before[i] as Row) === key(after[j] as Row)) same.push([before[i++] as Row, after[j++] as Row]);
    else if (at(i + 1, j) >= at(i, j + 1)) gone.push(before[i++] as Row);
    else come.push(after[j++] as Row);
  }
  return { same, gone: [...gone, ...before.slice(i)], come: [...come, ...after.slice(j)] };
}

/** The rows that say the same in both and are not the same rule, in words. */
function broken(before: readonly Row[], after: readonly Row[]): string[] {
  return align(before, after).same.flatMap(([was, is]) => {
    const [a, b] = [was, is].map(({ rule }) => (rule === null ? 'no rule' : JSON.stringify(factsOf(rule))));
    return a === b ? [] : [`table ${is.table}, row ${is.row}: ${a} became ${b}`];
  });
}

describe.skipIf(sharedDocs === null)(`every revision of every document${withoutDocs}`, () => {
  const revisions: Revision[] = [];
  const without: string[] = [];
  let commits = 0;
  const histories = () => [...Map.groupBy(revisions, ({ branch, path }) => `${branch} ${path}`).values()];

  beforeAll(() => {
    const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lync-ports-'));
    execFileSync('git', ['clone', '--quiet', '--mirror', join(sharedDocs ?? '', 'port-documents.bundle'), folder]);
    const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { maxBuffer: 1 << 26 });
    for (const branch of ['live', 'live-sxs']) {
      // Git's own list of what each commit did to each document, so that none is left out.
      const log = git('log', '--reverse', '--format=%H', '--name-status', '--no-renames', branch).toString();
      let commit = '';
      for (const line of log.split('\n').filter((each) => each !== '')) {
        const [status = '', path] = line.split('\t');
        if (path === undefined) {
          commit = line;
          commits += 1;
        } else if (status !== 'D') {
          const text = decode(git('show', `${commit}:${path}`)) ?? '';
          const found = read(text, path);
          if (found === null) without.push(`${branch} ${path}`);
          else revisions.push({ branch, path, commit, text, ...found });
        }
      }
    }
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('is read: 158 commits, 420 texts, a rule for every row that states one', () => {
    // A row of a page for two products is a rule of each.
    const rows = revisions.map(
      ({ catalog }) => new Set(catalog.ports.map(({ origin }) => `${origin.table} ${origin.row}`)),
    );
    const withRule = rows.reduce((sum, { size }) => sum + size, 0);
    expect([commits, histories().length, revisions.length, withRule]).toEqual([158, 72, 420, ROWS]);
    const unread = revisions.flatMap(({ path, rows }) =>
      rows.flatMap(({ table, row, rule }) => (rule === null ? [`${path} ${table}.${row}`] : [])),
    );
    // The last row adds the others up.
    expect([...new Set(unread)].toSorted()).toEqual([
      'Lync/LyncServer/lync-server-2013-configuring-port-ranges-for-your-edge-servers.md 1.4',
      'Skype/SfbServer/manage/network-management/qos/configuring-port-ranges-for-your-edge-servers.md 1.4',
    ]);
  });

  it('gives the same ids and facts as the one before, for the rows that did not change upstream', () => {
    let compared = 0;
    const wrong: string[] = [];
    for (const history of histories()) {
      history.forEach((revision, index) => {
        const before = history[index - 1];
        if (before === undefined) return;
        compared += align(before.rows, revision.rows).same.length;
        const { branch, path, commit } = revision;
        wrong.push(...broken(before.rows, revision.rows).map((each) => `${branch} ${path} ${commit}: ${each}`));
      });
    }
    expect(wrong).toEqual([]);
    // All rows but those of the first revisions can be compared: if most changed upstream, this would show nothing.
    const first = histories().reduce((sum, [one]) => sum + (one?.rows.length ?? 0), 0);
    expect(compared / (ROWS - first)).toBeGreaterThan(0.99);
  });

  it('shows as changed no more rules than rows changed upstream', () => {
    const wrong = histories().flatMap((history) =>
      history.flatMap((revision, index) => {
        const before = history[index - 1];
        if (before === undefined) return [];
        const { gone, come } = align(before.rows, revision.rows);
        const idsOf = ({ catalog }: Revision) => new Set(catalog.ports.map(({ id }) => id));
        const [was, is] = [idsOf(before), idsOf(revision)];
        const { path, commit } = revision;
        const [lost, found] = [was.difference(is).size, is.difference(was).size];
        return lost > gone.length || found > come.length ? [`${path} ${commit}: ${lost} lost, ${found} new`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('gives on both branches what the other gives, in Korean alone as with English beside it', () => {
    const wrong: string[] = [];
    const ofPath = Map.groupBy(revisions, ({ path }) => path);
    for (const [path, all] of ofPath) {
      const stated = new Set(all.map(({ catalog }) => JSON.stringify(catalog.ports.map(factsOf))));
      const numbers = new Set(all.map(({ rows }) => JSON.stringify(rows.map(({ said }) => JSON.parse(said)[0]))));
      if (stated.size > numbers.size)
        wrong.push(`${path}: ${stated.size} readings of ${numbers.size} sequences of ports`);
    }
    expect([ofPath.size, wrong]).toEqual([36, []]);
  });

  it('gives the ids of the committed catalog', () => {
    const committed = readList('ports') as PortRule[];
    const documents = new Set(committed.map(({ origin }) => origin.document));
    const walked = revisions.filter(({ catalog }) => documents.has(catalog.documents[0]?.id ?? ''));
    const different = walked.filter(({ catalog }) => {
      const own = committed.filter(({ origin }) => origin.document === catalog.documents[0]?.id);
      return JSON.stringify(own.map(factsOf)) !== JSON.stringify(catalog.ports.map(factsOf));
    });
    expect([documents.size, walked.length > 400, different.map(({ path, commit }) => `${path} ${commit}`)]).toEqual([
      37,
      true,
      [],
    ]);
  });

  describe('with a real change upstream', () => {
    const ROW = /^\|[^\n]*\|5061 *\| *TCP *\(TLS\)[^\n]*\n/m;
    const last = () =>
      revisions.findLast(
        ({ branch, path }) => branch === 'live' && path.endsWith('/ports-and-protocols.md'),
      ) as Revision;
    const changes = (edit: (text: string) => string) => {
      const { text, path, rows } = last();
      const edited = edit(text);
      expect(edited).not.toBe(text);
      const after = read(edited, path);
      if (after === null) throw new Error(`${path}: no port table`);
      const { gone, come } = align(rows, after.rows);
      const ids = (list: readonly Row[]) => new Set(list.map(({ rule }) => rule?.id));
      const [was, is] = [ids(rows), ids(after.rows)];
      return {
        upstream: [gone.length, come.length],
        broken: broken(rows, after.rows),
        lost: [...was.difference(is)],
        found: [...is.difference(was)],
      };
    };

    it('shows a row that was added as just that', () => {
      const row = ROW.exec(last().text)?.[0] ?? '';
      const seen = changes((text) => text.replace(row, `${row}${row.replace('5061', '5099')}`));
      expect([seen.upstream, seen.broken, seen.lost, seen.found.length]).toEqual([[0, 1], [], [], 1]);
      expect(seen.found[0]).toContain('-5099-tcp-tls');
    });

    it('shows a row that was removed as just that', () => {
      const seen = changes((text) => text.replace(ROW, ''));
      expect([seen.upstream, seen.broken, seen.lost.length, seen.found]).toEqual([[1, 0], [], 1, []]);
    });

    it('shows another protocol as just that row, which says so', () => {
      const row = ROW.exec(last().text)?.[0] ?? '';
      const seen = changes((text) => text.replace(row, row.replace('TLS', 'MTLS')));
      expect([seen.upstream, seen.broken.length, seen.lost.length, seen.found.length]).toEqual([[0, 0], 1, 1, 1]);
      expect([seen.lost[0], seen.found[0]].map((id) => id?.split('-').at(-1))).toEqual(['tls', 'mtls']);
    });
  });
});
