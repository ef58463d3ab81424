import type { PortRule } from '@lync/port-catalog';
import * as catalog from '@lync/port-catalog';
import { coverageEntry } from '@lync/port-catalog/coverage';
import { byCase, type Cases, fieldsThat, RULE_FIELDS } from '@lync/port-catalog/fields';
import { searchable } from '@lync/port-catalog/match';
import { entriesOf, synonyms } from '@lync/port-catalog/search';
import {
  type IndexedPage,
  type IndexedRule,
  type IndexFile,
  type Leads,
  writeIndex,
} from '../scripts/search/index-file.ts';
import { pairs } from './between.ts';
import { productOf, protocolOf, roleOf, scenarioOf, serviceOf } from './catalog.ts';
import { outside, titleIn } from './coverage.ts';
import { LANGUAGES, type Language, nameIn, textIn } from './lang.ts';
import { portPages } from './port-pages.ts';
import { type StringKey, say } from './strings.ts';

/** The search index in a language: found by the words of both, shown in one. */
export function searchIndex(lang: Language): IndexFile {
  const entries = entriesOf(catalog.ports, catalog);
  const published = publishedTexts();
  const rules = catalog.ports.map((rule, at): IndexedRule => {
    const { text = '', ports = [] } = entries[at] ?? {};
    return {
      id: rule.id,
      group: `${nameIn(productOf(rule.product).name, lang)} · ${nameIn(scenarioOf(rule.scenario).name, lang)}`,
      ports,
      tags: tagsOf(rule),
      label: labelOf(rule, lang),
      isFlow: rule.source !== null,
      texts: text.split('\n').map((line) => published.get(line) ?? line),
    };
  });
  return writeIndex(
    rules,
    outside.map((each) => ({
      id: each.id,
      title: titleIn(each, lang).text,
      isTopic: each.state === 'absent',
      ...coverageEntry(each),
    })),
    leadsIn(lang),
  );
}

/** The pages that are found by their names, the roles whose pairs have a page, and the ranges that have one. */
function leadsIn(lang: Language): Leads {
  const { roles, scenarios, products, protocols, advisories } = catalog;
  const other = lang === 'en' ? 'ko' : 'en';
  const pageOf = (path: string, { en, ko }: { en: string; ko: string | null }, more: string[] = []): IndexedPage => {
    const texts = new Set([en, ko ?? en, ...more].map(searchable));
    return { path, title: nameIn({ en, ko }, lang), text: [...texts].join('\n'), ports: [] };
  };
  const paired = pairs();
  return {
    pages: [
      pageOf('/firewall/', inBoth('firewallBuilderTitle'), [
        ...Object.values(inBoth('firewallBuilder')),
        ...(['firewall', 'firewallPorts', 'firewallSettings'] as const).flatMap((key) => Object.values(inBoth(key))),
      ]),
      ...roles.map(({ id, name }) => pageOf(`/roles/${id}/`, name)),
      ...scenarios.map(({ id, name }) => pageOf(`/scenarios/${id}/`, name, columnsOf(id))),
      ...products.map(({ id, name }) => pageOf(`/products/${id}/`, name)),
      ...protocols.map(({ id, label, name }) => pageOf(`/protocols/${id}/`, name, [label])),
      ...advisories.map(({ id, title }) => pageOf(`/advisories/#${id}`, title)),
    ],
    roles: roles.map(({ id, name }) => ({
      id,
      names: [nameIn(name, lang), name[other] ?? name.en],
      pairs: paired.flatMap(([source, destination]) => (source === id ? [destination] : [])),
    })),
    ranges: portPages().flatMap(({ from, to }) => (from === to ? [] : [from, to])),
    synonyms,
  };
}

function inBoth(key: StringKey): { en: string; ko: string } {
  return { en: say(key, 'en'), ko: say(key, 'ko') };
}

/** What only the tables of some scenarios say, by which these are found: how a load balancer keeps sessions, for one. */
function columnsOf(scenario: string): string[] {
  const rules = catalog.ports.filter((rule) => rule.scenario === scenario);
  const stated = (['monitor', 'persistence'] as const).filter((field) => rules.some((rule) => rule[field] !== null));
  return stated.flatMap((field) => LANGUAGES.map((lang) => nameIn(RULE_FIELDS[field].label, lang)));
}

function tagsOf(rule: PortRule): string[] {
  const transports = rule.transports.map((each) => each.toUpperCase()).join('+');
  return [transports, ...rule.protocols.map((id) => protocolOf(id).label)].filter((tag) => tag !== '');
}

/** Who and what the rule is about: both ends of a flow, or the role and its service. */
function labelOf(rule: PortRule, lang: Language): string[] {
  const end = (side: PortRule['source']) => textIn(side?.text ?? null, lang).text || say('any', lang);
  if (rule.source !== null) return [end(rule.source), end(rule.destination)];
  const role = rule.role === null ? [] : [nameIn(roleOf(rule.role).name, lang)];
  const service = rule.service === null ? [] : [nameIn(serviceOf(rule.service).name, lang)];
  return [...role, ...service];
}

/**
 * The texts of the catalog by the form in which they are compared, so that the index can carry the form that is shown;
 * the reader's `searchable` gives the same line again.
 */
function publishedTexts(): ReadonlyMap<string, string> {
  const { products, scenarios, roles, services, protocols, corrections, ports } = catalog;
  const found = new Map<string, string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && !found.has(searchable(value))) found.set(searchable(value), value);
    if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) collect(part);
  };
  for (const list of [products, scenarios, roles, services, protocols]) {
    for (const { name, ...rest } of list) collect([name, 'label' in rest ? rest.label : null]);
  }
  for (const rule of ports) for (const field of fieldsThat()) collect(byCase(TEXTS, rule, field));
  collect(corrections.map(({ published }) => published));
  return found;
}

const none = () => null;

/** The texts of a field: those of ports and ends are among what they hold. */
const TEXTS: Cases<unknown, []> = {
  end: (end) => end?.text,
  ports: (ports) => ports?.text,
  text: (text) => text,
  texts: (texts) => texts,
  label: (label) => label,
  ...{
    id: none,
    name: none,
    word: none,
    words: none,
    flag: none,
    choice: none,
    monitor: none,
    callers: none,
    need: none,
  },
  ...{ transports: none, protocols: none, ids: none, origin: none },
};
