import ipaddr from 'ipaddr.js';
import { joined, type Span } from './spans.ts';

export type Family = 4 | 6;

/** One address or one network, as a person wrote it but in its shortest form. */
export interface Block {
  readonly text: string;
  readonly family: Family;
  readonly span: Span;
}

/** What is wrong with an address, as a code of `messages.ts`. */
export type AddressFault = 'address' | 'host-bits' | 'address-kind' | 'network-here' | 'whole-internet';

/** Addresses that stand on one side of a rule. Blocks are none inside another; `key` is equal where the addresses are. */
export interface AddressSet {
  readonly blocks: readonly Block[];
  readonly spans: readonly Span[];
  readonly key: string;
}

const BITS = { 4: 32, 6: 128 } as const;
const QUAD = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/;
const UNUSABLE = new Set(['unspecified', 'broadcast', 'multicast', 'loopback', 'ipv4Mapped']);

/**
 * Reads an address or a network: `192.0.2.10`, `192.0.2.0/24`, `2001:db8::10`. A network whose host bits are set is
 * refused, since it may be a mistyped address or a mistyped network; so are octal and shortened forms, which programs
 * read differently.
 */
export function blockOf(text: string): Block | AddressFault {
  const [address = '', prefix, ...rest] = text.split('/');
  const family = QUAD.test(address) ? 4 : 6;
  if (rest.length > 0 || address.includes('%')) return 'address';
  if (family === 6 && (!address.includes(':') || address.includes('.'))) return 'address';
  if (!ipaddr.isValid(address)) return 'address';
  if (prefix !== undefined && (!/^(?:0|[1-9]\d*)$/.test(prefix) || Number(prefix) > BITS[family])) return 'address';
  const parsed = ipaddr.parse(address);
  const length = prefix === undefined ? BITS[family] : Number(prefix);
  if (length === 0) return 'whole-internet';
  if (UNUSABLE.has(parsed.range())) return 'address-kind';
  const from = parsed.toByteArray().reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const size = 1n << BigInt(BITS[family] - length);
  if (from % size !== 0n) return 'host-bits';
  const short = family === 4 ? parsed.toString() : (parsed as ipaddr.IPv6).toRFC5952String();
  return { text: size === 1n ? short : `${short}/${length}`, family, span: [from, from + size - 1n] };
}

/** Whether a block is a single address. */
export function isHost({ span }: Block): boolean {
  return span[0] === span[1];
}

/** Every address of a family; outputs write it in the words of the device. */
export function everywhere(family: Family): AddressSet {
  return setOf([{ text: 'any', family, span: [0n, (1n << BigInt(BITS[family])) - 1n] }]);
}

/** A set of blocks, in the order of their addresses, without those that lie inside another. */
export function setOf(blocks: Iterable<Block>): AddressSet {
  const ordered = [...blocks].sort(inOrder);
  const kept: Block[] = [];
  for (const block of ordered) {
    const last = kept.at(-1);
    if (!last || block.span[1] > last.span[1]) kept.push(block);
  }
  const spans = joined(kept.map(({ span }) => span));
  return { blocks: kept, spans, key: spans.map(([from, to]) => `${from.toString(36)}-${to.toString(36)}`).join() };
}

/** The addresses of all. */
export function union(...sets: readonly AddressSet[]): AddressSet {
  return setOf(sets.flatMap(({ blocks }) => blocks));
}

/** The larger of two that begin together comes first, so that what lies in it follows. */
function inOrder(a: Block, b: Block): number {
  if (a.span[0] !== b.span[0]) return a.span[0] < b.span[0] ? -1 : 1;
  return a.span[1] === b.span[1] ? 0 : a.span[1] > b.span[1] ? -1 : 1;
}
