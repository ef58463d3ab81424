import type { LocalizedText } from '../model/catalog.ts';
import type { Cell, Footnote } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { localized, readCell, type Use } from './reading.ts';

// A backslash before an asterisk keeps markdown from taking it for its own; in raw HTML it stays in the text.
// It is looked for from the end of the line on: from the beginning on, each mark of a row of marks might be its first.
const MARK = /$(?<=(\s*((?:\\?[*†‡§])+|[⁰¹²³⁴-⁹]+))(\s\([^()]*\))?)/u;

/** Takes the footnote marks off the ends of a cell's lines. */
export function takeMarks(cell: Cell): { cell: Cell; marks: string[] } {
  const marks = new Set<string>();
  const take = (text: string | null): string | null => {
    const [, marked, mark, behind = ''] = text === null ? [] : (MARK.exec(text) ?? []);
    // A mark that is the whole text is content, and does not point to a footnote.
    if (text === null || marked === undefined || mark === undefined || mark === text.trim()) return text;
    marks.add(mark.replaceAll('\\', ''));
    return text.slice(0, text.length - behind.length - marked.length) + behind;
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
    return { mark, text: localized(reading, locale), published, configurable, uses: translation?.uses ?? [] };
  });
}

const FIXED =
  /\b(?:can(?:not|\s+not|['’]t)|(?:must|may|should|do|does|is|are)(?:\s+not|n['’]t)|never)\s+(?:be\s+)?(?:re)?configur/i;

/** "This port cannot be configured" says that it is not. */
function saysConfigurable(english: string): boolean {
  return /\b(?:re)?configur/i.test(english) && !FIXED.test(english) && !/\bnot\s+(?:re)?configurable/i.test(english);
}
