import type { RuleField } from '../../../packages/catalog/src/fields.ts';
import type { Direction } from '../model/catalog.ts';
import { compact } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Composite, readComposite, readRoleAndProtocol } from './composite.ts';
import { type Ends, readEnds } from './endpoints.ts';
import type { Grammar } from './fact.ts';
import { type PortCell, readPortCell, readPorts } from './ports.ts';
import { type Protocols, readProtocols } from './protocols.ts';
import { problem, type Result, understood } from './result.ts';
import { readDeviceRole, readRoleName } from './roles.ts';
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
    return JSON.stringify([PROTOCOLS.key(value), value.role, ranges]);
  },
  wording: ({ reordered }) => String(reordered !== null),
  field: protocolField,
  teaches: 'words',
};

export const ROLE_AND_PROTOCOL: Grammar<Composite> = {
  ...COMPOSITE,
  read: (english, { vocabulary }) => readRoleAndProtocol(english, vocabulary),
};

export const PORTS = portsOf('ports');
export const SOURCE_PORTS = portsOf('sourcePorts');
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
    /^do not authenticate$/i.test(english.trim())
      ? understood('none')
      : problem('unknown-authentication', 'this is no authentication requirement that is known', english),
  key: (value) => value,
  field: () => 'authentication',
};

export const DIRECTION: Grammar<Direction> = {
  domain: 'direction',
  read: (english) => {
    const word = directionWord(/^(in|out)(?:bound|going|coming)?$/i.exec(english.trim())?.[1]);
    return word === null
      ? problem('unknown-direction', 'this is no direction that is known', english)
      : understood(word);
  },
  key: (direction) => direction,
  field: () => 'direction',
};

/** A note is text, not a fact: without English it is published as it is. */
export const NOTE: Grammar<string> = {
  domain: 'note',
  read: understood,
  key: (note) => compact(note.replace(/\.$/, '')),
  field: null,
  unread: (published) => published,
};

/** The direction at the end of an IPsec rule's name; null where there is no direction. */
export function directionOfRule(name: string): Direction | null {
  return directionWord(/\b(inbound|outbound)$/i.exec(name)?.[1]);
}

function directionWord(word: string | undefined): Direction | null {
  if (word === undefined) return null;
  return word.toLowerCase().startsWith('in') ? 'inbound' : 'outbound';
}

function portsOf(field: 'ports' | 'sourcePorts'): Grammar<PortCell> {
  return {
    domain: 'port',
    read: (english, { vocabulary }) => readPortsAndProtocols(english, vocabulary),
    key: ({ ports: { ranges, any, configurable }, transports, protocols }) =>
      JSON.stringify([ranges, any, configurable, ...transports, ...protocols]),
    field: () => field,
  };
}

/** Reads a cell of ports; one that names a protocol beside them, as in `TCP(MTLS) 5061`, by the grammar of composites. */
function readPortsAndProtocols(english: string, vocabulary: Vocabulary): Result<PortCell> {
  const read = readPortCell(english);
  if (read.ok) return read;
  const composite = readComposite(english, vocabulary);
  if (!composite.ok) return read;
  const { role, ports: text, transports, protocols, note } = composite.value;
  if (role !== null || note !== null || text === null) return read;
  const ports = readPorts(text);
  if (!ports.ok) return ports;
  return understood({ ports: { ...ports.value, text: english.replaceAll('\n', ' ') }, transports, protocols });
}

function endOf(field: 'source' | 'destination'): Grammar<Ends> {
  return {
    domain: 'endpoint',
    read: (english, { vocabulary }) => readEnds(english, vocabulary),
    key: ({ any, roles }) => JSON.stringify([any, [...roles].sort()]),
    field: () => field,
  };
}

/** A transport's name decides the transports, any other word of the cell the protocols. */
function protocolField(corrected: string): RuleField {
  return /^(tcp|udp)$/i.test(corrected) ? 'transports' : 'protocols';
}
