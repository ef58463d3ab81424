import { ports, scenarios, version } from '@lync/port-catalog';
import type { ApiEndpoint } from './api.ts';
import { coveredAs } from './coverage.ts';
import { plainLine } from './plain.ts';
import { byRelease, namesOf } from './products.ts';
import { type Addresses, ATTRIBUTION, PROJECT } from './project.ts';

/** llms.txt (https://llmstxt.org): what the site is, and how a program reads it. */
export function llmsText(endpoints: readonly ApiEndpoint[], { file, page }: Addresses): string {
  const link = (title: string, url: string, about: string) => `- [${markdownLine(title)}](${url}): ${about}`;
  const countIn = (id: string) => ports.filter((rule) => rule.scenario === id).length;
  const lines = [
    '# Lync ports',
    '',
    `> The network ports of ${markdownLine(namesOf(byRelease, 'en'))}: ${ports.length} rules read from Microsoft's documentation, in English and Korean, with mistranslations corrected and the published cell behind every fact. Version ${version} of the data.`,
    '',
    'A rule is one row of one published port table: a listener (a role and service with its ports), a flow (source, destination, ports, direction), a load balancer, a virtual IP (with the ports of the servers behind it), a client, a media range, or an IPsec exemption. Its `id` is stable. `ports.ranges` are inclusive; `any` and `configurable` say what no number does. `transportsImplied` marks a transport that the page does not state. In a text, `by` says whether the page (`document`) or this project (`project`) wrote it. Cite the page of a rule: `/rules/<id>/`.',
    '',
    '## API',
    '',
    'Static JSON, no key. Paths with braces are described in openapi.json, their values listed in index.json.',
    '',
    ...endpoints.map(({ path, summary, parameters }) =>
      // Braces are not part of an address, so what has some is no link.
      parameters.length === 0
        ? link(path, file(`/api/v1/${path}`), summary.en)
        : `- \`${file('/api/v1/')}${path}\`: ${summary.en}`,
    ),
    '',
    '## Scenarios',
    '',
    ...scenarios.map(({ id, name }) =>
      link(
        name.en,
        page(`/scenarios/${id}/`),
        `${countIn(id)} rules; as data: ${file(`/api/v1/scenarios/${id}.json`)}`,
      ),
    ),
    '',
    '## Pages',
    '',
    link('Ports', page('/ports/'), 'every port and range that a rule names'),
    link(
      'Firewall rules',
      page('/firewall/'),
      'from a deployment to the rules of each firewall, in the page alone; by program: npx @lync/port-firewall',
    ),
    link('Corrections', page('/corrections/'), 'every mistranslation, with evidence'),
    link('Advisories', page('/advisories/'), 'where the documents contradict themselves'),
    link('Coverage', page('/coverage/'), 'which pages hold ports, and what none of them has'),
    link('History', page('/history/'), 'when each fact and mistranslation came and went'),
    link('Data', page('/data/'), 'downloads, licence, changelog'),
    '',
    '## What is not here',
    '',
    'That no rule names a port does not mean that nothing needs it. No page of the documentation has a port table for these:',
    '',
    ...coveredAs('absent').map(({ id, title, holds, see }) =>
      link(
        title.en ?? id,
        `${page('/coverage/')}#${id}`,
        [
          holds?.en ?? 'no ports on record',
          ...(see === null ? [] : [`see ${see.name.en}${see.url === null ? '' : ` (${see.url})`}`]),
        ]
          .map(markdownLine)
          .join('; '),
      ),
    ),
    '',
    `A further ${coveredAs('prose').length} pages have ports outside of port tables; they are listed with their ports at ${page('/coverage/')}#prose and in ${file('/api/v1/coverage.json')}.`,
    '',
    '## Licence',
    '',
    `Data: ${PROJECT.dataLicence.id}, ${PROJECT.dataLicence.url}. Code: ${PROJECT.codeLicence.id}. ${ATTRIBUTION}`,
    '',
  ];
  return lines.join('\n');
}

/** A name in Markdown: nothing in it begins a link, an element or a line of its own. */
function markdownLine(text: string): string {
  return plainLine(text).replace(/[\\`*_[\]<>]/g, '\\$&');
}
