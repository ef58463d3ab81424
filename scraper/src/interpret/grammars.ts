import type { Direction } from '../model/catalog.ts';
import type { Cell } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Composite, readComposite, readRoleAndProtocol } from './composite.ts';
import { type Ends, readEnds } from './endpoints.ts';
import type { Grammar } from './fact.ts';
import { type PortCell, readPortCell, readPorts } from './ports.ts';
import { type Protocols, readProtocols } from './protocols.ts';
import { problem, type Result, understood } from './result.ts';
import { readRoleName } from './roles.ts';
import { readService, withoutProduct } from './services.ts';

export type Grammars = ReturnType<typeof grammarsFor>;

/** The grammars of a product's port tables, each with what makes two of its readings the same. */
export function grammarsFor(product: string, vocabulary: Vocabulary) {
  const role: Grammar<string> = {
    domain: 'role',
    read: (english) => readRoleName(english, vocabulary),
    key: (value) => value,
    field: () => 'role',
  };
  const service: Grammar<string | null> = {
    domain: 'service',
    read: (english) => readService(english, vocabulary),
    key: (value) => value ?? '',
    field: () => 'service',
  };
  const protocols: Grammar<Protocols> = {
    domain: 'protocol',
    read: (english) => readProtocols(english, vocabulary),
    key: protocolKey,
    field: protocolField,
  };
  const composite: Grammar<Composite> = {
    domain: 'protocol',
    read: (english) => readComposite(english, vocabulary),
    key: compositeKey,
    field: protocolField,
  };
  const roleAndProtocol: Grammar<Composite> = {
    ...composite,
    read: (english) => readRoleAndProtocol(english, vocabulary),
  };
  const ports = (field: 'ports' | 'sourcePorts'): Grammar<PortCell> => ({
    domain: 'port',
    read: (english) => readPortsAndProtocols(english, vocabulary),
    key: ({ ports: { ranges, any, configurable }, transports, protocols }) =>
      JSON.stringify([ranges, any, configurable, ...transports, ...protocols]),
    field: () => field,
  });
  const ends = (field: 'source' | 'destination'): Grammar<Ends> => ({
    domain: 'endpoint',
    read: (english) => readEnds(english, vocabulary),
    key: (value) => JSON.stringify([value.any, [...value.roles].sort()]),
    field: () => field,
  });
  const ruleName: Grammar<string> = {
    domain: 'rule-name',
    read: understood,
    key: (value) => value.toLowerCase(),
    field: () => 'ruleName',
  };
  const authentication: Grammar<'none'> = {
    domain: 'authentication',
    read: (english) =>
      /^do not authenticate$/i.test(english.trim())
        ? understood('none')
        : problem('unknown-authentication', 'this is no authentication requirement that is known', english),
    key: (value) => value,
    field: () => 'authentication',
  };
  const direction: Grammar<Direction> = {
    domain: 'direction',
    read: readDirection,
    key: (value) => value,
    field: () => 'direction',
  };
  /** The cell of a service, without the product's name in front of it. */
  const serviceCell = (cell: Cell): Cell => cell.map((line) => ({ text: shorten(line.text), en: shorten(line.en) }));
  const shorten = (text: string | null) => (text === null ? null : withoutProduct(text, product, vocabulary));
  return {
    role,
    service,
    serviceCell,
    protocols,
    composite,
    roleAndProtocol,
    ports,
    ends,
    ruleName,
    authentication,
    direction,
    /** An IPsec rule's name ends with its direction. */
    directionOfRule: (name: string) => directionWord(/\b(inbound|outbound)$/i.exec(name)?.[1]),
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

function readDirection(english: string): Result<Direction> {
  const word = directionWord(/^(in|out)(?:bound|going|coming)?$/i.exec(english.trim())?.[1]);
  return word === null ? problem('unknown-direction', 'this is no direction that is known', english) : understood(word);
}

function directionWord(word: string | undefined): Direction | null {
  if (word === undefined) return null;
  return word.toLowerCase().startsWith('in') ? 'inbound' : 'outbound';
}

function protocolKey({ transports, protocols }: Protocols): string {
  return JSON.stringify([transports, protocols]);
}

function compositeKey(value: Composite): string {
  const ports = value.ports === null ? null : readPorts(value.ports);
  const ranges = ports === null ? null : ports.ok ? ports.value.ranges : value.ports;
  return JSON.stringify([protocolKey(value), value.role, ranges, value.reordered !== null]);
}

/** A transport's name decides the transports, any other word of the cell the protocols. */
function protocolField(corrected: string): string {
  return /^(tcp|udp)$/i.test(corrected) ? 'transports' : 'protocols';
}
