import type { Plan } from '../plan.ts';
import { asa } from './asa.ts';
import { azure, terraform } from './azure.ts';
import { aerleon, capirca } from './capirca.ts';
import { csv } from './csv.ts';
import { fortigate } from './fortigate.ts';
import type { Language, OutputFile } from './head.ts';
import { ios } from './ios.ts';
import { iptables } from './iptables.ts';
import { json } from './json.ts';
import { nftables } from './nftables.ts';
import { paloalto } from './paloalto.ts';
import { powershell } from './powershell.ts';
import { probes } from './probes.ts';
import { svg } from './svg.ts';

/** Every output but xlsx, which brings a zip library and is loaded apart: the files that a plan makes. */
export const outputs = {
  csv,
  json,
  svg,
  asa,
  ios,
  powershell,
  probes,
  azure,
  terraform,
  capirca,
  aerleon,
  nftables,
  iptables,
  paloalto,
  fortigate,
} satisfies Record<string, (plan: Plan, language?: Language) => OutputFile[]>;

export type OutputName = keyof typeof outputs;
