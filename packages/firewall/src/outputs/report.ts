import type { MessageCode } from '../messages.ts';
import type { Plan, PlanRule } from '../plan.ts';
import { addressOf, type Language, outsideOf, rangesOf } from './head.ts';

/** Columns of a report, in the order of the Planning Tool's with more behind; CSV and xlsx have the same. */
export const COLUMNS = {
  firewall: { en: 'Firewall', ko: '방화벽' },
  code: { en: 'Code', ko: '코드' },
  sourceRole: { en: 'Source', ko: '원본' },
  source: { en: 'Source address', ko: '원본 주소' },
  sourceOutside: { en: 'Source address outside (NAT)', ko: '외부 원본 주소(NAT)' },
  sourcePort: { en: 'Source port', ko: '원본 포트' },
  destinationRole: { en: 'Destination', ko: '대상' },
  destination: { en: 'Destination address', ko: '대상 주소' },
  destinationOutside: { en: 'Destination address outside (NAT)', ko: '외부 대상 주소(NAT)' },
  port: { en: 'Destination port', ko: '대상 포트' },
  transport: { en: 'Transport', ko: '전송' },
  required: { en: 'Required', ko: '필수' },
  ifClosed: { en: 'If closed', ko: '닫으면' },
  derived: { en: 'Known from', ko: '근거' },
  advisories: { en: 'Advisories', ko: '권고' },
  rules: { en: 'Published rows', ko: '게시된 행' },
  link: { en: 'Link', ko: '링크' },
} as const;

export type Column = keyof typeof COLUMNS;

const ANY = { en: 'Any', ko: '모두' };

/** A rule as cells of text. */
export function cellsOf(rule: PlanRule, plan: Plan, language: Language): Record<Column, string> {
  const outside = (addresses: readonly string[]) =>
    plan.translations.length === 0 ? '' : addresses.map((address) => outsideOf(address, plan)).join(' ');
  const ports = (ranges: PlanRule['ports']) => (ranges.length === 0 ? ANY[language] : rangesOf(ranges).join(', '));
  const [first = ''] = rule.why;
  return {
    firewall: rule.firewall,
    code: rule.code,
    sourceRole: rule.sourceRoles.join(', '),
    source: rule.sources.join(' '),
    sourceOutside: outside(rule.sources),
    sourcePort: ports(rule.sourcePorts),
    destinationRole: rule.destinationRoles.join(', '),
    destination: rule.destinations.join(' '),
    destinationOutside: outside(rule.destinations),
    port: ports(rule.ports),
    transport: rule.transport.toUpperCase(),
    required: rule.required ? { en: 'Yes', ko: '예' }[language] : { en: 'No', ko: '아니요' }[language],
    ifClosed: rule.ifClosed.map((text) => text[language]).join(' '),
    derived: rule.derived.join(', '),
    advisories: rule.advisories.join(' '),
    rules: rule.why.join(' '),
    link: addressOf(first, plan),
  };
}

/** Rows that are not used, as cells. */
export function unusedCells(plan: Plan, language: Language): readonly (readonly [string, MessageCode, string])[] {
  return plan.unused.map((row) => [row.id, row.code, row[language]] as const);
}
