import type { RuleField } from '../../../packages/catalog/src/fields.ts';
import type { Direction } from '../model/catalog.ts';
import { compact, plainWords } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Composite, readComposite, readRoleAndProtocol } from './composite.ts';
import type { RuleFacts } from './draft.ts';
import { type Ends, readEnds } from './endpoints.ts';
import type { Grammar } from './fact.ts';
import { type NamedPorts, readNamedPorts } from './named-ports.ts';
import { type PortCell, type PortCells, readPortCell, readPorts, wholeNumber } from './ports.ts';
import { type Protocols, readProtocols } from './protocols.ts';
import { problem, type Result, understood } from './result.ts';
import { readDeviceRole, readRoleName } from './roles.ts';
import { type PortSentence, readPortSentence } from './sentence.ts';
import { readService, withoutProduct } from './services.ts';

/** The grammars of port tables, each with what makes two of its readings the same. */

export const ROLE: Grammar<string> = {
  domain: 'role',
  read: (english, { vocabulary }) => readRoleName(english, vocabulary),
  key: (role) => role,
  field: () => 'role',
};

/** A list of devices, which are of one role. */
export const DEVICES: Grammar<string> = {
  domain: 'device',
  read: (english, { vocabulary }) => readDeviceRole(english, vocabulary),
  key: (role) => role,
  field: null,
  teaches: 'lines',
};

/** Without a product's name in front of it. */
export const SERVICE: Grammar<string | null> = {
  domain: 'service',
  read: (english, { vocabulary }) => readService(english, vocabulary),
  key: (service) => service ?? '',
  field: () => 'service',
  part: (cell, { vocabulary }) => {
    const shorten = (text: string | null) => (text === null ? null : withoutProduct(text, vocabulary));
    return cell.map(({ text, en }) => ({ text: shorten(text), en: shorten(en) }));
  },
};

export const PROTOCOLS: Grammar<Protocols> = {
  domain: 'protocol',
  read: (english, { vocabulary }) => readProtocols(english, vocabulary),
  key: ({ transports, protocols }) => JSON.stringify([transports, protocols]),
  field: protocolField,
  teaches: 'words',
};

export const COMPOSITE: Grammar<Composite> = {
  domain: 'protocol',
  read: (english, { vocabulary }) => readComposite(english, vocabulary),
  key: (value) => {
    const ports = value.ports === null ? null : readPorts(value.ports);
    const ranges = ports === null ? null : ports.ok ? ports.value.ranges : value.ports;
    return JSON.stringify([PROTOCOLS.key(value), value.role, value.direction, ranges]);
  },
  wording: ({ reordered }) => String(reordered !== null),
  field: protocolField,
  teaches: 'words',
};

/** Several ports in a cell of composites, each with its own: `UDP 3478, TCP 443`. */
export const COMPOSITES: Grammar<PortCells> = {
  ...portsOf('ports'),
  read: (english, context) => {
    const read = PORTS.read(english, context);
    const isSeveral = read.ok && read.value.length > 1 && !COMPOSITE.read(english, context).ok;
    const named =
      isSeveral && read.value.every(({ transports, protocols }) => transports.length + protocols.length > 0);
    return named ? read : problem('unknown-composite', 'these are not several ports with their protocols', english);
  },
};

export const ROLE_AND_PROTOCOL: Grammar<Composite> = {
  ...COMPOSITE,
  read: (english, { vocabulary }) => readRoleAndProtocol(english, vocabulary),
};

export const PORTS = portsOf('ports');
export const SOURCE_PORTS = portsOf('sourcePorts');
export const NODE_PORTS = portsOf('nodePorts');
export const SOURCE = endOf('source');
export const DESTINATION = endOf('destination');

export const RULE_NAME: Grammar<string> = {
  domain: 'rule-name',
  read: understood,
  key: (name) => name.toLowerCase(),
  field: () => 'ruleName',
};

export const AUTHENTICATION: Grammar<'none'> = {
  domain: 'authentication',
  read: (english) =>
    /^(?:do not authenticate|no authentication|not authenticated)$/i.test(plainWords(english))
      ? understood('none')
      : problem('unknown-authentication', 'this is no authentication requirement that is known', english),
  key: (value) => value,
  field: () => 'authentication',
};

