/**
 * How a text of a snapshot shows what a browser shows otherwise than as plain text, so that a reviewer sees it.
 *
 * Struck-out text stands between `~~`, as in markdown. What a browser does not show stands between `⟦hidden⟧` and
 * `⟦/hidden⟧`. Any other tag, as `⟦bdo dir="rtl"⟧` or `⟦U+202E⟧`, says that what stands there looks otherwise than it is
 * written. Brackets of the page itself become `⟦U+27E6⟧`, so that no page can write such a tag.
 */

export const HIDDEN = ['⟦hidden⟧', '⟦/hidden⟧'] as const;

/** Splits a text into plain parts, at even places, and tags. */
export const TAGS = /(⟦[^⟦⟧]*⟧)/;

export function hasTag(text: string): boolean {
  return text.includes('⟦');
}

export function tag(name: string): string {
  return `⟦${name}⟧`;
}

/** A character that is not shown as it is written, by its number. */
export function named(character: string): string {
  return tag(`U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`);
}
