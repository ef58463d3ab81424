import { plainWords } from '../vocabulary/text.ts';
import { type Draft, report } from './draft.ts';
import { saysOptional } from './remarks.ts';
import { problem } from './result.ts';

/** What says in English that a port must be closed: a row beside it is no opening, though it stands in a port table. */

// Grammars see the words of `plainWords`, in which no contraction stands.
const MUST = '(?:must|should|shall|ought to|has to|have to|needs? to|is to|are to)(?: always| also)?';
const OPENED = '(?:open(?:ed)?|allowed|exposed|reachable|accessible)';
const THIS = '(?:it|this|that|they|these|those|(?:(?:this|the|that|these|those|all) )?ports?)';
const PORTS = '(?:(?:this|these|the|any|all|that|those|following|inbound|outbound) )*';
// Anything may be blocked; of what is closed, only ports are meant.
const CLOSED = [
  new RegExp(`\\b${MUST} (?:be|be kept|remain|stay) (?:blocked|denied|disallowed|prohibited)\\b`, 'i'),
  new RegExp(
    `(?:^|\\b(?:ports?|ranges?|it|they|this|these|[\\d,-]*\\d) )${MUST} (?:be|remain|stay|be kept|be left) (?:closed|disabled|shut)\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:(?:must|should|shall|may|can|ought) (?:not|never)(?: to)?(?: ever)? be|(?:is|are) (?:not|never) to be) (?:kept |left )?${OPENED}\\b`,
    'i',
  ),
  new RegExp(
    `^(?:please )?(?:(?:do not|never)(?: ever)? (?:open|allow|expose)|avoid (?:opening|allowing|exposing)) (?:it\\b|${PORTS}(?:ports?|traffic|access)\\b)`,
    'i',
  ),
  new RegExp(`^(?:please |always )*(?:block|close|deny|disable) (?:it\\b|${PORTS}(?:ports?|traffic)\\b)`, 'i'),
  new RegExp(`^(?:please |always )*(?:keep|leave) (?:it|${PORTS}ports?) (?:closed|blocked|shut)\\b`, 'i'),
  /\b(?:make sure|ensure)(?: that)? (?:it|(?:this|the) port|(?:these|the) ports) (?:is|are|stays?|remains?) (?:blocked|closed)\b/i,
  /\b(?:make sure|ensure)(?: that)? (?:it|(?:this|the) port|(?:these|the) ports) (?:is|are) (?:not|never) (?:open(?:ed)?|exposed|reachable|accessible)\b/i,
  new RegExp(
    `^(?:please |always )*(?:drop|reject|refuse|filter(?: out)?) (?:all |any )*${PORTS}(?:traffic|packets|connections)\\b`,
    'i',
  ),
  /^(?:please )?(?:remove|delete) (?:this|the) (?:rule|row|opening)\b/i,
  // All that is said, of the port.
  new RegExp(
    `^(?:${THIS} (?:is|are) |is |are )?(?:blocked|block|closed|close|den(?:y|ied)|disallow(?:ed)?|prohibited|forbidden|not (?:allowed|permitted))$`,
    'i',
  ),
  new RegExp(`^(?:${THIS} (?:is|are) |is |are )?not to be ${OPENED}$`, 'i'),
  new RegExp(
    `^(?:${THIS} (?:is|are) |is |are )?(?:unused|(?:not|no longer|never)(?: currently)? (?:used|in use)|reserved(?: for (?:later|future)(?: use)?)?)(?: any ?more)?$`,
    'i',
  ),
  new RegExp(
    `\\b(?:you|administrators?|firewalls?) ${MUST} (?:block|close|deny|disable) (?:it\\b|${PORTS}(?:ports?|traffic)\\b)`,
    'i',
  ),
];
// Closed to those outside is not closed to everybody.
const TO_OUTSIDE = /\b(?:internet|external(?:ly)?|outside|untrusted|public)\b/i;

const ABOUT_PORT = new RegExp(
  `^(?:please |always )*(?:${THIS}|${PORTS}(?:traffic|rule)|opening|(?:blocked|closed|denied) |(?:do |does |is |are |was |were |must |should |may |can )?(?:not|no longer|never)|[a-z]+ed$|[a-z]+ (?:it|${PORTS}ports?|${PORTS}traffic|th(?:e|is) rule))\\b`,
  'i',
);
const DENIES =
  /\b(?:not|never|no longer|no|un(?:used|supported|necessary|needed|safe)|(?:in)?secure|prohibit\w*|forbid\w*|disallow\w*|den(?:y|ied)|drop(?:ped)?|reject(?:ed)?|block(?:ed)?|clos(?:e|ed)|shut|remov(?:e|ed)|retired?|obsolete|deprecated|discontinued|avoid(?:ed)?|restrict(?:ed)?)\b/i;
/** Which release it is of and what may be configured are read apart; what must not be closed is open. */
const UNDERSTOOD = /\bconfigur|\b20\d\d\b|\b(?:not|never)(?: ever)?(?: be)? (?:block|clos|den|drop|reject|remov|shut)/i;

/** Whether it says that the ports of a row must not be open, and not only to those outside. */
export function saysClosed({ facts, context }: Draft, english: string): boolean {
  return sentencesOf(plainWords(english)).some((sentence) => {
    if (!CLOSED.some((pattern) => pattern.test(sentence))) return false;
    if (context.kind !== 'flow' && TO_OUTSIDE.test(sentence)) return false;
    // A sentence that names ports is about those.
    const lists = sentence.matchAll(/\bports? \d+(?:(?:, | and | or )\d+)*/gi);
    const named = [...lists].flatMap(([list]) => [...list.matchAll(/\d+/g)].map(Number));
    const ranges = facts.ports?.ranges ?? [];
    return named.length === 0 || ranges.some(({ from, to }) => named.some((port) => from <= port && port <= to));
  });
}

/**
 * Withdraws a row whose port must be closed, as a note beside it or under its table says. Where one may say so in words
 * that are not understood, that is reported: nobody opens the port unwarned.
 */
export function withdrawClosed(row: Draft, english: string): void {
  if (!saysClosed(row, english)) {
    const unclear = sentencesOf(plainWords(english)).find(maySayClosed);
    const message = 'the note may say that the port is not to be open';
    if (unclear !== undefined) report(row, 'warning', problem('unclear-note', message, unclear));
    return;
  }
  row.withdrawn = true;
  const message = 'the note says that the port must be closed, so this is no opening';
  report(row, 'warning', problem('withdrawn', message, english));
}

/** Whether a sentence about the port alone denies something, or names what is done to ports that nobody needs. */
function maySayClosed(sentence: string): boolean {
  // What is closed to others, or of another port.
  if (CLOSED.some((pattern) => pattern.test(sentence))) return false;
  return ABOUT_PORT.test(sentence) && DENIES.test(sentence) && !UNDERSTOOD.test(sentence) && !saysOptional(sentence);
}

function sentencesOf(english: string): string[] {
  const sentences = english.split(/[.;:](?:\s|$)|\n/).map((sentence) => sentence.trim());
  return sentences.filter((sentence) => !/^(?:if|when|where|unless)\b/i.test(sentence));
}
