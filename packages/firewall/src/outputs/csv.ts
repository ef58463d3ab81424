import type { Plan } from '../plan.ts';
import type { Language, OutputFile } from './head.ts';
import { COLUMNS, type Column, cellsOf } from './report.ts';

/** The rules as a table (RFC 4180); rows that are not used are a table of their own. */
export function csv(plan: Plan, language: Language = 'en'): OutputFile[] {
  const columns = Object.keys(COLUMNS) as Column[];
  const rules = plan.rules.map((rule) => {
    const cells = cellsOf(rule, plan, language);
    return columns.map((column) => cells[column]);
  });
  const unused = plan.unused.map((row) => [row.id, row[language]]);
  return [
    { name: 'rules.csv', text: tableOf([columns.map((column) => COLUMNS[column][language]), ...rules]) },
    {
      name: 'not-used.csv',
      text: tableOf([[COLUMNS.rules[language], { en: 'Reason', ko: '이유' }[language]], ...unused]),
    },
  ];
}

function tableOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet runs what begins like a formula, so such a text begins with an apostrophe. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
