import { nameKey, plainWords, spaced } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

export interface Ends {
  any: boolean;
  /** Whether "Any" may be narrowed to the roles. */
  narrowed: boolean;
  /** Role ids in the order in which they are named. */
  roles: string[];
}

type Names = Pick<Vocabulary, 'english' | 'entries'>;

const BULLET = /^[•·▪*-]\s*/u;
// "Private IP using NAT: Edge Server Access Edge service": which of the end's addresses a line is about.
const ADDRESS_KIND = /^\**\s*(?:private|public)(?:\s+IP)?(?:\s+using NAT)?\s*:\**\s*/i;
// Between names in a sentence.
const LIST = /\s*(?:,\s*(?:and|or)\b|[,;&+]|\band\/or\b|\bor\b|\band\b|\bplus\b|\bas well as\b)\s*/;
// "Edge Server (and Director)" is a list too.
const ADDED = /\s*\((?:and|or|plus)\s+([^()]*)\)/gi;
const ANY = /^any\b(?!\s+(?:survivable|server|edge|front|client|of\b))/i;
const ANYBODY = /^(?:any|all)(?:\s+(?:ip(?:\s+address(?:es)?)?|address(?:es)?|hosts?))?$/i;
// "Any of the following running the XMPP Gateway service:", "Any:": those that follow, and nobody else.
const OF_THESE = /^(?:any|one|either|each|all)\s+of(?:\s+(?:the\s+following|these|those)\b[^:]*(?::|$)|\s*:)|^any\s*:/i;
// "Any (can be defined as …)"
const NARROWING =
  /^any\s*[(,]\s*(?:can|could|may) be (?:defined as|limited to|restricted to|narrowed to)\s*(.*?)\)?$/is;
// A pool named without its kind is a pool of the servers named beside it, unless the vocabulary says of which.
const BARE_POOL = /^(?:the |each |a )?pool$/i;

// What may stand around a role's name without changing who is meant; the endpoint's text keeps it. What stands behind it
// is read from the end on: from the beginning on, each word might be the first of it.
const AROUND = [
  /$(?<=(\s?\((?:shares|if|for|using)\b[^)]*\)?))/i,
  /\s(?:running|that hold|that holds|using|in|on|with|where)\s.*$/is,
  /$(?<=(\s(?:public |private |virtual |internal |external |real )*(?:interface )?(?:IP|VIP)(?: address(?:es)?| interface)?))/i,
  /$(?<=(\s(?:public |private |internal |external |listener |VIP )*(?:interface|address(?:es)?|listener)))/i,
  /\s(?:internal|external|listener|only)$/i,
  /^(?:each|any|one|all)\s+of\s+(?=the\b|your\b)/i,
  /^(?:each|any|the|all|your|a|an|internal|external)\s+/i,
];

const CLAUSE_BELOW = /\n(?=(?:in|on|of|that|using|running|with)\s)/g;

