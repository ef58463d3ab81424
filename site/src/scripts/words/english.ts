/** What the scripts say on English pages. */

const rules = (count: number) => `${count} ${count === 1 ? 'rule' : 'rules'}`;
const rows = (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`;

export const english = {
  rules,
  rows,
  found: (count: string, ranges: number) => (ranges === 0 ? count : `${count}; ${ranges} more by a range`),
  onlyRanges: (query: string, ranges: number) =>
    `No rule names ${query}; ${ranges === 1 ? '1 range covers it' : `${ranges} ranges cover it`}`,
  nothing: (query: string, where: string) => `Nothing found for “${query}” in ${where}`,
  outside: 'In no table:',
  everywhere: 'ports, roles, services, protocols and notes',
  nearest: 'The nearest:',
  ranges: 'By a range that covers it',
  more: (count: number) => `${count} more`,
  portPage: (port: string) => `All about port ${port}`,
  pages: 'Pages',
  onlyPages: (count: number) => (count === 1 ? '1 page' : `${count} pages`),
  noIndex: 'The search index did not load. Check the connection and type again.',
  filtered: (count: number, all: number) => `${count} of ${rows(all)}`,
  sorted: (name: string, up: boolean) => `Sorted by ${name}, ${up ? 'ascending' : 'descending'}`,
  restored: 'Order of the document restored',
  copyTable: 'Copy',
  rowTools: (name: string) => `Copy row ${name}`,
  changeRequest: 'Change request',
  asLink: 'Link',
  csvFile: 'CSV file',
  saved: (what: string) => `${what} saved`,
  notLoaded: 'This did not load. Check the connection and try again.',
  copied: (what: string) => `${what} copied`,
  notCopied: 'The browser did not allow copying. Select the text and copy it by hand.',
  unfold: 'More',
  fold: 'Less',
};

export type Words = typeof english;
