/** A table as text, for copying: a heading for each column, then rows of cells. */
export interface Sheet {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
function guarded(text: string): string {
  return /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
}

/** CSV (RFC 4180). */
export function toCsv({ headings, rows }: Sheet): string {
  const cell = (text: string) => {
    const safe = guarded(text);
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [headings, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** With a byte order mark where Korean is in it: without one a spreadsheet takes it for an encoding of old. */
export function bom(text: string): string {
  return /[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]/.test(text) ? `\ufeff${text}` : text;
}

/** Cells parted by tabs, as spreadsheets take them from the clipboard. */
export function toTabs({ headings, rows }: Sheet): string {
  const cell = (text: string) => guarded(text.replace(/\s+/g, ' ').trim());
  return [headings, ...rows].map((row) => `${row.map(cell).join('\t')}\r\n`).join('');
}

/** A table of HTML, as word processors and spreadsheets take it from the clipboard; styles the page's policy forbids. */
export function toHtml({ headings, rows }: Sheet): string {
  const escaped = (text: string) => guarded(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const line = (row: readonly string[], tag: string) => {
    const cells = row.map((text) => `<${tag}>${escaped(text).replace(/\r?\n/g, '<br>')}</${tag}>`);
    return `<tr>${cells.join('')}</tr>`;
  };
  const body = rows.map((row) => line(row, 'td')).join('');
  return `<meta charset="utf-8"><table border="1"><thead>${line(headings, 'th')}</thead><tbody>${body}</tbody></table>`;
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
