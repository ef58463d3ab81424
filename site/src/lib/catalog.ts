import {
  type Advisory,
  advisories,
  type Correction,
  corrections,
  type Need,
  needs,
  type PortRule,
  ports,
  products,
  protocols,
  type Role,
  type RoleId,
  roles,
  scenarios,
  services,
  type Table,
  tables,
} from '@lync/port-catalog';
import reasons from '@lync/port-catalog/reasons.json' with { type: 'json' };
import type { Language } from './lang.ts';

/** The catalog, by id. */

const byId = <Id extends string, Item extends { readonly id: Id }>(list: readonly Item[]) =>
  new Map<string, Item>(list.map((item) => [item.id, item]));

const index = {
  role: byId(roles),
  service: byId(services),
  protocol: byId(protocols),
  product: byId(products),
  scenario: byId(scenarios),
  table: byId(tables),
  rule: byId(ports),
  need: byId(needs),
};

function of<Item>(map: ReadonlyMap<string, Item>, id: string): Item {
  const item = map.get(id);
  if (item === undefined) throw new Error(`the catalog has no ${id}`);
  return item;
}

export const roleOf = (id: string) => of(index.role, id);
export const serviceOf = (id: string) => of(index.service, id);
export const protocolOf = (id: string) => of(index.protocol, id);
export const productOf = (id: string) => of(index.product, id);
export const scenarioOf = (id: string) => of(index.scenario, id);
export const tableOf = (id: string): Table => of(index.table, id);
export const ruleOf = (id: string): PortRule => of(index.rule, id);

/** Whether a text is the id of a rule, as that which a caller is known from may be. */
export const isRuleId = (id: string): boolean => index.rule.has(id);

const correctionsByRule = Map.groupBy(corrections, (correction) => correction.rule as string);
const advisoriesByRule = new Map<string, Advisory[]>();
for (const advisory of advisories) {
  for (const rule of advisory.rules) advisoriesByRule.set(rule, [...(advisoriesByRule.get(rule) ?? []), advisory]);
}

/** The corrections of a rule, of one field where it is given. */
export function correctionsOf(rule: PortRule, field?: string): readonly Correction[] {
  const all = correctionsByRule.get(rule.id) ?? [];
  return field === undefined ? all : all.filter((correction) => correction.field === field);
}

const koreanReasons = new Map(reasons.map(({ en, ko }) => [en, ko]));

/** Why a correction was made; the record says it in English, and the catalog has the Korean of each reason beside it. */
export function reasonIn(reason: string, lang: Language): string {
  return lang === 'ko' ? of(koreanReasons, reason) : reason;
}

/** Whether a rule must be open, and what for; null where nobody has said. */
export function needOf({ need }: PortRule): Need | null {
  return need === null ? null : of(index.need, need.id);
}

export function advisoriesOf(rule: PortRule): readonly Advisory[] {
  return advisoriesByRule.get(rule.id) ?? [];
}

/** The advisories that speak of all of some roles, whether or not a rule of theirs carries them. */
export function advisoriesNaming(...ids: readonly RoleId[]): Advisory[] {
  const named = ids.map((id) => new RegExp(`\\b${id.replaceAll('-', ' ')}s?\\b`, 'i'));
  return advisories.filter(({ title, explanation }) =>
    named.every((name) => name.test(`${title.en}\n${explanation.en}`)),
  );
}

/** Whether the rule is about the role, or about a special case of it. */
export function isAbout(rule: PortRule, role: RoleId): boolean {
  return rule.role === role || (rule.role !== null && roleOf(rule.role).base === role);
}

/** The rules of a role: what it listens on, who calls it, whom it calls. */
export function rulesOfRole(role: RoleId): Record<'listens' | 'called' | 'calls', readonly PortRule[]> {
  const flows = ports.filter((rule) => rule.source !== null);
  return {
    listens: ports.filter((rule) => rule.source === null && isAbout(rule, role)),
    called: flows.filter((rule) => rule.destination?.roles.includes(role)),
    calls: flows.filter((rule) => rule.source?.roles.includes(role)),
  };
}

/** Roles in the order of the network: outside, perimeter, inside. */
export function byZone(list: readonly Role[]): Role[] {
  const zones = ['external', 'perimeter', 'internal'];
  return [...list].sort((a, b) => zones.indexOf(a.zone) - zones.indexOf(b.zone));
}
