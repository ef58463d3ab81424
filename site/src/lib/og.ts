import { corrections, type PortRange, ports, products, type Scenario, scenarios } from '@lync/port-catalog';
import { rangeText } from '@lync/port-catalog/ranges';
import { protocolOf, ruleOf } from './catalog.ts';
import { LANGUAGES, type Language, nameIn } from './lang.ts';
import { plainLine } from './plain.ts';
import { factsOf, portPages } from './port-pages.ts';
import { shownRange } from './ranges.ts';
import { checkedPath } from './route-parts.ts';
import { countOf, say } from './strings.ts';

/** The pictures that stand beside a link to a page: one for the site and for each scenario by language, one a port. */

/** The words of a picture, from top to bottom. */
export interface Card {
  /** Its file, below `/og/` and without ending. */
  readonly name: string;
  readonly lang: Language;
  readonly kicker: string;
  readonly title: string;
  readonly lines: readonly string[];
}

export function cards(): Card[] {
  return [
    ...LANGUAGES.map(siteCard),
    ...scenarios.flatMap((scenario) => LANGUAGES.map((lang) => scenarioCard(scenario, lang))),
    ...portPages().map(portCard),
  ].map((card) => ({ ...card, name: checkedPath(card.name) }));
}

/** The picture of a page, by its path without base and language. A rule has its scenario's. */
export function cardNameAt(path: string, lang: Language): string {
  const [kind, id = '', ...rest] = path.split('/').filter(Boolean);
  if (kind === 'scenarios' && scenarios.some((each) => each.id === id)) return `scenarios/${id}.${lang}`;
  // A port that no rule names has no picture of its own.
  if (kind === 'ports' && portPages().some((range) => rangeText(range) === id)) return `ports/${id}`;
  if (kind === 'rules') return `scenarios/${ruleOf([id, ...rest].join('/')).scenario}.${lang}`;
  return lang;
}

function siteCard(lang: Language): Card {
  const counts = [
    countOf(ports.length, lang),
    lang === 'ko' ? `시나리오 ${scenarios.length}개` : `${scenarios.length} scenarios`,
    lang === 'ko' ? `오역 정정 ${corrections.length}건` : `${corrections.length} corrections`,
  ];
  return {
    name: lang,
    lang,
    kicker: say('siteName', lang),
    title: say('siteTitle', lang),
    lines: [counts.join(' · ')],
  };
}

function scenarioCard({ id, name }: Scenario, lang: Language): Card {
  const rules = ports.filter((rule) => rule.scenario === id);
  const named = products.filter((product) => rules.some((rule) => rule.product === product.id));
  return {
    name: `scenarios/${id}.${lang}`,
    lang,
    kicker: `${say('siteName', lang)} · ${say('scenario', lang)}`,
    title: plainLine(nameIn(name, lang)),
    lines: [named.map((product) => nameIn(product.name, lang)).join(' · '), countOf(rules.length, lang)],
  };
}

/** The same in both languages: a number, and words that tables print in Latin letters. */
function portCard(range: PortRange): Card {
  const { named } = factsOf(range);
  const transports = new Set(named.flatMap((rule) => rule.transports.map((each) => each.toUpperCase())));
  const protocols = new Set(named.flatMap((rule) => rule.protocols.map((id) => protocolOf(id).label)));
  const words = [...[...transports].sort(), ...[...protocols].sort()].slice(0, 6);
  const uses = products.filter((product) => named.some((rule) => rule.product === product.id));
  return {
    name: `ports/${rangeText(range)}`,
    lang: 'en',
    kicker: `${say('siteName', 'en')} · ${say('port', 'en')}`,
    title: shownRange(range),
    lines: [words.join(' · '), uses.map(({ name }) => name.en).join(' · ')].filter((line) => line !== ''),
  };
}
