import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { toHtml } from 'hast-util-to-html';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../scraper/src/interpret/table.ts';
import type { Cell, Snapshot } from '../../scraper/src/model/snapshot.ts';
import { chrome, startBrowser, withoutBrowser } from '../support/browser.ts';
import { type Change, changeOf } from '../support/odd-cells.ts';
import { treeByRemark } from '../support/remark-page.ts';
import { documentOf } from '../support/rows.ts';
import { cellsSeen, readSeen, type SeenCell } from '../support/seen.ts';
import { takeText } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

/**
 * Cells of ports as published, with one change each, in Chromium and in the scraper: no fact is read that a reader of the
 * page does not see, unless it is reported. `SEEN_CELLS=20000` tries more, `SEEN_SEED` others.
 */
const CELLS = Number(process.env.SEEN_CELLS ?? 300);
const SEED = Number(process.env.SEEN_SEED ?? 1);
const ON_PAGE = 100;

/** A published cell: its own text, and the English beside it. */
type Pair = readonly [own: string, english: string];

/** Cells that can be read by a few lines: numbers, with a transport or protocol before them. */
function publishedPorts(): Pair[] {
  const folder = new URL('../../snapshots/', import.meta.url).pathname;
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const cells = files.flatMap((file) => {
    const { tables } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Snapshot;
    return tables.flatMap(({ columns, rows }) => {
      const at = columns.findIndex((column) =>
        /\bport\b(?!.*range)|포트$/i.test(textOf(column, 'en') || textOf(column, 'text')),
      );
      return at < 0 ? [] : rows.map((row) => row[at] ?? []);
    });
  });
  const pairs = cells.map((cell): Pair => {
    const own = textOf(cell, 'text');
    return [own, textOf(cell, 'en') || own];
  });
  const clear = pairs.filter(([own, english]) => readSeen(own) !== null && readSeen(own) === readSeen(english));
  return [...new Map(clear.map((pair) => [pair.join('|'), pair])).values()].filter(
    ([own, english]) => !/\n|[<>|*]/.test(own + english),
  );
}

function textOf(cell: Cell, side: 'text' | 'en'): string {
  return cell.map((line) => line[side] ?? '').join('\n');
}

type Layout = 'server' | 'flow' | 'composite';

const HEADERS: Readonly<Record<Layout, readonly string[]>> = {
  server: ['Server role', 'Port', 'Protocol'],
  flow: ['Source IP', 'Destination IP', 'Destination port'],
  composite: ['Role/Protocol/TCP or UDP/Port', 'Source IP address', 'Destination IP address'],
};
const ROLE: Pair = ['디렉터', 'Directors'];

function layoutOf([own]: Pair): Layout {
  if (!/[a-z]/i.test(own)) return 'server';
  return own.includes('/') ? 'composite' : 'flow';
}

/** The cells of a row before its change, and which of them may change. */
function rowOf(ports: Pair, layout: Layout): { cells: Pair[]; at: number[] } {
  const both = (text: string): Pair => [text, text];
  if (layout === 'server') return { cells: [ROLE, ports, both('TCP')], at: [0, 1, 1, 1, 1, 2] };
  return layout === 'flow'
    ? { cells: [both('Any'), both('Any'), ports], at: [2] }
    : { cells: [ports, both('Any'), both('Any')], at: [0] };
}

interface Tried {
  layout: Layout;
  /** The published cell of ports, and which cell of the row is changed. */
  ports: Pair;
  at: number;
  pair: Pair;
  change: Change;
  /** The content of each cell, as HTML. */
  cells: string[];
  isPipe: boolean;
  /** Whether the text in the other language, beside the changed one, is as it was. */
  besideOther: boolean;
}

const spans = (own: string, english: string) =>
  `<span data-ttu-id="1">${own}</span><span class="sxs-lookup"><span data-stu-id="1">${english}</span></span>`;

function tried(pairs: readonly Pair[]): fc.Arbitrary<Tried> {
  return fc.constantFrom(...pairs).chain((ports) => {
    const layout = layoutOf(ports);
    const { cells, at } = rowOf(ports, layout);
    return fc
      .tuple(fc.constantFrom(...at), pick('plain', 'plain', 'own', 'english', 'both'), fc.boolean())
      .chain(([index, where, isPipe]) => {
        const pair = cells[index] as Pair;
        return changeOf(where === 'own' ? pair[0] : pair[1]).map((change): Tried => {
          const isPlain = where === 'plain' || change.row !== undefined || change.cell !== undefined;
          const contents = cells.map(([own, english]) => (isPlain ? english : spans(own, english)));
          const changedOwn = where === 'own' || where === 'both' ? change.html : pair[0];
          contents[index] = isPlain ? change.html : spans(changedOwn, where === 'own' ? pair[1] : change.html);
          const mayBePipe =
            isPipe && change.row === undefined && change.cell === undefined && !change.html.includes('|');
          return {
            layout,
            ports,
            at: index,
            pair,
            change,
            cells: contents,
            isPipe: mayBePipe,
            besideOther: !isPlain && where !== 'both',
          };
        });
      });
  });
}

function pick<T>(...each: T[]): fc.Arbitrary<T> {
  return fc.constantFrom(...each);
}

