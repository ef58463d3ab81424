import { nameKey } from '../vocabulary/text.ts';
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
const LIST = /\s*(?:,\s*(?:and|or)\b|,|;|\bor\b|\band\b)\s*/;
const ANY = /^any\b(?!\s+(?:survivable|server|edge|front|client))/i;
// "Any (can be defined as …)", "Any of the following running the XMPP Gateway service:"
const NARROWING = /^any\s*(?:\(\s*can be defined as\s*(?<names>.*?)\)?|of the following\b.*?:?|:)?$/is;
// A pool named without its kind is a pool of the servers named beside it, unless the vocabulary says of which.
const BARE_POOL = /^(?:the |each |a )?pool$/i;

// What may stand around a role's name without changing who is meant; the endpoint's text keeps it.
const AROUND = [
  /\s*\((?:shares|if|for|using|and)\b[^)]*\)?$/i,
  /\s+(?:running|that hold|that holds|using|in|on|with|where)\s+.*$/i,
  /\s+(?:public |private |virtual |internal |external |real )*(?:interface )?(?:IP|VIP)(?: address(?:es)?| interface)?$/i,
  /\s+(?:public |private |internal |external |listener |VIP )*(?:interface|address(?:es)?|listener)$/i,
  /\s+(?:internal|external|listener)$/i,
  /^(?:each|any|the|all|your|a|an|internal|external)\s+/i,
];

/** Reads one end of a flow, in English: "Any", a role, or a list of either. */
export function readEnds(text: string, names: Names): Result<Ends> {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const first = lines[0] ?? '';
  const beginsWithAny = ANY.test(first);
  // "Any of the following:" and "Any:" are those that follow, and nobody else. Korean pages lose the colon.
  const any = beginsWithAny && (lines.length === 1 || !/^any(?:\s+of\b.*|\s*:?)$/i.test(first));
  const items = beginsWithAny ? narrowing(lines) : listItems(lines, names);
  if (items === null) return unknown(text);
  const roles: string[] = [];
  for (const item of items) {
    if (BARE_POOL.test(strip(item)) && (roles.length > 0 || beginsWithAny)) {
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
  for (;;) {
    const role = names.english.role.get(nameKey(rest));
    if (role !== undefined) return role;
    const shorter = AROUND.map((pattern) => rest.replace(pattern, '')).find((each) => each !== rest);
    if (shorter === undefined || shorter === '') return null;
    rest = shorter;
  }
}

function strip(item: string): string {
  return AROUND.reduce((rest, pattern) => rest.replace(pattern, ''), item.trim()).trim();
}

/** The names that "Any" is narrowed to; null where the text behind it has another form. */
function narrowing(lines: string[]): string[] | null {
  const bulleted = lines.findIndex((line) => BULLET.test(line));
  // The bullets of an HTML list are no text, so behind a colon each line is an item.
  const plain = bulleted < 0 && lines[0]?.endsWith(':') === true;
  const head = (bulleted < 0 ? lines.slice(0, plain ? 1 : undefined) : lines.slice(0, bulleted)).join(' ');
  const match = NARROWING.exec(head);
  if (match === null) return null;
  const named = match.groups?.names;
  const items = plain ? lines.slice(1) : bulleted < 0 ? [] : bullets(lines.slice(bulleted));
  return [...(named === undefined ? [] : splitNames(named)), ...items];
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
  const bare = lines.map((line) => line.replace(ADDRESS_KIND, ''));
  const qualified = lines.some((line) => ADDRESS_KIND.test(line));
  const joined = bare.join(' ');
  if (!qualified && readRole(joined, names) !== null) return [joined];
  return (qualified ? bare : [joined]).flatMap((line) => (readRole(line, names) === null ? splitNames(line) : [line]));
}

/** The names in a sentence. A comma or "or" inside a relative clause splits it too; the rest of the clause is lost. */
function splitNames(sentence: string): string[] {
  return sentence.split(LIST).filter((name) => name !== '');
}

function unknown(text: string): Result<never> {
  return problem('unknown-endpoint', 'this names nobody that the vocabulary knows', text);
}
