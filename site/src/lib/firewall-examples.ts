import type { Scenario } from '@lync/port-catalog';
import type { examples } from '@lync/port-firewall';
import type { Language } from './lang.ts';
import { pageAt } from './paths.ts';
import type { StringKey } from './strings.ts';

type ExampleName = keyof typeof examples;

/** Deployments that the builder starts from, and what they are called. */
export const EXAMPLES: Readonly<Record<ExampleName, StringKey>> = {
  'no-edge': 'exampleNoEdge',
  'single-edge-public': 'exampleSinglePublic',
  'single-edge-nat': 'exampleSingleNat',
  'scaled-edge-dns-public': 'exampleScaledPublic',
  'scaled-edge-dns-nat': 'exampleScaledNat',
  'scaled-edge-hlb': 'exampleScaledHardware',
  'cloud-connector': 'exampleCloudConnector',
};

/** The example that has the topology of a scenario's pages. */
const OF_SCENARIO: Readonly<Record<string, ExampleName>> = {
  'single-edge-public-ip': 'single-edge-public',
  'single-edge-private-ip-nat': 'single-edge-nat',
  'scaled-edge-dns-public-ip': 'scaled-edge-dns-public',
  'scaled-edge-dns-private-ip-nat': 'scaled-edge-dns-nat',
  'scaled-edge-hardware-load-balancers': 'scaled-edge-hlb',
  'consolidated-edge': 'single-edge-public',
  'cloud-connector': 'cloud-connector',
};

/** The address of the builder with the topology of a scenario; null where the scenario is of none. */
export function builderFor({ id }: Scenario, lang: Language): string | null {
  const name = OF_SCENARIO[id];
  return name === undefined ? null : `${pageAt('/firewall/', lang)}#${fragmentOf(name)}`;
}

/** The part of the builder's address that an example is chosen by, which is its link's id there too. */
export function fragmentOf(name: string): string {
  return `example:${name}`;
}
