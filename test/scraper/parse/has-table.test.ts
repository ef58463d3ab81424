import { describe, expect, it } from 'vitest';
import { mayHoldTable } from '../../../scraper/src/parse/has-table.ts';
import { readPageOrSay } from '../../../scraper/src/parse/read-or-say.ts';

describe('whether a page may hold a table is told by its text', () => {
  it.each([
    ['a pipe table', '|Port|\n|---|\n|443|\n', true],
    ['a table of HTML, whatever its case', '<TABLE><tr><td>443</td></tr></TABLE>\n', true],
    ['a pipe table of one column without a pipe', 'Port\n:-\n443\n', true],
    ['the same in a quote', '> Port\n> :-\n> 443\n', true],
    ['a heading that is underlined', 'Ports\n-----\n\n443\n', false],
    ['a rule between paragraphs, and a list', 'Ports\n\n---\n\n- 443\n', false],
    ['prose', 'Ports: 443 - 445\n', false],
  ])('%s', (_, text, may) => {
    expect(mayHoldTable(text)).toBe(may);
    const page = readPageOrSay(text);
    expect(typeof page === 'object' && page.tables.length > 0).toBe(may);
  });
});
