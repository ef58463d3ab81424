/** What the scripts say on English pages. */

const rules = (count: number) => `${count} ${count === 1 ? 'rule' : 'rules'}`;
const rows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`;

export const english = {
  rules,
  found: (count: number, ranges: number) =>
    ranges === 0 ? rules(count) : `${rules(count)}; ${ranges} more by a range that covers it`,
  onlyRanges: (port: number, ranges: number) =>
    `No rule names ${port}; ${ranges === 1 ? '1 range covers it' : `${ranges} ranges cover it`}`,
  nothing: (query: string) => `Nothing found for “${query}” in ports, roles, services, protocols and notes`,
  nearest: 'The nearest:',
  rangesOf: (port: number) => `Ranges that cover ${port}`,
  ranges: 'By a range',
  more: (count: number) => `${count} more`,
  portPage: (port: number) => `All about port ${port}`,
  noIndex: 'The search index did not load. Check the connection and type again.',
  filter: (count: number) => `Filter ${rows(count)}`,
  filtered: (count: number, all: number) => `${count} of ${all}`,
  noRow: (query: string) => `No row has “${query}”`,
  sorted: (name: string, up: boolean) => `Sorted by ${name}, ${up ? 'ascending' : 'descending'}`,
  restored: 'Order of the document restored',
  copyTable: 'Copy',
  rowTools: (name: string) => `Copy row ${name}`,
  asLink: 'Link',
  copied: (what: string) => `${what} copied`,
  notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',
  unfold: 'More',
  fold: 'Less',
};

export type Words = typeof english;
