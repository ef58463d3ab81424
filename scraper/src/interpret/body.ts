import type { Cell } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { readComposite } from './composite.ts';
import { readPortCell } from './ports.ts';
import { readProtocols } from './protocols.ts';

/**
 * Whether the rows of a table hold ports and protocols, whatever its headers say: what a port table in a language that
 * the vocabulary does not have is known by. A column counts where at least half of its cells that are not empty do.
 */
export function looksLikePorts(rows: readonly (readonly Cell[])[], vocabulary: Vocabulary): boolean {
  const has = (test: (text: string) => boolean) =>
    columnsOf(rows).some((texts) => texts.filter(test).length * 2 >= texts.length);
  const isComposite = (text: string) => readComposite(text, vocabulary).ok;
  const isPort = (text: string) => {
    const read = readPortCell(text);
    return read.ok && read.value.ports.ranges.length > 0;
  };
  const isProtocol = (text: string) => /\b(?:tcp|udp)\b/i.test(text) || readProtocols(text, vocabulary).ok;
  return has(isComposite) || (has(isPort) && has(isProtocol));
}

/** Whether a cell names a transport, as written on pages that know them: in capitals. */
export function namesTransport(rows: readonly (readonly Cell[])[]): boolean {
  return rows.some((row) => row.some((cell) => cell.some((line) => /TCP|UDP/.test(`${line.text} ${line.en}`))));
}

/** The texts of each column that are not empty; a column without any is left out. */
function columnsOf(rows: readonly (readonly Cell[])[]): string[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) =>
    rows.flatMap((row) => {
      const text = (row[column] ?? []).map((line) => line.en ?? line.text ?? '').join('\n');
      return text === '' ? [] : [text];
    }),
  ).filter((texts) => texts.length > 0);
}