/** A direction, and the role that it is seen from where the cell names one: "Inbound to SQL Server". */
export interface DirectionOf {
  direction: Direction;
  role: string | null;
}

export const DIRECTION: Grammar<DirectionOf> = {
  domain: 'direction',
  read: (english, { vocabulary }) => {
    const [, way, preposition, name] =
      /^(in|out)(?:bound|going|coming)?(?:\s+\(?(to|from|on)\s+(?:the\s+)?([^()]+?)\)?)?$/is.exec(
        plainWords(english),
      ) ?? [];
    const direction = directionWord(way);
    const unknown = problem('unknown-direction', 'this is no direction that is known', english);
    if (direction === null) return unknown;
    // Who stands behind "inbound from" or "outbound to" is at the other end.
    if (preposition?.toLowerCase() === (direction === 'inbound' ? 'from' : 'to')) return unknown;
    if (name === undefined) return understood({ direction, role: null });
    const role = readRoleName(name, vocabulary);
    return role.ok ? understood({ direction, role: role.value }) : unknown;
  },
  key: ({ direction, role }) => [direction, role].join(' '),
  field: () => 'direction',
};

export const VIRTUAL_IP: Grammar<NamedPorts> = {
  domain: 'port',
  read: readNamedPorts,
  key: ({ name, ports }) => `${name} ${ports}`,
  field: () => 'ports',
};

/** The name is that of a role; the value has its id. */
export const MONITOR: Grammar<NamedPorts> = {
  domain: 'role',
  read: (english, { vocabulary }) => {
    const read = readNamedPorts(english);
    if (!read.ok) return read;
    const role = readRoleName(read.value.name, vocabulary);
    return role.ok ? understood({ ...read.value, name: role.value }) : role;
  },
  key: ({ name, ports }) => `${name} ${ports}`,
  field: () => 'monitor',
  teaches: 'lines',
};

export const PERSISTENCE: Grammar<NonNullable<RuleFacts['persistence']>> = {
  domain: 'persistence',
  read: (english) => {
    const [, word] =
      /^(source|cookie|none)(?:\s+(?:address|ip))?(?:\s+(?:affinity|persistence))?$/i.exec(plainWords(english)) ?? [];
    return word === undefined
      ? problem('unknown-persistence', 'this is no way of persistence that is known', english)
      : understood(word.toLowerCase() as NonNullable<RuleFacts['persistence']>);
  },
  key: (value) => value,
  field: () => 'persistence',
};

const TOTAL = /^(?:(?:grand|overall)\s+)?(?:totals?|sum)(?:\s+(?:number\s+)?(?:of\s+)?ports?(?:\s+reserved)?)?\s*:?$/i;

/** Which media a range is for. A row that adds the others up is of none. */
export const MEDIA: Grammar<string | null> = {
  ...SERVICE,
  read: (english, { vocabulary }) =>
    TOTAL.test(plainWords(english))
      ? problem('total-row', 'this row adds up the others, and opens nothing', english)
      : readService(english, vocabulary),
};

/** The name of a setting. */
export const PROPERTY: Grammar<string> = {
  domain: 'port',
  read: (english) =>
    /^\w+$/.test(english.trim())
      ? understood(english.trim())
      : problem('unknown-property', 'this is not the name of a setting', english),
  key: (name) => name,
  field: () => 'property',
};

/** A sentence on ports, of the role that its column is about. */
export const SENTENCE: Grammar<PortSentence> = {
  domain: 'port',
  read: readPortSentence,
  key: ({ direction, transports, ports: { ranges, configurable } }) =>
    JSON.stringify([direction, transports, ranges, configurable]),
  field: () => 'ports',
};

/** The first port of a range: one number, so a comma in it separates thousands. */
export const START: Grammar<number> = {
  domain: 'port',
  read: (english) => {
    const read = readPorts(String(wholeNumber(english.trim()) ?? english));
    if (!read.ok) return read;
    const [range, ...others] = read.value.ranges;
    const isOne = range !== undefined && range.from === range.to && others.length === 0;
    return isOne ? understood(range.from) : problem('unknown-port', 'this is not one port', english);
  },
  key: String,
  field: () => 'ports',
};

