/** Control characters but for white space. A page may hold them, as they are or as references such as `&#27;`. */
const CONTROL = /[^\P{Cc}\t\n\f\r]/gu;

/**
 * A text in which U+FFFD stands for each control character: a terminal would act on them, and no browser shows them. A
 * cell with one is therefore not understood, and is reported.
 */
export function withoutControls(text: string): string {
  return text.replace(CONTROL, '\ufffd');
}