/** A page of tables, one for each layout and way of writing it. */
function pageOf(all: readonly Tried[]): { text: string; tables: Tried[][] } {
  const groups = Object.values(Object.groupBy(all, ({ layout, isPipe }) => `${layout} ${isPipe}`)) as Tried[][];
  const texts = groups.map(([first, ...others]) => {
    const { layout, isPipe } = first as Tried;
    const rows = [first as Tried, ...others];
    const headers = HEADERS[layout];
    if (isPipe) {
      const lines = rows.map(({ cells }) => `|${cells.join('|')}|`);
      return [`|${headers.join('|')}|`, `|${headers.map(() => '---').join('|')}|`, ...lines].join('\n');
    }
    const lines = rows.map(({ cells, at, change: { cell = '', row = '' } }) => {
      const content = cells.map((each, index) => `<td${index === at && cell !== '' ? ` ${cell}` : ''}>${each}</td>`);
      return `<tr${row === '' ? '' : ` ${row}`}>${content.join('')}</tr>`;
    });
    return ['<table>', `<tr>${headers.map((each) => `<th>${each}</th>`).join('')}</tr>`, ...lines, '</table>'].join(
      '\n',
    );
  });
  return { text: texts.join('\n\n'), tables: groups };
}

const FRONT =
  '---\ntitle: Ports\nmtps_version: v=OCS.15\nms:assetid: a\nms.contentlocale: ko-KR\n---\n# <a name="ports"></a>Ports\n\n';

/** What the scraper reads of each row: facts in short, or null where an error reports the row. */
function readBy(text: string): (string[] | null)[][] {
  const { snapshot, diagnostics } = takeText(`${FRONT}${text}\n`);
  if (snapshot === null) throw new Error(`no snapshot: ${JSON.stringify(diagnostics)}`);
  return snapshot.tables.map((table) => {
    const reading = readTable(table, documentOf(), vocabulary);
    const reported = reading.diagnostics.filter(({ severity }) => severity === 'error').map(({ row }) => row);
    if (reported.includes(0)) throw new Error(`the table is not read: ${JSON.stringify(reading.diagnostics[0])}`);
    return table.rows.map((_, at) => {
      if (reported.includes(at + 1)) return null;
      const facts = reading.rows.filter(({ row }) => row === at + 1).flatMap((row) => row.facts);
      return facts.map(({ role, transports, transportsImplied, ports }) => {
        const ranges = (ports?.ranges ?? []).map(({ from, to }) => (from === to ? from : `${from}-${to}`));
        // What is implied cannot be seen.
        const written = transportsImplied ? [] : transports;
        return [role, ...written, ...ranges, ...(ports?.any ? ['any'] : [])].filter((each) => each !== null).join(' ');
      });
    });
  });
}

/** The facts of a row, of which one cell reads as given. */
function factsOf({ layout, at, pair }: Tried, seen: string | null): string | null {
  if (layout !== 'server') {
    const ports = readSeen(seen ?? pair[1]);
    return ports;
  }
  return at === 1 && seen !== null ? readSeen(seen) : null;
}

function isRight(tried: Tried, read: string[] | null, base: string, seen: SeenCell): boolean {
  const { expected } = tried.change;
  if (read === null) return expected !== 'read';
  if (read.length === 0) return expected === 'gone' || `${seen.own}${seen.english}`.trim() === '';
  // The other language states it.
  if (tried.besideOther && read.length === 1 && read[0] === base) return true;
  // A row needs no protocol.
  if (expected === 'gone' && tried.at === 2 && seen.english.trim() === '') return read[0] === base.replace('tcp ', '');
  if (expected === 'odd' || expected === 'gone') return false;
  if (expected !== 'seen') return read.length === 1 && read[0] === base;
  // The languages may be seen to differ, where one of them was changed.
  return [seen.own, seen.english].some((text) => {
    const facts = factsOf(tried, text);
    return facts !== null && read.length === 1 && withoutRole(read[0] as string) === facts;
  });
}

/** Facts without the role, and without the transport that stands in a cell of its own. */
function withoutRole(facts: string): string {
  return facts.replace(/^director tcp /, '').replace(/^[a-z-]{4,} /, '');
}

describe.skipIf(chrome === null)(`a cell, as a browser shows it${withoutBrowser}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it(
    `is read so, or reported: ${CELLS} cells with one change each`,
    async () => {
      const pairs = publishedPorts();
      expect(pairs.length).toBeGreaterThan(50);
      const all = fc.sample(tried(pairs), { numRuns: CELLS, seed: SEED });
      const wrong: string[] = [];
      const counts = { read: 0, reported: 0, withdrawn: 0 };
      for (let from = 0; from < all.length; from += ON_PAGE) {
        const { text, tables } = pageOf(all.slice(from, from + ON_PAGE));
        const plain = pageOf(
          tables.flat().map((each) => ({
            ...each,
            cells: rowOf(each.ports, each.layout).cells.map(([, english]) => english),
            change: { ...each.change, cell: '', row: '' },
          })),
        );
        const [read, base, seen] = [
          readBy(text),
          readBy(plain.text),
          await cellsSeen(browser, toHtml(treeByRemark(text), { allowDangerousHtml: true })),
        ];
        for (const [table, rows] of tables.entries()) {
          for (const [row, each] of rows.entries()) {
            const facts = read[table]?.[row] ?? null;
            const before = base[table]?.[row]?.[0] ?? 'nothing';
            const shown = seen[table]?.[row + 1]?.[each.at] ?? { own: '', english: '' };
            counts[facts === null ? 'reported' : facts.length === 0 ? 'withdrawn' : 'read'] += 1;
            if (!isRight(each, facts, before, shown)) {
              const { change, cells, at, isPipe } = each;
              const place = `${isPipe ? 'pipe' : 'html'} ${change.kind} (${change.expected}): ${change.row ?? ''}${cells[at]}`;
              wrong.push(`${place} of ${before} is ${facts?.join('; ') ?? 'reported'}; seen: ${JSON.stringify(shown)}`);
            }
          }
        }
      }
      if (CELLS > 1000) process.stderr.write(`${JSON.stringify(counts)}\n`);
      expect(wrong).toEqual([]);
    },
    10_000 + CELLS * 30,
  );
});
