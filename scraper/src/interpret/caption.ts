import type { Interface, Side } from '../model/catalog.ts';
import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import { plainWords } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { englishOf, isKorean, publishedOf, translate } from './reading.ts';
import { remarksIn } from './remarks.ts';
import { shownOf } from './shown.ts';

/** What a table's caption and the headings above it say of all its rows. */
export interface CaptionFacts {
  /** Whether the table is about clients. */
  client: boolean;
  /** Whether its ports are to be closed, so that none of its rows opens one. */
  closes: boolean;
  /** A line that may say so in words that are not understood. */
  unclear: string | null;
  /** The nearest of them, in English: it may say for which releases the rows are. */
  nearest: string;
  /** The side of the perimeter network whose firewall it is about. */
  firewall: Side | null;
  interface: Interface | null;
  /** The caption, where it is in a language that the vocabulary is not written for and nothing is known of it. */
  unread: string | null;
}

const CLIENT = /\bclient(?:[- ]side)? (?:ports?\b|(?:port|firewall) requirements)/i;
const PORT = /\bports?\b/i;
const OF_CLIENT =
  /\b(?:by|for|of|on) (?:(?:the|all|your|microsoft|lync|skype for business|internal|external|mobile) )*clients?\b(?!\s*(?:,|and|or)\s)/i;
const BLOCK = '(?:block|close|deny|disable|reject|drop|forbid|prohibit|disallow)';
const BLOCKED = '(?:block(?:ed)?|closed?|den(?:y|ied)|disabled?|reject(?:ed)?|dropped|forbidden|prohibited|disallowed)';
const THINGS = '(?:ports?|traffic|connections?)';
const MUST = '(?:must|should|ha(?:s|ve) to|needs? to|(?:is|are) to|to|shall|may|can)';
const CLOSES = [
  new RegExp(
    `\\b${THINGS}(?: (?:and|or) protocols?)?(?: numbers?| ranges?)?(?: (?:that|which|you|we))* (?:${MUST}(?: always)?(?: (?:be|be kept|remain|stay|keep))?|(?:is|are)(?= ${BLOCKED}(?! by default))) ${BLOCKED}\\b(?! by default)`,
    'i',
  ),
  new RegExp(
    `\\b${THINGS}\\b(?: \\w+){0,3} (?:(?:must|should|shall|may|can|need) ?not|(?:is|are) not to|never|not to|must never)(?: (?:be|to))* (?:open(?:ed)?|allow(?:ed)?|expose(?:d)?|used?)\\b`,
    'i',
  ),
  new RegExp(
    `\\b${THINGS} (?:(?:that|which) )?(?:(?:is|are) )?(?:not allowed|no longer (?:open|used|needed|required))\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:blocked|closed|denied|disabled|prohibited|forbidden|disallowed|unused|reserved)(?: (?:tcp|udp|inbound|outbound|firewall|network|and|or))* ${THINGS}\\b`,
    'i',
  ),
  new RegExp(
    `^(?:please )?(?:always )?(?:${BLOCK}|(?:do not|don['’]t|never) (?:open|allow|expose))\\b(?: \\w+){0,5} ${THINGS}\\b`,
    'i',
  ),
  new RegExp(
    `^(?:please )?keep (?:\\w+ ){0,4}${THINGS} (?:closed|blocked)\\b|\\b(?:deny|block) (?:rules?|list)\\b|^(?:not|no longer) (?:used|in use)$`,
    'i',
  ),
];
// "Ports to open" under a heading that says the opposite.
const OPENS = new RegExp(
  `\\b${THINGS}(?: \\w+){0,3} (?:to|must|should)(?: be)? (?:open(?:ed)?|allow(?:ed)?|unblock(?:ed)?)\\b|\\b(?<!\\b(?:not|never|no longer) )(?:open|required|allowed) ${THINGS}\\b`,
  'i',
);
// What else is said of the state of ports, in any order.
const OF_PORTS = new RegExp(`\\b(?:${THINGS}|rules?)\\b`, 'i');
const STATES =
  /\b(?:not|never|no|un(?:used|necessary|needed|supported|safe|wanted)|insecure|risk\w*|deprecated|obsolete|remov(?:e[ds]?|al)|delete[ds]?|shut|filter(?:s|ed)|blocking|closing|denying|retired?|withdrawn|discontinued|restricted|avoid(?:ed)?|superseded|temporar\w+|reserved|old|former|previous|legacy|exclu\w+|conflict\w*|attack\w*|malware|black ?list\w*|except|other than|out of|dangerous|inactive|invalid|incorrect|wrong|restrict|filter)\b|\bsafely clos|\b(?:leave|kept|keep|stays?) (?:closed|blocked|shut)/i;
