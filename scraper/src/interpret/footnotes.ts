import type { LocalizedText } from '../model/catalog.ts';
import type { Cell, Footnote } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { saysConfigurable } from './configurable.ts';
import { localized, readCell, type Use } from './reading.ts';
import { remarksIn } from './remarks.ts';

// A backslash before an asterisk keeps markdown from taking it for its own; in raw HTML it stays in the text.
// Several marks stand together, or with commas between them. They are looked for from the end of the line on: from the
// beginning on, each mark of a row of marks might be its first.
const SIGN = '(?:(?:\\\\?[*†‡§])+|[⁰¹²³⁴-⁹]+|[₀-₉]+)';
const MARK = new RegExp(`$(?<=(\\s*(${SIGN}(?:,?${SIGN})*))(\\s\\([^()]*\\))?)`, 'u');

const EACH = /[*†‡§]+|[⁰¹²³⁴-⁹]+|[₀-₉]+/gu;
// One digit, because two may be a port: "443 (80)". One digit may be anything where no footnote has it.
const NUMBERED = /(?:\(\d\)|\[\d\])$/;

/** Takes the footnote marks off the ends of a cell's lines; numbers only where a footnote under the table has them. */
export function takeMarks(cell: Cell, footnotes: readonly Pick<Footnote, 'mark'>[]): { cell: Cell; marks: string[] } {
  const marks = new Set<string>();
  const take = (text: string | null): string | null => {
    if (text === null) return null;
    const [, marked = '', sign, behind = ''] = MARK.exec(text) ?? [];
    const mark = sign ?? numbered(text);
    // A mark that is the whole text is content, and does not point to a footnote.
    if (mark === undefined || mark === text.trim()) return text;
    if (sign === undefined) {
      marks.add(mark);
      return text.slice(0, -mark.length).trimEnd();
    }
    for (const each of mark.replaceAll('\\', '').match(EACH) as string[]) marks.add(each);
    return text.slice(0, text.length - behind.length - marked.length) + behind;
  };
  const numbered = (text: string) => {
    const found = NUMBERED.exec(text)?.[0];
    return footnotes.some(({ mark }) => mark === found) ? found : undefined;
  };
  const unmarked = cell.map((line) => ({ text: take(line.text), en: take(line.en) }));
  return { cell: unmarked, marks: [...marks] };
}

export interface FootnoteReading {
  mark: string;
  text: LocalizedText;
  /** The page's text, English or not, for messages. */
  published: string;
  /** Whether it says that what points to it is a matter of configuration; null where it is not understood. */
  configurable: boolean | null;
  /** What it says that changes what a row states, in English. */
  says: string;
  uses: Use[];
}

/** Reads the footnotes of a table. */
export function readFootnotes(
  footnotes: readonly Footnote[],
  locale: string,
  vocabulary: Vocabulary,
): FootnoteReading[] {
  return footnotes.map(({ mark, text }) => {
    const reading = readCell(text, 'footnote', vocabulary, locale);
    const configurable = reading.english === null ? null : saysConfigurable(reading.english);
    const { published, translation } = reading;
    const remarks =
      reading.local === null || reading.english !== null ? '' : remarksIn(reading.local, vocabulary).english;
    const says = reading.english ?? remarks;
    return { mark, text: localized(reading, locale), published, configurable, says, uses: translation?.uses ?? [] };
  });
}
