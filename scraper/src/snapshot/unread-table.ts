import { rangeText } from '../../../packages/catalog/src/ranges.ts';
import { readComposite } from '../interpret/composite.ts';
import { readPortCell } from '../interpret/ports.ts';
import { readProtocols } from '../interpret/protocols.ts';
import { localOf, publishedOf } from '../interpret/reading.ts';
import { problem } from '../interpret/result.ts';
import type { PortSet } from '../model/catalog.ts';
import type { DiagnosticCode } from '../model/codes.ts';
import type { Place } from '../model/diagnostic.ts';
import type { Cell } from '../model/snapshot.ts';
import type { PageTable } from '../parse/page.ts';
import { compact, isForeign } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

type Say = (code: DiagnosticCode, message: string, place: Place) => void;

/** What parts the words of a cell, in the writing of any language. */
const BETWEEN = /[/／(（)）,，、;；:：\n]/u;
/** Prose is learnt as a whole, and its words one by one say nothing. */
const LONGEST_WORD = 60;

/**
 * Lists what a table of another language holds, whose headers are not known: row by row what its letters and digits
 * state, and once for each word what the vocabulary lacks. No rule is made of it, because nothing says which column is
 * which.
 */
export function listUnread({ columns, rows }: PageTable, vocabulary: Vocabulary, say: Say): void {
  for (const [index, cells] of rows.entries()) {
    const stated = cells.flatMap((cell) => statedBy(cell, vocabulary));
    if (!stated.some((each) => /\d/.test(each))) continue;
    const message = `the headers of its table are not known; its letters and digits state ${stated.join(', ')}`;
    say('unread-row', message, { row: index + 1, column: null, text: cells.map(publishedOf).join(' | ') });
  }
  const words = Map.groupBy([columns, ...rows].flatMap(foreignWords), ({ text }) => compact(text));
  for (const places of [...words.values()].sort((a, b) => b.length - a.length)) {
    const [{ text, row, column }] = places as [Word, ...Word[]];
    const message = `the vocabulary lacks this text, which stands in ${places.length === 1 ? 'one place' : `${places.length} places`} of this table`;
    say('unknown-text', message, { row, column: publishedOf(columns[column] ?? []), text });
  }
}

interface Word {
  text: string;
  row: number;
  column: number;
}

function foreignWords(cells: readonly Cell[], row: number): Word[] {
  return cells.flatMap((cell, column) => {
    const text = localOf(cell) ?? '';
    const parts = text.length > LONGEST_WORD ? [text] : text.split(BETWEEN);
    return parts.filter(isForeign).map((part) => ({ text: part.trim(), row, column }));
  });
}

/** The ports, transports and protocols of a cell, in the words of the catalog; none where it has other letters. */
function statedBy(cell: Cell, vocabulary: Vocabulary): string[] {
  const text = (localOf(cell) ?? '').normalize('NFKC');
  if (isForeign(text)) return [];
  const composite = readComposite(text, vocabulary);
  const ports = readPortCell(composite.ok ? String(composite.value.ports) : text, (part) =>
    problem('unknown-port', 'protocols stand in columns of their own', part),
  );
  const protocols = composite.ok ? composite : readProtocols(text, vocabulary);
  return [
    ...(ports.ok ? ports.value.flatMap((each) => [...numbersOf(each.ports), ...each.transports]) : []),
    ...(protocols.ok ? [...protocols.value.transports, ...protocols.value.protocols] : []),
  ];
}

function numbersOf({ ranges }: PortSet): string[] {
  return ranges.map((range) => rangeText(range));
}
