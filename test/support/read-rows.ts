import { readTable } from '../../scraper/src/interpret/table.ts';
import type { Cell, SnapshotTable } from '../../scraper/src/model/snapshot.ts';
import { en } from './cells.ts';
import { cellFrom, documentOf, tableWith } from './rows.ts';
import { vocabulary } from './vocabulary.ts';

/** Rows as published, and the facts that they state, for the tests of each fault with which pages were read. */

export interface Given {
  caption?: string;
  headings?: readonly string[];
  footnotes?: readonly (readonly [mark: string, text: string | Cell])[];
  about?: string;
  products?: readonly [string, ...string[]];
  /** Whether the cells are in Korean only. */
  korean?: boolean;
}

export const english = (text: string): Cell => (text === '' ? [] : en(...text.split('\n')));

export function read(headers: readonly string[], rows: readonly (readonly string[])[], given: Given = {}) {
  const cell = given.korean === true ? cellFrom : english;
  const table = tableWith(
    headers.map(given.korean === true ? cellFrom : english),
    rows.map((row) => row.map(cell)),
    {
      caption: english(given.caption ?? ''),
      headings: (given.headings ?? []).map((text) => ({ depth: 2, anchor: null, text: english(text) })),
      footnotes: (given.footnotes ?? []).map(([mark, text]) => ({
        mark,
        text: typeof text === 'string' ? english(text) : text,
      })),
    } satisfies Partial<SnapshotTable>,
  );
  const { products } = given;
  const document = documentOf(products === undefined ? {} : { product: products[0], products: [...products] });
  const reading = readTable(table, document, vocabulary, given.about ?? null);
  return {
    facts: reading.rows.flatMap(({ facts }) => facts),
    said: reading.diagnostics.map(({ severity, code }) => `${severity} ${code}`),
  };
}

export type Facts = ReturnType<typeof read>['facts'][number];

export const shortPorts = (set: Facts['ports']) =>
  set &&
  [
    ...set.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`)),
    ...(set.any ? ['any'] : []),
    ...(set.configurable === true ? ['configurable'] : set.configurable === null ? ['perhaps configurable'] : []),
  ].join(' ');

export const shortEnd = (end: Facts['source']) =>
  end && [...(end.any ? ['any'] : []), ...(end.narrowed ? ['narrowed to'] : []), ...end.roles].join(' ');

/** Transports, protocols, ports, and whether they are optional. */
export const opening = ({ transports, protocols, ports, optional }: Facts) =>
  [...transports, ...protocols, shortPorts(ports), ...(optional === true ? ['optional'] : [])].join(' ');
