import { byId } from '@lync/port-catalog';
import type { Plan, PlanRule } from '../plan.ts';
import { version } from '../version.ts';
import { productName } from './names.ts';

/** The site with a page for every rule of the catalog. */
export const SITE = 'https://lync-ports.github.io';

/** One file of an output. */
export interface OutputFile {
  readonly name: string;
  readonly text: string;
}

export type Language = 'en' | 'ko';

/** What made a file, of which deployment, and what a person must still decide. */
export function headOf({ deployment, catalog, notes }: Plan, language: Language = 'en'): string[] {
  const { name, version: own, product } = deployment;
  return [
    `Made by @lync/port-firewall ${version} from @lync/port-catalog ${catalog}.`,
    language === 'ko'
      ? `배포: ${name}, 버전 ${own}(${productName(product, language)}).`
      : `Deployment: ${name}, version ${own} (${productName(product, language)}).`,
    ...(notes.length > 0 ? [language === 'ko' ? '사람이 결정할 사항:' : 'A person must still decide or know:'] : []),
    ...notes.map((note) => `- ${note[language]}`),
  ];
}

/** Which published rows are behind each code, with their address on the site. */
export function codeTable(plan: Plan, rules: readonly PlanRule[] = plan.rules): string[] {
  return rules.flatMap(({ code, why }) => why.map((id) => `${code}  ${id}  ${addressOf(id, plan)}`));
}

/** Where a person reads on: the site for a row of a table, the page itself for prose. */
export function addressOf(id: string, { prose }: Pick<Plan, 'prose'>): string {
  return byId(id) ? `${SITE}/rules/${id}/` : (prose.find((one) => one.id === id)?.source ?? '');
}

/** Head and table of codes as comments of a syntax. */
export function commented(plan: Plan, rules: readonly PlanRule[], mark: string): string {
  const lines = [...headOf(plan), '', 'Codes and the published rows behind them:', ...codeTable(plan, rules)];
  return lines.map((line) => `${mark} ${line}`.trimEnd()).join('\n');
}

/** The firewalls that have rules, from the outside to the inside. */
export function firewallsOf({ rules }: Plan): readonly string[] {
  return [...new Set(rules.map(({ firewall }) => firewall))];
}

/** A firewall's name as a part of a file's or an object's. */
export function slugOf(firewall: string): string {
  return firewall.replace(':', '-');
}

/** A short line about a rule: who reaches whom. */
export function titleOf({ code, sourceRoles, destinationRoles }: PlanRule): string {
  return `${code} ${sourceRoles.join(', ')} > ${destinationRoles.join(', ')}`;
}

/** No longer than a syntax takes, which is told by how the text ends. */
export function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 3)}...`;
}

/** An address as others outside see it. */
export function outsideOf(address: string, { translations }: Plan): string {
  return translations.find(({ inside }) => inside === address)?.outside ?? address;
}

/** Ranges as text. */
export function rangesOf(ranges: PlanRule['ports'], dash = '-'): string[] {
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}${dash}${to}`));
}

/** The same rules and their replies, for devices that keep no state: ends change places. */
export function withReplies(plan: Plan, rules: readonly PlanRule[]): readonly (PlanRule & { readonly reply?: true })[] {
  if (plan.deployment.firewalls.stateful) return rules;
  return rules.flatMap((rule) => [
    rule,
    {
      ...rule,
      reply: true as const,
      way: rule.way === 'in' ? ('out' as const) : ('in' as const),
      sources: rule.destinations,
      destinations: rule.sources,
      sourcePorts: rule.ports,
      ports: rule.sourcePorts,
      sourceRoles: rule.destinationRoles,
      destinationRoles: rule.sourceRoles,
    },
  ]);
}
