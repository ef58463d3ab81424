/**
 * From a deployment of Lync Server 2013 or Skype for Business Server to the smallest set of rules for each firewall.
 * Nothing here reads a file or asks a network.
 */
export type { Deployment, DeploymentInput, Product } from './deployment.ts';
export { Deployment as deploymentSchema, PRODUCTS } from './deployment.ts';
export { type Difference, differenceOf } from './difference.ts';
export { examples } from './examples.ts';
export type { MessageCode, Text } from './messages.ts';
export type { Language, OutputFile } from './outputs/head.ts';
export { type OutputName, outputs } from './outputs/index.ts';
export { firewallName, roleName } from './outputs/names.ts';
export { type Note, type Plan, type PlanRule, planOf, type Translation, type UnusedRow } from './plan.ts';
export type { PortRange } from './port-sets.ts';
export type { ProseRule } from './prose.ts';
export { deploymentOf, type Fault } from './read.ts';
export { version } from './version.ts';
export type { Basis } from './wishes.ts';
