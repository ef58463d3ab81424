import type { Line } from '../model/snapshot.ts';

/** Control characters but for white space. A page may hold them, as they are or as references such as `&#27;`. */
const CONTROL = /[^\P{Cc}\t\n\f\r]/gu;

/**
 * A text in which U+FFFD stands for each control character: a terminal would act on them, and no browser shows them. A
 * cell with one is therefore not understood, and is reported.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}

export function linesWithoutControls(lines: Line[]): Line[] {
  if (!lines.some(({ text, en }) => `${text}${en}`.search(CONTROL) >= 0)) return lines;
  const shown = (text: string | null) => (text === null ? null : withoutControls(text));
  return lines.map(({ text, en }) => ({ text: shown(text), en: shown(en) }));
}
