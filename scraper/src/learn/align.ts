import { compact } from '../vocabulary/text.ts';

/** A text in the page's language, and the English that stands for it. */
export interface WordPair {
  text: string;
  en: string;
}

const DELIMITER = /[/(),;\n]/;

/**
 * Finds which words of a cell stand for which of the English beside it, in cells that mix words and acronyms: where
 * both end with `/PSOM`, the words before it are one pair. Parts that both languages have are set aside. Of what is
 * left, each language must have one part, or as many parts in the same places; otherwise the cell teaches nothing.
 *
 * @param isProtocol whether a word names a protocol or transport by itself
 */
export function alignWords(text: string, en: string, isProtocol: (word: string) => boolean): WordPair[] {
  const [own, english] = [partsOf(text), partsOf(en)];
  const alone = { own: without(own, english), english: without(english, own) };
  if (alone.own.length !== alone.english.length) return [];
  const [place, other] = [
    alone.own.map((part) => own.indexOf(part)),
    alone.english.map((part) => english.indexOf(part)),
  ];
  if (alone.own.length > 1 && (own.length !== english.length || place.join() !== other.join())) return [];
  return alone.own.flatMap((part, at) => {
    const pair = withoutCommonEnds(part, alone.english[at] ?? '', isProtocol);
    return pair.text === '' || pair.en === '' ? [] : [pair];
  });
}

function partsOf(text: string): string[] {
  return text
    .normalize('NFKC')
    .split(DELIMITER)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The parts that the other list lacks. A part that stands twice here and once there is left once. */
function without(parts: readonly string[], others: readonly string[]): string[] {
  const left = others.map(compact);
  return parts.filter((part) => {
    const at = left.indexOf(compact(part));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Takes off protocols that stand at the same end in both languages: of `UDP and TCP` the word is "and". */
function withoutCommonEnds(text: string, en: string, isProtocol: (word: string) => boolean): WordPair {
  const [own, english] = [text.split(/\s+/), en.split(/\s+/)];
  const same = (a = '', b = '') => isProtocol(a) && compact(a) === compact(b);
  while (own.length > 0 && same(own[0], english[0])) {
    own.shift();
    english.shift();
  }
  while (own.length > 0 && same(own.at(-1), english.at(-1))) {
    own.pop();
    english.pop();
  }
  return { text: own.join(' '), en: english.join(' ') };
}
