import type { Cell } from '../../scraper/src/model/snapshot.ts';
import { type Page, type PageTable, readPage } from '../../scraper/src/parse/page.ts';
import { single } from './single.ts';

/** A page with this body and no other front matter than its language. */
export function pageOf(body: string, locale = 'ko-KR'): Page {
  return readPage(`---\nms.contentlocale: ${locale}\n---\n${body}`);
}

/** The only table of a page with this body. */
export function tableOf(body: string, locale?: string): PageTable {
  return single(pageOf(body, locale).tables);
}

/** What is read of this HTML inside a `<td>`. */
export function cellOf(html: string, locale?: string): Cell {
  const { rows } = tableOf(`<table>\n<tr><th>h</th></tr>\n<tr><td>${html}</td></tr>\n</table>`, locale);
  return single(single(rows));
}

/** A cell or a whole row as plain text, lines joined by a slash: for tables where the language is not the point. */
export function plain(row: readonly Cell[]): string[] {
  return row.map((cell) => cell.map((line) => line.text ?? line.en).join(' / '));
}
