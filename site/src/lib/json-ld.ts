import { documents, ports, products, type Scenario, scenarios, version } from '@lync/port-catalog';
import { type Language, nameIn } from './lang.ts';
import { type Addresses, PROJECT } from './project.ts';
import { sourceUrl } from './sources.ts';
import { countOf, say } from './strings.ts';

/** schema.org's Dataset, for the pages that are one. */
export interface Dataset {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'Dataset';
  readonly '@id': string;
  readonly [property: string]: unknown;
}

/** What a page says of itself to search engines: the whole data on home and data page, a scenario's on its own. */
export function datasetAt(path: string, lang: Language, at: Addresses): Dataset | undefined {
  if (path === '/' || path === '/data/') return wholeDataset(lang, at);
  const scenario = scenarios.find(({ id }) => path === `/scenarios/${id}/`);
  return scenario === undefined ? undefined : scenarioDataset(scenario, lang, at);
}

function wholeDataset(lang: Language, at: Addresses): Dataset {
  return {
    ...commonOf(`${at.page('/data/')}#dataset`, at.page('/data/')),
    name: say('siteTitle', lang),
    description: say('siteIntro', lang),
    sameAs: PROJECT.npm,
    keywords: ['Lync Server 2013', 'Skype for Business Server', 'firewall', 'network ports', 'TCP', 'UDP', 'SIP'],
    distribution: [
      download('application/json', at.file('/api/v1/data.json')),
      download('text/csv', at.file('/api/v1/ports.csv')),
    ],
    isBasedOn: sources(documents.map(({ id }) => id)),
  };
}

function scenarioDataset({ id, name }: Scenario, lang: Language, at: Addresses): Dataset {
  const rules = ports.filter((rule) => rule.scenario === id);
  const named = products.filter((product) => rules.some((rule) => rule.product === product.id));
  const productNames = named.map((product) => nameIn(product.name, lang)).join(', ');
  const page = at.page(`/scenarios/${id}/`);
  return {
    ...commonOf(`${page}#dataset`, page),
    name: `${nameIn(name, lang)}: ${productNames}`,
    description: `${nameIn(name, lang)}: ${productNames}, ${countOf(rules.length, lang)}. ${say('siteIntro', lang)}`,
    isPartOf: { '@id': `${at.page('/data/')}#dataset` },
    distribution: [
      download('application/json', at.file(`/api/v1/scenarios/${id}.json`)),
      download('text/csv', at.file(`/api/v1/scenarios/${id}.csv`)),
    ],
    isBasedOn: sources(rules.map(({ origin }) => origin.document)),
  };
}

function commonOf(id: string, url: string) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': id,
    url,
    version,
    license: PROJECT.dataLicence.url,
    creator: { '@type': 'Organization', name: PROJECT.name, url: PROJECT.repository },
    isAccessibleForFree: true,
    inLanguage: ['en', 'ko'],
  } as const;
}

function download(encodingFormat: string, contentUrl: string) {
  return { '@type': 'DataDownload', encodingFormat, contentUrl };
}

/** Microsoft's pages at the commits that were read; those of unknown origin have no address to give. */
function sources(ids: readonly string[]) {
  return documents
    .filter(({ id }) => ids.includes(id))
    .flatMap((document) => {
      const url = sourceUrl(document);
      const name = document.title.en ?? document.title.ko ?? document.path;
      return url === null ? [] : [{ '@type': 'CreativeWork', name, url, license: PROJECT.dataLicence.url }];
    });
}

/** JSON for a script element: no text in it can end the element. */
export function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
