/** A table as text, for copying: a heading for each column, then rows of cells. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** CSV (RFC 4180); a cell that a spreadsheet would take for a formula gets an apostrophe in front. */
export function toCsv({ headings, rows }: Sheet): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A Markdown table; what Markdown would read as its own is escaped. */
export function toMarkdown({ headings, rows }: Sheet): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const escaped = (text: string) => text.replace(/[\\|`*_<[\]]/g, '\\$&').replace(/\s+/g, ' ');
  return [headings, headings.map(() => '---'), ...rows.map((row) => row.map(escaped))].map(line).join('');
}

/** The cells as records, for tables that are not of rules. */
export function toRecords({ headings, rows }: Sheet): Record<string, string>[] {
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])));
}

export function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