/** "(if a Director is deployed)", "(shares IP address with Access Edge service)", "using this Edge Server". */
const RELATION = /^\s*(?:\((?:if|shares)|using this)\b/i;
const ARTICLE = /^(?:the|an?)$/i;
/** Names of roles in clauses have no more words, a slash being one. */
const MOST_WORDS = 8;

/** What speaks of ports narrows the rule and not only the name. Years stand in the names of products. */
const OF_PORTS = /(?<!\d)(?!20\d\d(?!\d))\d{2}|\b(?:tcp|udp|ports?)\b/i;

/** How many things may stand around a name. Pages have three: "the … public IP address (if …)". */
const MOST_AROUND = 8;

/** Reads one end of a flow, in English: "Any", a role, or a list of either. */
export function readEnds(text: string, names: Names): Result<Ends> {
  const lines = plainWords(spaced(text))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines[0] ?? '';
  const these = listed(lines);
  // "Any federated partner" is that partner, whichever it is.
  const isNamed = lines.length === 1 && readRole(first, names) !== null;
  const any = these === null && !isNamed && (ANY.test(first) || (lines.length === 1 && ANYBODY.test(first)));
  const items = these ?? (any ? narrowing(lines) : listItems(lines, names));
  if (items === null) return unknown(text);
  const roles: string[] = [];
  for (const item of items.flatMap((each) => (readRole(each, names) === null ? splitNames(each) : [each]))) {
    if (BARE_POOL.test(strip(item)) && (roles.length > 0 || any)) {
      const pool = names.entries.roles.find(({ id }) => id === roles.at(-1))?.pool;
      if (pool !== undefined && !roles.includes(pool)) roles.push(pool);
      continue;
    }
    const role = readRole(item, names);
    if (role === null) return unknown(item);
    if (!roles.includes(role)) roles.push(role);
  }
  if (!any && roles.length === 0) return unknown(text);
  return understood({ any, narrowed: any && roles.length > 0, roles });
}

/** The role that a name means, whatever address or clause stands around it; null where it means none. */
function readRole(name: string, names: Names): string | null {
  let rest = name.trim();
  const beside: string[] = [];
  for (let taken = 0; taken <= MOST_AROUND; taken += 1) {
    const role = names.english.role.get(nameKey(rest));
    if (role !== undefined) return beside.every((other) => other === role) ? role : null;
    const around = AROUND.map((pattern) => aroundIn(rest, pattern)).find((each) => each !== null);
    if (around === undefined || around === null || OF_PORTS.test(around.text)) return null;
    beside.push(...rolesIn(around.text, names));
    rest = around.rest;
  }
  return null;
}

/** What stands around a name, and the name; null for nothing. A list may go on with another end, so it stays. */
function aroundIn(name: string, pattern: RegExp): { text: string; rest: string } | null {
  // What reads from the end on finds nothing itself, and captures.
  const [found = '', behind] = pattern.exec(name) ?? [];
  const text = behind ?? found;
  if (text === '' || text === name || LIST.test(text)) return null;
  return { text, rest: behind === undefined ? name.replace(found, '') : name.slice(0, -behind.length) };
}

/**
 * The roles that a clause names, wherever they stand in it: each is somebody else than the end, or another end. A clause on
 * how the end stands to others names none.
 */
function rolesIn(clause: string, names: Names): string[] {
  if (RELATION.test(clause)) return [];
  // A slash is a word here: some names have one in them, and others stand beside one.
  const words = clause
    .replaceAll('/', ' / ')
    .split(/[\s()[\]{}"':]+/)
    .filter((word, at, all) => word !== '' && (!ARTICLE.test(word) || all[at + 1] === '/'));
  // The key of a name is that of its words, one behind the other.
  const keys = words.map(nameKey);
  return keys.flatMap((_, from) => {
    let name = '';
    return keys.slice(from, from + MOST_WORDS).flatMap((key) => {
      name += key;
      return names.english.role.get(name) ?? [];
    });
  });
}

function strip(item: string): string {
  return AROUND.reduce((rest, pattern) => aroundIn(rest, pattern)?.rest ?? rest, item.trim()).trim();
}

/** The names below or behind "Any of the following:"; null where the text has another form. */
function listed(lines: string[]): string[] | null {
  const bulleted = lines.findIndex((line) => BULLET.test(line));
  const head = lines.slice(0, Math.max(bulleted, 1)).join(' ');
  // Above a list, "Any" needs no colon.
  const found = bulleted > 0 && /^any$/i.test(head) ? head : OF_THESE.exec(head)?.[0];
  if (found === undefined) return null;
  const below = lines.slice(Math.max(bulleted, 1));
  return [...splitNames(head.slice(found.length).trim()), ...(bulleted < 0 ? unbroken(below) : bullets(below))];
}

/** The names that "Any" is narrowed to; null where the text behind it has another form. */
function narrowing(lines: string[]): string[] | null {
  const text = lines.join(' ');
  if (ANYBODY.test(text)) return [];
  const [, named] = NARROWING.exec(text) ?? [];
  return named === undefined ? null : splitNames(named);
}

/** A line that begins a clause goes on with the line above it: "Each Front End Server", "in your Front End pool". */
function unbroken(lines: string[]): string[] {
  return lines.join('\n').replace(CLAUSE_BELOW, ' ').split('\n');
}

/** A line without a bullet goes on with the line above it. */
function bullets(lines: string[]): string[] {
  const items: string[] = [];
  for (const line of lines) {
    if (BULLET.test(line) || items.length === 0) items.push(line.replace(BULLET, ''));
    else items.push(`${items.pop()} ${line}`);
  }
  return items;
}

function listItems(lines: string[], names: Names): string[] {
  if (lines.some((line) => BULLET.test(line))) return bullets(lines);
  // Lines that are a name each, and together none, are a list.
  if (lines.every((line) => readRole(line, names) !== null) && readRole(lines.join(' '), names) === null) return lines;
  const bare = lines.map((line) => line.replace(ADDRESS_KIND, ''));
  const qualified = lines.some((line) => ADDRESS_KIND.test(line));
  return qualified ? bare : [bare.join(' ')];
}

/** The names in a sentence. A comma or "or" inside a relative clause splits it too; the rest of the clause is lost. */
function splitNames(sentence: string): string[] {
  return sentence
    .replace(ADDED, ', $1')
    .split(LIST)
    .filter((name) => name !== '');
}

function unknown(text: string): Result<never> {
  return problem('unknown-endpoint', 'this names nobody that the vocabulary knows', text);
}
