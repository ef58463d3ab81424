import type { PortRule } from '@lync/port-catalog';
import type { Places } from './places.ts';
import { EVERY_PORT, type PortsSet, portsOf } from './port-sets.ts';

/** The ports of a row, with ranges of media as they are configured. */
export function portsOfRule(rule: PortRule, { deployment }: Places): PortsSet {
  const { mediaRanges } = deployment;
  const { ports, service, role } = rule;
  const first = ports?.ranges[0]?.from;
  if (rule.kind === 'listener' && first !== undefined) {
    const { audio, video, applicationSharing } = mediaRanges;
    if (role === 'all-internal-servers' && first === 49152 && audio) return portsOf([audio]);
    if (service === 'av-conferencing-service' && first === 57501 && video) return portsOf([video]);
    if (service === 'application-sharing-service' && first === 49152 && applicationSharing) {
      return portsOf([applicationSharing]);
    }
  }
  return !ports || ports.any ? EVERY_PORT : portsOf(ports.ranges);
}

/** With one address for all services, each has a port of its own. */
export function servicePorts(ports: PortsSet, role: string, { deployment }: Places): PortsSet {
  if (deployment.edge.addresses === 'three' || ports.key !== '443') return ports;
  if (role === 'access-edge-service') return portsOf([{ from: 5061, to: 5061 }]);
  if (role === 'web-conferencing-edge-service') return portsOf([{ from: 444, to: 444 }]);
  return ports;
}
