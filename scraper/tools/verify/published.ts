import type { Cell } from '../../src/model/snapshot.ts';
import type { Domain } from '../../src/vocabulary/domains.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';

/** What cells say, as texts are compared: without white space, which machine translation scatters. */

const FOOTNOTE_MARK = /[*†‡§]+$/u;

export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '');
}

/** A text without the footnote marks at the ends of its lines. */
function unmarked(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd().replace(FOOTNOTE_MARK, ''))
    .join('\n');
}

/** What a cell says in either language, and what each of its lines does. */
export function textsOf(cell: Cell): string[] {
  const sides = [cell.map(({ text }) => text), cell.map(({ en }) => en)];
  return sides.flatMap((side) => {
    const lines = side.filter((line) => line !== null);
    return lines.length === 0 ? [] : [lines.join('\n'), ...(lines.length === 1 ? [] : lines)];
  });
}

/** Whether one of the cells, or a line of one, says just this. */
export function isSaid(text: string, cells: readonly Cell[]): boolean {
  const wanted = squeeze(unmarked(text));
  return cells.some((cell) => textsOf(cell).some((said) => squeeze(unmarked(said)) === wanted));
}

/** Whether this is part of what one of the cells says. */
export function isPart(text: string, cells: readonly Cell[]): boolean {
  const wanted = squeeze(text);
  return wanted !== '' && cells.some((cell) => textsOf(cell).some((said) => squeeze(said).includes(wanted)));
}

/** What the vocabulary makes of a cell: of all of it, or line by line. */
export function translationsOf(cell: Cell, domain: Domain, vocabulary: Vocabulary): { en: string; ko: string }[] {
  return textsOf(cell).flatMap((said) => {
    const bare = unmarked(said);
    const whole = vocabulary.find(domain, bare);
    const lines = bare.split('\n').map((line) => vocabulary.find(domain, line) ?? { en: line, ko: line });
    const byLine = { en: lines.map(({ en }) => en).join('\n'), ko: lines.map(({ ko }) => ko).join('\n') };
    return whole === undefined ? [byLine] : [whole, byLine];
  });
}
