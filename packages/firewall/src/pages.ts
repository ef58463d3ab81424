import type { PortRule } from '@lync/port-catalog';
import type { Deployment } from './deployment.ts';

/** The name of a rule's table within its product. */
export function tableOf({ table, product }: PortRule): string {
  return table.slice(product.length + 1);
}

/** Whether a row's table is for the topology of the deployment; if not, what it is for. */
export function otherTopology(rule: PortRule, deployment: Deployment): string | undefined {
  const { edge, directors, pools, product, cloudConnector } = deployment;
  const table = tableOf(rule);
  if (rule.releases && !rule.releases.includes(product)) return rule.releases.join(', ');
  const wanted = edgeTable(table);
  if (wanted) {
    const balancing =
      edge.kind !== 'scaled' ? edge.kind : wanted.inside ? (edge.internalBalancing ?? edge.balancing) : edge.balancing;
    const fits = wanted.kinds.includes(balancing) && (wanted.nat === undefined || wanted.nat === edge.nat);
    return fits ? undefined : table;
  }
  const [, configuration] = /^external-firewall-(.*)$/.exec(table) ?? [];
  if (configuration !== undefined) return configuration === cloudConnector.configuration ? undefined : table;
  if (table === 'single-director') return directors.some(isSingle) ? undefined : table;
  if (table === 'director-pool-hardware-load-balancer') return has(directors, 'hardware') ? undefined : table;
  if (table === 'director-pool-dns-load-balancing') return has(directors, 'dns') ? undefined : table;
  if (table === 'dns-load-balancing') return has([...pools, ...directors], 'dns') ? undefined : table;
  return undefined;
}

/** Whether a Director stands alone, with nothing before it. */
function isSingle({ balancing }: { readonly balancing: string }): boolean {
  return balancing === 'none';
}

function has(pools: readonly { readonly balancing: string }[], kind: string): boolean {
  return pools.some(({ balancing }) => balancing === kind);
}

interface EdgeTable {
  readonly kinds: readonly string[];
  readonly nat?: boolean;
  readonly inside: boolean;
}

function edgeTable(table: string): EdgeTable | undefined {
  const inside = table.endsWith('-internal') || table.startsWith('scaled-edge-internal-interface');
  if (table.startsWith('single-edge-public-ip')) return { kinds: ['single'], nat: false, inside };
  if (table.startsWith('single-edge-private-ip-nat')) return { kinds: ['single'], nat: true, inside };
  if (table.startsWith('scaled-edge-dns-public-ip')) return { kinds: ['dns'], nat: false, inside };
  if (table.startsWith('scaled-edge-dns-private-ip-nat')) return { kinds: ['dns'], nat: true, inside };
  if (/^scaled-edge-(?:external|internal)-interface/.test(table)) return { kinds: ['hardware'], inside };
  if (table.startsWith('consolidated-edge')) return { kinds: ['single', 'dns'], inside };
  return undefined;
}
