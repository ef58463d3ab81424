/**
 * A text without what a terminal would act on: control characters but for line breaks, and those that reorder text, are
 * shown as escapes. Pages and what is typed may hold any.
 */
export function plain(text: string): string {
  return text.replace(
    /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
