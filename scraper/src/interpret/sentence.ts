import { type Direction, type PortSet, Transport } from '../model/catalog.ts';
import { plainWords } from '../vocabulary/text.ts';
import { saysConfigurable } from './configurable.ts';
import { readPorts } from './ports.ts';
import { problem, type Result, understood } from './result.ts';

/** What a sentence says of ports: "Inbound TCP port 80 or 443 open to host the website." */
export interface PortSentence {
  direction: Direction;
  transports: Transport[];
  ports: PortSet;
}

// A comma or a full stop belongs to a number where a digit follows it at once.
const NUMBER = String.raw`\d+(?:[,.]\d+)*`;
const PORTS = String.raw`${NUMBER}(?:(?:\s*-\s*|\s*,\s+(?:and\s+|or\s+)?|\s+(?:and|or|to|through)\s+)${NUMBER})*`;
const SENTENCE = new RegExp(
  String.raw`^(in|out)bound\s+(tcp|udp|tcp(?:\s+and\s+|\s+or\s+|/)udp)\s+ports?\s+(${PORTS})(?!\d)`,
  'i',
);

// Behind the ports, a transport or a number that is no year may be of another port.
const MORE = /\b(?:tcp|udp)\b|(?<![\d.,])(?!20\d\d\b)\d{2,5}(?![\d%]|[.,]\d)/i;

/** Whether a sentence says of a port that it is to be open, in English. */
export function isPortSentence(english: string): boolean {
  return SENTENCE.test(plainWords(english));
}

/** Reads the ports of a sentence; the reasons behind them are its note. */
export function readPortSentence(english: string): Result<PortSentence> {
  const plain = plainWords(english);
  const [whole, way, named = '', text] = SENTENCE.exec(plain) ?? [];
  if (text === undefined) return problem('unknown-port', 'this sentence opens no port in a way that is known', english);
  const rest = plain.slice(whole?.length);
  if (MORE.test(rest)) return problem('unknown-port', 'there may be more ports behind those of this sentence', english);
  const ports = readPorts(text);
  if (!ports.ok) return ports;
  return understood({
    direction: way?.toLowerCase() === 'in' ? 'inbound' : 'outbound',
    transports: Transport.options.filter((each) => named.toLowerCase().includes(each)),
    ports: { ...ports.value, configurable: saysConfigurable(english) },
  });
}