/** How many ports a range has. */
export const COUNT: Grammar<number> = {
  domain: 'port',
  read: (english) => {
    const count = wholeNumber(english.trim());
    return count === null || count < 1
      ? problem('unknown-count', 'this is no number of ports', english)
      : understood(count);
  },
  key: String,
  field: () => 'ports',
};

/** Names of hosts, a line each; the roles to which they belong. */
export const HOSTS: Grammar<string[]> = {
  domain: 'endpoint',
  read: (english, { vocabulary }) => {
    const roles = new Set<string>();
    for (const line of english.split('\n')) {
      // A star stands for any label. Pages leave out the dot behind it, and translations put spaces behind either. A
      // word in front of the name may deny it.
      const name = line
        .trim()
        .toLowerCase()
        .replace(/(?<=[*.])\s+/g, '');
      const host = /\s/.test(name) ? '' : `.${name.replace(/^\*\.?/, '')}`;
      const role = vocabulary.entries.roles.find(({ hosts }) => hosts?.some((domain) => host.endsWith(`.${domain}`)));
      if (role === undefined) return problem('unknown-endpoint', 'nobody is known to whom this host belongs', line);
      roles.add(role.id);
    }
    return understood([...roles]);
  },
  key: (roles) => roles.join(),
  field: () => 'destination',
};

/** A note is text, not a fact: without English it is published as it is. */
export const NOTE: Grammar<string> = {
  domain: 'note',
  read: understood,
  key: (note) => compact(note.replace(/\.$/, '')),
  field: null,
  unread: (published) => published,
};

/** The direction at the end of an IPsec rule's name; null where there is none, or both. */
export function directionOfRule(name: string): Direction | null {
  const [, before = '', way] = /^(.*)\b(inbound|outbound)$/is.exec(name) ?? [];
  return BOTH_WAYS.test(before) ? null : directionWord(way);
}

/** In front of a direction: the other one, or its denial. */
const BOTH_WAYS = /\b(?:(?:in|out)bound\s*(?:[/,&+]|-|\band\b|\bor\b)|not|no|non-?|never)\s*$/i;

function directionWord(word: string | undefined): Direction | null {
  if (word === undefined) return null;
  return word.toLowerCase().startsWith('in') ? 'inbound' : 'outbound';
}

function portsOf(field: 'ports' | 'sourcePorts' | 'nodePorts'): Grammar<PortCells> {
  return {
    domain: 'port',
    read: (english, { vocabulary }) => readPortCell(english, (part) => readPortsOfProtocol(part, vocabulary)),
    key: (cells) =>
      JSON.stringify(
        cells.map(({ ports: { ranges, any, configurable }, transports, protocols }) => {
          return [ranges, any, configurable, ...transports, ...protocols];
        }),
      ),
    field: () => field,
  };
}

/** Reads ports with a protocol beside them, as in `TCP(MTLS) 5061`, by the grammar of composites. */
function readPortsOfProtocol(english: string, vocabulary: Vocabulary): Result<PortCell> {
  const composite = readComposite(english, vocabulary);
  if (!composite.ok) return composite;
  const { role, ports: text, transports, protocols, direction, note } = composite.value;
  if (
    role !== null ||
    note !== null ||
    direction !== null ||
    text === null ||
    transports.length + protocols.length === 0
  )
    return problem('unknown-port', 'this is more than ports', english);
  const ports = readPorts(text);
  if (!ports.ok) return ports;
  const set = { ...ports.value, text: english.replaceAll('\n', ' ') };
  return understood({ ports: set, transports, protocols, optional: null });
}

function endOf(field: 'source' | 'destination'): Grammar<Ends> {
  return {
    domain: 'endpoint',
    read: (english, { vocabulary }) => readEnds(english, vocabulary),
    key: ({ any, narrowed, roles }) => JSON.stringify([any, narrowed, [...roles].sort()]),
    field: () => field,
  };
}

/** A transport's name decides the transports, any other word of the cell the protocols. */
function protocolField(corrected: string): RuleField {
  return /^(tcp|udp)$/i.test(corrected) ? 'transports' : 'protocols';
}
