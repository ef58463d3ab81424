import type { Interface, Side } from '../model/catalog.ts';
import type { Cell, SnapshotTable } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { englishOf, translate } from './reading.ts';

/** What a table's caption and the headings above it say of all its rows. */
export interface CaptionFacts {
  /** Whether the table is about clients. */
  client: boolean;
  /** Whether its ports are to be closed, so that none of its rows opens one. */
  closes: boolean;
  /** The side of the perimeter network whose firewall it is about. */
  firewall: Side | null;
  interface: Interface | null;
}

const CLIENT = /\bclient(?:[- ]side)? (?:ports?\b|(?:port|firewall) requirements)/i;
const PORT = /\bports?\b/i;
const OF_CLIENT =
  /\b(?:by|for|of|on) (?:(?:the|all|your|microsoft|lync|skype for business|internal|external|mobile) )*clients?\b(?!\s*(?:,|and|or)\s)/i;
const BLOCKED = '(?:block(?:ed)?|closed?|den(?:y|ied))';
const CLOSES = [
  new RegExp(
    `\\bports?\\b(?: (?:and|or) protocols?)?(?: numbers?| ranges?)?(?: (?:that|which|you))* (?:to(?: be)?|(?:must|should|have to|are to)(?: be)?|are(?= ${BLOCKED}(?! by default))) ${BLOCKED}\\b`,
    'i',
  ),
  /\bports?\b(?: \w+){0,2} (?:(?:must|should) not be|not to(?: be)?) (?:open(?:ed)?|allowed)\b/i,
  /\b(?:blocked|closed|denied|prohibited|forbidden|disallowed) ports?\b/i,
  /^(?:block|close|deny|(?:do not|don['’]t|never) open)\b(?: \w+){0,3} ports?\b/i,
];
const INTERFACE = /\b(external|internal)(?: (?:edge|network|server))* (?:interface|network adapter|nic)\b/i;
const FIREWALL = /\b(external|internal)(?:[- ]facing)?\s+(?:\S+\s+)?firewall\b/i;
const VIRTUAL_IP = /\bvirtual\s+ips?\b|\bvips?\b/i;
const NODE = /\bnodes?\b/i;

/** Reads caption and headings, the nearest first; the page's title is the last. */
export function readCaption(table: SnapshotTable, locale: string, vocabulary: Vocabulary): CaptionFacts {
  const headings = table.headings.toReversed();
  const texts = [
    englishText(table.caption, null, locale, vocabulary),
    ...headings.map(({ text, anchor }) => englishText(text, anchor, locale, vocabulary)),
  ].filter((text) => text !== null);
  const [nearest = ''] = texts;
  const side = (pattern: RegExp): Side | null => {
    const word = texts.map((text) => pattern.exec(text)?.[1]?.toLowerCase()).find((each) => each !== undefined);
    return word === 'external' || word === 'internal' ? word : null;
  };
  const ofInterface = side(INTERFACE);
  const address = VIRTUAL_IP.test(nearest) ? 'virtual-ip' : NODE.test(nearest) ? 'node' : null;
  return {
    client: isOfClients(nearest),
    closes: CLOSES.some((pattern) => pattern.test(nearest)),
    firewall: side(FIREWALL) ?? ofInterface,
    interface: ofInterface === null ? null : { side: ofInterface, address },
  };
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
  const text = cell.flatMap((line) => line.text ?? []).join(' ');
  return translate(text, 'caption', vocabulary, locale)?.english ?? anchor?.replaceAll('-', ' ') ?? null;
}
