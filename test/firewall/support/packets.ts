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

/** Each rule's own packets, and the same to a stranger's address and a neighbouring port. */
export function packetsOf(plan: Plan): Packet[] {
  const address = (text: string) => (text === 'any' ? '192.0.2.77' : (text.split('/')[0] ?? ''));
  return plan.rules.flatMap((rule) =>
    rule.ports.flatMap(({ from, to }): Packet[] => {
      const packet: Packet = {
        firewall: rule.firewall,
        transport: rule.transport,
        source: address(rule.sources[0] ?? ''),
        sourcePort: rule.sourcePorts[0]?.from ?? 1024,
        destination: address(rule.destinations.at(-1) ?? ''),
        port: from,
      };
      return [
        packet,
        { ...packet, port: to },
        { ...packet, port: to === 65535 ? from - 1 : to + 1 },
        { ...packet, destination: '10.77.7.7' },
        { ...packet, source: '10.88.8.8' },
      ];
    }),
  );
}
