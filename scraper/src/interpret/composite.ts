import type { Direction } from '../model/catalog.ts';
import { nameKey, spaced } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Protocols, readProtocols } from './protocols.ts';
import { problem, type Result, understood } from './result.ts';

export interface Composite extends Protocols {
  role: string | null;
  /** The port's text, for the grammar of ports; null in a column that has none. */
  ports: string | null;
  /** Which way the port is open, where the cell says so: `HTTP 80 (out)`. */
  direction: Direction | null;
  /** The text with its words in order, where `inOrder` changed it; null elsewhere. */
  reordered: string | null;
}

type Names = Pick<Vocabulary, 'english' | 'compositeRoles'>;

// No text fits these in two ways, so that they take no longer than the text is. What they find the grammar of ports reads.
// One digit alone is a version, as in `HTTP/2`: no page has such a port.
const NUMBER = String.raw`(?:\d{2,}|\d(?=[,.\s]\d|\s?[-‐‑‒–—~]))(?:,\d+|[.\s]\d{3})*(?!\d)`;
const RANGE = String.raw`${NUMBER}(?:\s*(?:[-‐‑–—~]|to|through)\s*${NUMBER})?`;
const PORTS = String.raw`(?:any|all|${RANGE}(?:(?:\s*[/;]\s*|,\s+|\s+(?:and|or)\s+)${RANGE})*)`;
// The port at the end: behind a slash, a colon or white space as in `HTTP/TCP 8080`, or in parentheses as in `HTTPS (443)`.
// It is read from the end on: from the beginning on, each slash might be the one.
const PORT_LAST = new RegExp(`$(?<=[/:\\s](${PORTS})|\\S\\s?\\(\\s?(${PORTS})\\s?\\))`, 'i');
// What may stand between the protocols and the port: `TLS: 5061`, `TCP port 443`.
const BEFORE_PORT = /(?:\s?[/:]?\s?(?<![a-z])ports?(?:\(s\))?)?\s?[/:(]?\s?$/i;
const WAY = /\s?\((in|out)(?:bound|going|coming)?\)$/i;
// `443/TCP`, `443 (TCP)`.
const PORT_FIRST = new RegExp(`^(${PORTS})(?:/|\\s|(?=\\())\\s*(\\D.*)$`, 'is');

/**
 * Reads a cell of a column headed `Role/Protocol/TCP or UDP/Port` or `Port/Protocol`, in English. Any part but the port
 * may be missing, and the role may hold a slash itself (`A/V/STUN,MSTURN/UDP/3478`).
 */
export function readComposite(text: string, names: Names): Result<Composite> {
  const shown = spaced(text);
  const [, way = null] = WAY.exec(shown) ?? [];
  const [rest, ports] = splitPorts(shown.replace(WAY, ''));
  if (rest === undefined || ports === undefined) {
    return problem('unknown-composite', 'no port at either end of this', text);
  }
  const read = readRoleAndProtocol(rest, names);
  if (!read.ok) return read;
  const { reordered } = read.value;
  const direction = way === null ? null : way.toLowerCase() === 'in' ? 'inbound' : 'outbound';
  return understood({
    ...read.value,
    ports,
    direction,
    reordered: reordered === null ? null : `${reordered}/${ports}`,
  });
}

function splitPorts(text: string): (string | undefined)[] {
  const [, open, enclosed] = PORT_LAST.exec(text) ?? [];
  const last = open ?? enclosed;
  if (last !== undefined) return [text.slice(0, text.lastIndexOf(last)).replace(BEFORE_PORT, ''), last];
  const [, first, behind] = PORT_FIRST.exec(text) ?? [];
  return [behind, first];
}

/** Reads the same without a port: a cell of a column headed `Role or protocol`. */
export function readRoleAndProtocol(text: string, names: Names): Result<Composite> {
  const trimmed = spaced(text);
  const ordered = inOrder(trimmed, names);
  const { role, rest } = splitRole(ordered, names);
  const read = readProtocols(rest, names);
  if (!read.ok) return read;
  return understood({
    ...read.value,
    role,
    ports: null,
    direction: null,
    reordered: ordered === trimmed ? null : ordered,
  });
}

function splitRole(text: string, names: Names): { role: string | null; rest: string } {
  // The name of a role has one slash at most.
  for (const [whole, name = ''] of [/^([^/]*\/[^/]*)\//.exec(text), /^([^/]*)\//.exec(text)].filter(
    (each) => each !== null,
  )) {
    const key = nameKey(name);
    const known = names.compositeRoles.find(({ prefix }) => nameKey(prefix) === key);
    if (known !== undefined) return { role: known.role, rest: text.slice(whole.length) };
  }
  const slash = text.indexOf('/');
  const role = slash < 0 ? undefined : names.english.role.get(nameKey(text.slice(0, slash)));
  return role === undefined ? { role: null, rest: text } : { role, rest: text.slice(slash + 1) };
}

/**
 * Puts the words of a composite in order, because machine translation moves the security protocol to the front:
 * `MTLS (Access/SIP)/TCP/5061` was `Access/SIP(MTLS)/TCP/5061`. In the English, no role begins a parenthesis.
 */
function inOrder(text: string, names: Names): string {
  const [, security, role, protocol, rest] = /^(\w+)\s*\((.+)\/([^/()]+)\)(.*)$/s.exec(text) ?? [];
  if (role === undefined || splitRole(`${role}/`, names).role === null) return text;
  return `${role}/${protocol}(${security})${rest}`;
}
