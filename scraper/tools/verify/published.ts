import type { Cell } from '../../src/model/snapshot.ts';
import type { Domain } from '../../src/vocabulary/domains.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';

/** What cells say, as texts are compared: without white space, which machine translation scatters. */

const FOOTNOTE_MARK = /[*†‡§]+$/u;

/** Nor with the backslash that keeps markdown from taking an asterisk for its own. */
export function squeeze(text: string): string {
  return text.normalize('NFKC').replace(/\s|\\(?=\*)/gu, '');
}

/** A text without the footnote marks at the ends of its lines. */
export function unmarked(text: string): string {
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
    const whole = find(bare, domain, vocabulary);
    const lines = bare.split('\n').map((line) => find(line, domain, vocabulary) ?? { en: line, ko: line });
    const byLine = { en: lines.map(({ en }) => en).join('\n'), ko: lines.map(({ ko }) => ko).join('\n') };
    return whole === undefined ? [byLine] : [whole, byLine];
  });
}

/** A flow's end may be a part of such ends, or named just as the role that stands there. */
function find(text: string, domain: Domain, vocabulary: Vocabulary): { en: string; ko: string } | undefined {
  const form = vocabulary.find(domain, text);
  if (form !== undefined || domain !== 'endpoint') return form;
  return vocabulary.endParts.names.get(squeeze(text).toLowerCase());
}

/** What a form of the vocabulary has around its places: all of it, where it has none. */
export function piecesOf(form: string): string[] {
  return form.split(/\{[a-z]+\}/).filter((piece) => piece.trim() !== '');
}

/** Whether a text has these pieces, one behind the other. */
export function hasPieces(text: string, pieces: readonly string[]): boolean {
  let from = 0;
  return pieces.every((piece) => {
    const at = text.indexOf(piece, from);
    from = at + piece.length;
    return at >= 0;
  });
}

/** What a cell of a domain may be put together from. */
const PARTS: Partial<Record<Domain, readonly Domain[]>> = {
  endpoint: ['endpoint', 'role'],
  port: ['port', 'protocol'],
};

/**
 * Whether the English of a flow's end, or of ports, is put together from the vocabulary's parts and nothing else: each
 * word of it stands for something in the cell, and each letter of the cell that is not of English is one of such a part.
 */
export function isPutTogether(english: string, cell: Cell, domain: Domain, vocabulary: Vocabulary): boolean {
  const domains = PARTS[domain];
  if (domains === undefined) return false;
  const text = cell.map((line) => line.text ?? '').join('\n');
  const said = squeeze(text).toLowerCase();
  const names = vocabulary.forms.filter((form) => domains.includes(form.domain));
  const forms = [...(domain === 'endpoint' ? vocabulary.endParts.forms : []), ...names]
    .map((form) => ({ en: form.en, pieces: piecesOf(form.text).map((piece) => squeeze(piece).toLowerCase()) }))
    .filter(({ pieces }) => hasPieces(said, pieces));
  const known = new Set(wordsOf([text, ...forms.map(({ en }) => en)].join(' ')));
  const pieces = forms.flatMap((form) => form.pieces).sort((a, b) => b.length - a.length);
  const left = pieces.reduce((rest, piece) => rest.replaceAll(piece, ' '), said);
  return wordsOf(english).every((word) => known.has(word)) && !/[^\P{L}\p{Script=Latin}]/u.test(left);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
