import { type Language, type Scenario, type ScenarioGroup, scenarios } from '@lync/port-catalog';

/** Scenarios as pages list them: from the edge of the network inwards, then what goes across. */
const GROUPS: Readonly<Record<ScenarioGroup, Record<Language, string>>> = {
  edge: { en: 'Edge Servers and external access', ko: '에지 서버와 외부 액세스' },
  director: { en: 'Director', ko: '디렉터' },
  internal: { en: 'Internal servers', ko: '내부 서버' },
  clients: { en: 'Clients', ko: '클라이언트' },
  'load-balancing': { en: 'Load balancing', ko: '부하 분산' },
  media: { en: 'Media and QoS', ko: '미디어 및 QoS' },
  federation: { en: 'Federation', ko: '페더레이션' },
  hybrid: { en: 'Hybrid', ko: '하이브리드' },
  other: { en: 'Other', ko: '기타' },
};

/** The groups that have a scenario; within one, scenarios stay in the order of the catalog. */
export function scenarioGroups(
  listed: readonly Scenario[] = scenarios,
): { group: ScenarioGroup; scenarios: readonly Scenario[] }[] {
  return (Object.keys(GROUPS) as ScenarioGroup[])
    .map((group) => ({ group, scenarios: listed.filter((scenario) => scenario.group === group) }))
    .filter(({ scenarios: its }) => its.length > 0);
}

export function sayGroup(group: ScenarioGroup, lang: Language): string {
  return GROUPS[group][lang];
}
