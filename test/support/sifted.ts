import { readWholePage } from '../../scraper/src/parse/page.ts';
import type { SourceDocument } from '../../scraper/src/read/source.ts';
import { type SnapshotResult, snapshotOfPage } from '../../scraper/src/snapshot/of-page.ts';
import { readPageOrSay } from '../../scraper/src/snapshot/read-page.ts';
import { createSieve } from '../../scraper/src/snapshot/sieve.ts';
import { vocabulary } from './vocabulary.ts';

export const sieve = createSieve(vocabulary);
export const mayHoldPortTable = (text: string) => sieve(text) !== null;
export const KOREAN = '---\nms.contentlocale: ko-KR\n---\n';
/** The beginning of a page that has a name, so that its rows are in a snapshot. */
export const NAMED = '---\nms.contentlocale: ko-KR\nmtps_version: v=OCS.15\n---\n# <a name="practice"></a>연습\n\n';

/** What the whole parse makes of a document. */
export function wholeOf(text: string): SnapshotResult {
  return snapshotOfPage(sourceOf(text), readWholePage(text), vocabulary);
}

/** What is made of it where only what the sieve leaves is parsed. */
export function siftedOf(text: string): SnapshotResult {
  return snapshotOfPage(sourceOf(text), readPageOrSay(text, sieve(text) ?? []), vocabulary);
}

export function sourceOf(text: string): SourceDocument {
  return { path: 'a.md', relativePath: 'a.md', text, sha256: '0'.repeat(64), provenance: null };
}

/** Whether the whole parse finds a port table or one that nearly qualifies. */
export function holdsOne(text: string): boolean {
  const { relevant, diagnostics } = wholeOf(text);
  return relevant || diagnostics.some(({ severity }) => severity === 'warning');
}

export const pipes = (...headers: string[]) => `|${headers.join('|')}|\n|${headers.map(() => '---|').join('')}\n|1|\n`;
export const html = (...headers: string[]) =>
  `<table>\n<tr><th>${headers.join('</th><th>')}</th></tr>\n<tr><td>1</td></tr>\n</table>\n`;
