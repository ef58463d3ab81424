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
/** The numbers of ports; no list of more characters is told from others, so that none takes long. */
const NUMBERS = '[\\d,-]{0,60}\\d';
const NUMBERED = `(?:tcp |udp )?(?:ports? )?${NUMBERS}\\b`;
// What is to be closed: the port, by a pronoun or its number too.
const PORT = `(?:it\\b|${NUMBERED}|${PORTS}(?:ports?|traffic)\\b)`;
const SURE = '(?:make (?:sure|certain)|ensure|verify|check|confirm)(?: that)?';
const PORT_IS = `(?:it|${NUMBERED}|(?:this|the) port|(?:these|the) ports) (?:is|are|stays?|remains?)`;
const SHUT = '(?:block|close|deny|disable|drop|reject)';
// Anything may be blocked; of what is closed, only ports are meant.
const CLOSED = [
  `\\b${MUST} (?:be|be kept|remain|stay) (?:blocked|denied|disallowed|prohibited)\\b`,
  `(?:^|\\b(?:ports?|ranges?|it|they|this|these|${NUMBERS}) )${MUST} (?:be|remain|stay|be kept|be left) (?:closed|disabled|shut)\\b`,
  `\\b(?:(?:must|should|shall|may|can|ought) (?:not|never)(?: to)?(?: ever)? be|(?:is|are) (?:not|never) to be) (?:kept |left )?${OPENED}\\b`,
  `^(?:(?:do not|never)(?: ever)? (?:open|allow|expose)|avoid (?:opening|allowing|exposing)) (?:${PORT}|${PORTS}access\\b)`,
  `^(?:block|close|deny|disable) ${PORT}`,
  `^(?:keep|leave) (?:it|${NUMBERED}|${PORTS}ports?) (?:closed|blocked|shut)\\b`,
  `\\b${SURE} ${PORT_IS} (?:blocked|closed)\\b`,
  `\\b${SURE} ${PORT_IS} (?:not|never) (?:open(?:ed)?|exposed|reachable|accessible)\\b`,
  `^(?:drop|reject|refuse|filter(?: out)?) (?:all |any )*${PORTS}(?:traffic|packets|connections)\\b`,
  '^(?:remove|delete) (?:this|the) (?:rule|row|opening)\\b',
  `\\b(?:you|administrators?|firewalls?) ${MUST} ${SHUT} ${PORT}`,
  `\\bconfigured?(?: (?:the|your|all|any|each|external|internal|perimeter|edge|firewalls?))* to ${SHUT} (?:this\\b|${PORT})`,
  // All that is said, of the port.
  `^(?:${SHUT}|refuse)(?: (?:it|this|them|all))?$`,
  '^(?:keep|leave)(?: (?:it|this|them))? (?:closed|blocked|shut)$',
  '^(?:do not|never)(?: ever)? (?:open|allow|expose)(?: (?:it|this|them))?$',
  `^(?:${THIS} (?:is|are) |is |are )?(?:blocked|closed|den(?:y|ied)|disallow(?:ed)?|prohibited|forbidden|not (?:allowed|permitted))$`,
  `^(?:${THIS} (?:is|are) |is |are )?not to be ${OPENED}$`,
  `^(?:${THIS} (?:is|are) |is |are )?(?:unused|(?:not|no longer|never)(?: currently)? (?:used|in use)|reserved(?: for (?:later|future)(?: use)?)?)(?: any ?more)?$`,
].map((pattern) => new RegExp(pattern, 'i'));
// Closed to those outside is not closed to everybody.
const TO_OUTSIDE = /\b(?:internet|external(?:ly)?|outside|untrusted|public)\b/i;

const DENIES =
  /\b(?:not|never|no|nothing|nobody|un(?:used|supported|necessary|needed|safe|wanted)|insecure|risk\w*|prohibit\w*|forbid\w*|disallow\w*|den(?:y|ie[ds])|drop(?:s|ped)?|reject(?:s|ed)?|refuse[ds]?|filter(?:s|ed)?|firewalled|block(?:s|ed)?|clos(?:e[ds]?|ing)|shut|off|remov(?:e[ds]?|al)|retired?|withdrawn|obsolete|deprecated|discontinued|avoid(?:ed)?|restrict(?:s|ed)?|reserved|temporar\w+|instead(?! of)|replaced|superseded|exclud(?:e[ds]?|ing)|except|ignore[ds]?|invalid|incorrect|wrong|void|disabled|formerly|previously|historic\w*|unavailable|inactive)\b/i;
/**
 * Which release supports it, what may be configured and what is optional are read apart; what must not be closed is open,
 * and who authenticates says nothing of the port.
 */
const UNDERSTOOD =
  /\bconfigur|\boptional|\bauthenticat|(?:supported|available|used|needed|removed|discontinued)\s(?:in|from|by|with|on|for)\s(?:\w+\s){0,8}20\d\d\b|\b(?:not|never)(?: ever)?(?: be)? (?:block|clos|den|drop|reject|remov|shut)/i;
/** Of whom or when something is said; what is said stands before it, or behind its comma. */
const CONDITION_FIRST = /^(?:if|when|where|unless)\b[^,]*(?:,|$)/i;
const CONDITION = /\b(?:if|when|where|in (?:situations|cases?|networks)|because|although|that|which|who)\b.*$/i;

/** Whether it says that the ports of a row must not be open, and not only to those outside. */
export function saysClosed({ facts, context }: Draft, english: string): boolean {
  return sentencesOf(plainWords(english)).some((sentence) => {
    if (!isClosed(sentence)) return false;
    if (context.kind !== 'flow' && TO_OUTSIDE.test(sentence)) return false;
    // A sentence that names ports is about those.
    const lists = sentence.matchAll(
      /\b(?:ports?|tcp|udp|open|allow|expose|block|close|deny|disable|keep|leave) \d+(?:(?:, | and | or |-)\d+)*/gi,
    );
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

/** Whether a sentence denies something of the port, or says on a condition that it is to be closed. */
function maySayClosed(sentence: string): boolean {
  const main = sentence.replace(CONDITION_FIRST, '').trim();
  // What is closed to others, or of another port.
  if (isClosed(sentence)) return false;
  if (isClosed(main)) return true;
  return DENIES.test(main.replace(CONDITION, '')) && !UNDERSTOOD.test(sentence) && !saysOptional(sentence);
}

function isClosed(sentence: string): boolean {
  return !/^(?:if|when|where|unless)\b/i.test(sentence) && CLOSED.some((pattern) => pattern.test(sentence));
}

/** What makes a sentence weighty, and says nothing: "Note -", "For security reasons,". */
const LEAD =
  /^(?:(?:note|important|warning|caution|attention|security)(?: note)? ?[-!] ?|for (?:security|safety)(?: reasons)?,? |please |always )+/i;
// A run of them is tried from its first character only.
const AROUND = /^[\s"'([]+|(?<![\s"')\]!])[\s"')\]!]+$/g;

function sentencesOf(english: string): string[] {
  return english.split(/[.;:](?:\s|$)|\n/).map((sentence) => sentence.replace(AROUND, '').replace(LEAD, ''));
}