// The same of what the headings above call ports.
const LISTS = /^(?:block|deny|black) ?list(?:ed)?\b|^(?:please )?(?:do not|never) (?:open|allow|expose)\b/i;
const NOT_CLOSED = new RegExp(`\\b(?:not|never)(?: be| to be)? ${BLOCKED}\\b`, 'i');
const INTERFACE = /\b(external|internal)(?: (?:edge|network|server))* (?:interface|network adapter|nic)\b/i;
const FIREWALL = /\b(external|internal)(?:[- ]facing)?\s+(?:\S+\s+)?firewall\b/i;
const VIRTUAL_IP = /\bvirtual\s+ips?\b|\bvips?\b/i;
const NODE = /\bnodes?\b/i;

/** Reads caption and headings, the nearest first; the page's title is the last. */
export function readCaption(table: SnapshotTable, locale: string, vocabulary: Vocabulary): CaptionFacts {
  const headings = table.headings.toReversed();
  // What was learnt counts only where a caption that is not known is reported, so that no caption says less by it.
  const words = isKorean(locale) ? (vocabulary.accepted ?? vocabulary) : vocabulary;
  const caption = englishText(table.caption, null, locale, words);
  const texts = [caption, ...headings.map(({ text, anchor }) => englishText(text, anchor, locale, words))]
    .filter((text) => text !== null)
    .map((text) => plainWords(text).replaceAll('-', ' '));
  const [nearest = ''] = texts;
  const side = (pattern: RegExp): Side | null => {
    const word = texts.map((text) => pattern.exec(text)?.[1]?.toLowerCase()).find((each) => each !== undefined);
    return word === 'external' || word === 'internal' ? word : null;
  };
  const ofInterface = side(INTERFACE);
  const address = VIRTUAL_IP.test(nearest) ? 'virtual-ip' : NODE.test(nearest) ? 'node' : null;
  return {
    client: isOfClients(nearest),
    closes: closes(texts),
    unclear: unclearIn(texts),
    nearest,
    firewall: side(FIREWALL) ?? ofInterface,
    interface: ofInterface === null ? null : { side: ofInterface, address },
    unread: caption !== null || table.caption.length === 0 || isKorean(locale) ? null : publishedOf(table.caption),
  };
}

/** The sentence of a paragraph next to a table that says that ports are to be closed; null for none. */
export function closesInProse(paragraph: Cell, locale: string, vocabulary: Vocabulary): string | null {
  const sentences = plainWords(englishText(shownOf(paragraph), null, locale, vocabulary) ?? '').split(
    /[.;:](?:\s|$)|\n/,
  );
  return sentences.find((each) => CLOSES.some((pattern) => pattern.test(each)) && !OF_OTHERS.test(each)) ?? null;
}

/** All ports but those of the table. */
const OF_OTHERS = /\b(?:others?|remaining|rest|else)\b/i;

/** Whether the nearest text that says whether to open the ports or to close them says that they are to be closed. */
function closes(texts: readonly string[]): boolean {
  for (const text of texts) {
    if (text.split('\n').some((line) => CLOSES.some((pattern) => pattern.test(line)))) return true;
    if (OPENS.test(text)) return false;
  }
  return false;
}

/** The first line that may say that the ports are not to be open, where no text before it says that they are. */
function unclearIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    if (OPENS.test(text)) return null;
    const unclear = text
      .split('\n')
      .find((line) => LISTS.test(line) || (OF_PORTS.test(line) && STATES.test(line) && !NOT_CLOSED.test(line)));
    if (unclear !== undefined) return unclear;
  }
  return null;
}

/** Whether a line names clients, or ports and behind them clients. */
function isOfClients(text: string): boolean {
  if (CLIENT.test(text)) return true;
  return text.split('\n').some((line) => {
    const port = line.search(PORT);
    return port >= 0 && OF_CLIENT.test(line.slice(port));
  });
}

/** The anchor of a heading is its English, in small letters, on pages that are translated. */
function englishText(cell: Cell, anchor: string | null, locale: string, vocabulary: Vocabulary): string | null {
  if (cell.length === 0) return null;
  const own = englishOf(cell);
  if (own !== null) return own;
  const text = cell.map((line) => line.text).join(' ');
  const english = translate(text, 'caption', vocabulary, locale)?.english ?? anchor?.replaceAll('-', ' ');
  return [english, remarksIn(text, vocabulary).english].filter((each) => each).join('\n') || null;
}
