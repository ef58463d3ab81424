import { plainWords } from '../vocabulary/text.ts';
import { saysClosed, withdrawClosed } from './closing.ts';
import { type Draft, report, state } from './draft.ts';
import { isOfSome } from './of-some.ts';
import { directionToOpen, limitReleases, saysOptional } from './remarks.ts';
import { problem } from './result.ts';

/**
 * Puts what the English texts beside a port say into the row: that it is optional, which way it is opened, for which
 * releases it is, or that it must be closed. It says the same in a note, in a footnote and behind a protocol, and
 * whichever column comes first: all cells are read before.
 */
export function takeSaid(row: Draft): void {
  for (const { column, english, local, atLast } of row.said) {
    row.column = column;
    if (local !== null) compareLanguages(row, english, local);
    takeOptional(row, english, atLast === true);
    state(row, 'direction', directionToOpen(english), english);
    limitReleases(row, english);
    const problems = row.problems.length;
    withdrawClosed(row, english);
    if (row.problems.length === problems) reportOthers(row, english);
  }
  row.column = null;
  limitReleases(row, row.context.caption.nearest);
}

/** What is optional is the row, unless all that says so is of one of its ports or transports. */
function takeOptional(row: Draft, english: string, atLast: boolean): void {
  const sentences = plainWords(english).split(SENTENCE_END);
  const ofSome = sentences.filter((sentence) => /\boptional/i.test(sentence) && isOfSome(row, sentence));
  const others = sentences.filter((sentence) => !ofSome.includes(sentence)).join('\n');
  const isOptional = saysOptional(ofSome.length > 0 ? others : english);
  if (isOptional && !atLast) row.facts.optional ??= true;
  else if (isOptional || ofSome.length > 0) {
    const message = 'this may say of one of the ports or transports alone that it is optional';
    report(row, 'warning', problem('unclear-note', message, english));
  }
}

/** Reports a note whose remarks in the page's language, in English, are not those of the English beside it. */
function compareLanguages(row: Draft, english: string, local: string): void {
  const [way, localWay] = [directionToOpen(english), directionToOpen(local)];
  const turns = way !== null && localWay !== null && way !== localWay;
  if (!turns && (!saysClosed(row, local) || saysClosed(row, english))) return;
  report(row, 'warning', problem('languages-disagree', 'the English beside it does not say so', local));
}

const SENTENCE_END = /[.;](?:\s|$)|\n/;
/** A sentence of no more words may be all about another port or transport: "UDP only", "Use port 444 instead". */
const MOST_WORDS = 5;
// A year is no port, and a version or an address has points. What is counted or measured stands behind its number.
const PORT =
  /(?<![\d.,])(?!20\d\d\b)\d{2,5}(?![\d%]|[.,:]\d)(?=\W*$|\s*[-/,)]|\s(?:instead|only|too|also|as|and|or|to|in|is|was)\b)/g;

/** Reports a short sentence that names a port or a transport that the row has not. */
function reportOthers(row: Draft, english: string): void {
  const { ports, transports } = row.facts;
  if (ports === null) return;
  const isOther = (sentence: string) => {
    if (sentence.split(/\s+/).length > MOST_WORDS) return false;
    const numbers = (sentence.match(PORT) ?? []).map(Number);
    const named = sentence.toLowerCase().match(/\b(?:tcp|udp)\b/g) ?? [];
    return (
      numbers.some((number) => !ports.any && !ports.ranges.some(({ from, to }) => from <= number && number <= to)) ||
      (transports.length > 0 && named.some((name) => !transports.some((each) => each === name)))
    );
  };
  const other = plainWords(english)
    .split(SENTENCE_END)
    .map((sentence) => sentence.trim())
    .find(isOther);
  const message = 'the note may say that the row is of another port or transport';
  if (other !== undefined) report(row, 'warning', problem('unclear-note', message, other));
}
