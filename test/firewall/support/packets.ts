import { BlockList, isIPv6 } from 'node:net';
import type { Plan, PlanRule } from '@lync/port-firewall';

/** One packet at one firewall. */
export interface Packet {
  readonly firewall: string;
  readonly transport: 'tcp' | 'udp';
  readonly source: string;
  readonly sourcePort: number;
  readonly destination: string;
  readonly port: number;
}

const lists = new Map<string, BlockList>();

/** Whether an address is in a list of addresses and networks; Node's own arithmetic, not that of the planner. */
export function isIn(address: string, blocks: readonly string[]): boolean {
  if (blocks.includes('any') || blocks.includes(address)) return true;
  const key = blocks.join();
  let list = lists.get(key);
  if (!list) {
    list = new BlockList();
    for (const block of blocks) {
      const [network = '', length] = block.split('/');
      const family = isIPv6(network) ? 'ipv6' : 'ipv4';
      if (length === undefined) list.addAddress(network, family);
      else list.addSubnet(network, Number(length), family);
    }
    lists.set(key, list);
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Whether a port is in ranges; none is any. */
export function isOpen(port: number, ranges: readonly { from: number; to: number }[]): boolean {
  return ranges.length === 0 || ranges.some(({ from, to }) => from <= port && port <= to);
}

/** Whether a rule lets a packet pass. */
export function passesBy(rule: PlanRule, packet: Packet): boolean {
  return (
    rule.firewall === packet.firewall &&
    rule.transport === packet.transport &&
    isOpen(packet.port, rule.ports) &&
    isOpen(packet.sourcePort, rule.sourcePorts) &&
    isIn(packet.destination, rule.destinations) &&
    isIn(packet.source, rule.sources)
  );
}

/** Whether a plan lets a packet pass. */
export function passes({ rules }: Pick<Plan, 'rules'>, packet: Packet): boolean {
  return rules.some((rule) => passesBy(rule, packet));
}
