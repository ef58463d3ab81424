import type { Cell } from '../model/snapshot.ts';
import { plainWords } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Column } from './columns.ts';
import { readEnds } from './endpoints.ts';
import { readProtocols } from './protocols.ts';
import { publishedOf } from './reading.ts';

/**
 * A column whose header nobody knows is reported, and a strict run ends there. It need not cost a lenient run the rows
 * that are clear without it: those where its cell is empty, or says in English what bears on no port.
 */

/** Whether nobody knows what a column holds. */
export function isUnknown({ field }: Column): boolean {
  return field === null || field === 'none';
}

/** Whether the columns that are known say whose the ports are; else one that is not known may. */
export function sayWhose(columns: readonly Column[]): boolean {
  const has = (...fields: Column['field'][]) => columns.some(({ field }) => fields.includes(field));
  return has('server-role', 'role-or-protocol', 'composite') || (has('source') && has('destination'));
}

/** The first cell of a row in a column that nobody knows that may change what the row states, as published; else null. */
export function mayTell(
  cells: readonly Cell[],
  columns: readonly Column[],
  vocabulary: Vocabulary,
): { column: string; text: string } | null {
  for (const [at, column] of columns.entries()) {
    const cell = cells[at] as Cell;
    if (isUnknown(column) && !isHarmless(cell, vocabulary)) return { column: column.header, text: publishedOf(cell) };
  }
  return null;
}

// A number may be a port. These words may be a transport, a direction, a state or a condition of the whole row.
const TELLING =
  /\d|\b(?:tcp|udp|tls|mtls|ports?|in|out|(?:in|out)(?:bound|going|coming)|incoming|both|any|all|source|destination|from|to|yes|no|not|none|never|only|if|when|unless|except|allow(?:ed)?|permit(?:ted)?|den(?:y|ied)|block(?:ed)?|clos(?:e|ed)|open(?:ed)?|(?:en|dis)abled?|on|off|optional|required|mandatory|recommended|deprecated|obsolete|legacy|removed|supported|unsupported|true|false|reserved|unused|n\/a)\b/i;

function isHarmless(cell: Cell, vocabulary: Vocabulary): boolean {
  return cell.every(({ en }) => {
    if (en === null || !/^[\w\s,./&()'’-]*$/.test(en) || TELLING.test(plainWords(en))) return false;
    return !readProtocols(en, vocabulary).ok && !readEnds(en, vocabulary).ok;
  });
}
