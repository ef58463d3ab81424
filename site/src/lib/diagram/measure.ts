/**
 * The width of text without a browser: the build has none, and a box that is too narrow cuts Korean names. Widths are
 * those of the widest of the site's system fonts, in em, so that a label is rather too roomy than clipped.
 */

const NARROW = /[ijlI.,:;'|!()[\]/ \u2009]/;
const WIDE = /[mwMW@%&—]/;
const CAPITAL = /[A-Z0-9+–]/;
const FULL_WIDTH = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef←→↔]/;

export interface Face {
  /** In pixels. */
  size: number;
  monospaced?: boolean;
  bold?: boolean;
}

function em(character: string, monospaced: boolean): number {
  if (FULL_WIDTH.test(character)) return 1;
  if (monospaced) return 0.62;
  if (NARROW.test(character)) return 0.35;
  if (WIDE.test(character)) return 0.93;
  return CAPITAL.test(character) ? 0.7 : 0.58;
}

/** The width of a text, in pixels. */
export function widthOf(text: string, { size, monospaced = false, bold = false }: Face): number {
  return Math.ceil([...text].reduce((sum, character) => sum + em(character, monospaced), 0) * size * (bold ? 1.1 : 1));
}

/** A text in lines no wider than `limit`, broken at spaces; a word that is wider has a line of its own. */
export function wrap(text: string, limit: number, face: Face): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer, face) > limit) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
