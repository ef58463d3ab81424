import type { MessageCode, Text } from '../messages.ts';
import type { Plan, PlanRule } from '../plan.ts';
import { addressOf, type Language, outsideOf, rangesOf } from './head.ts';
import { firewallName, roleName } from './names.ts';

/** Columns of a report, in the order of the Planning Tool's with more behind; CSV and xlsx have the same. */
export const COLUMNS = {
  firewall: { en: 'Firewall', ko: '방화벽' },
  code: { en: 'Code', ko: '코드' },
  sourceRole: { en: 'Source', ko: '출발지' },
  source: { en: 'Source address', ko: '출발지 주소' },
  sourceOutside: { en: 'Source address outside (NAT)', ko: '외부 출발지 주소(NAT)' },
  sourcePort: { en: 'Source port', ko: '출발지 포트' },
  destinationRole: { en: 'Destination', ko: '목적지' },
  destination: { en: 'Destination address', ko: '목적지 주소' },
  destinationOutside: { en: 'Destination address outside (NAT)', ko: '외부 목적지 주소(NAT)' },
  port: { en: 'Destination port', ko: '목적지 포트' },
  transport: { en: 'Transport', ko: '전송' },
  required: { en: 'Required', ko: '필수' },
  ifClosed: { en: 'If closed', ko: '닫으면' },
  derived: { en: 'Known from', ko: '근거' },
  advisories: { en: 'Advisories', ko: '권고' },
  rules: { en: 'Published rows', ko: '게시된 행' },
  link: { en: 'Link', ko: '링크' },
} as const;

export type Column = keyof typeof COLUMNS;

/** How it is known who connects, as `derived` of a rule has it. */
const DERIVED: Readonly<Record<PlanRule['derived'][number], Text>> = {
  flow: { en: 'a published flow', ko: '게시된 흐름' },
  quoted: { en: "a page's words", ko: '페이지의 설명' },
  project: { en: 'this project', ko: '이 프로젝트' },
  prose: { en: 'prose of a page', ko: '페이지의 본문' },
};

const ANY = { en: 'Any', ko: '모두' };

/** A rule as cells of text. */
export function cellsOf(rule: PlanRule, plan: Plan, language: Language): Record<Column, string> {
  const outside = (addresses: readonly string[]) =>
    plan.translations.length === 0 ? '' : addresses.map((address) => outsideOf(address, plan)).join(' ');
  const ports = (ranges: PlanRule['ports']) => (ranges.length === 0 ? ANY[language] : rangesOf(ranges).join(', '));
  const [first = ''] = rule.why;
  return {
    firewall: firewallName(rule.firewall, language),
    code: rule.code,
    sourceRole: rule.sourceRoles.map((role) => roleName(role, language)).join(', '),
    source: rule.sources.join(' '),
    sourceOutside: outside(rule.sources),
    sourcePort: ports(rule.sourcePorts),
    destinationRole: rule.destinationRoles.map((role) => roleName(role, language)).join(', '),
    destination: rule.destinations.join(' '),
    destinationOutside: outside(rule.destinations),
    port: ports(rule.ports),
    transport: rule.transport.toUpperCase(),
    required: rule.required ? { en: 'Yes', ko: '예' }[language] : { en: 'No', ko: '아니요' }[language],
    ifClosed: rule.ifClosed.map((text) => text[language]).join(' '),
    derived: rule.derived.map((basis) => DERIVED[basis][language]).join(', '),
    advisories: rule.advisories.join(' '),
    rules: rule.why.join(' '),
    link: addressOf(first, plan),
  };
}

/** Rows that are not used, as cells. */
export function unusedCells(plan: Plan, language: Language): readonly (readonly [string, MessageCode, string])[] {
  return plan.unused.map((row) => [row.id, row.code, row[language]] as const);
}
