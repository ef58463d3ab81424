import { ports, scenarios } from '@lync/port-catalog';
import { coverage } from '@lync/port-catalog/coverage';
import { rangeText } from '@lync/port-catalog/ranges';
import { describe, expect, it } from 'vitest';
import { apiEndpoints } from '../../site/src/lib/api.ts';
import { apiFileOf } from '../../site/src/lib/api-links.ts';
import { roleOf } from '../../site/src/lib/catalog.ts';
import { comparedPairs, countNoPage, onlyIn } from '../../site/src/lib/compared.ts';
import { outside, outsideOf, outsideOfRole, unnamedPorts } from '../../site/src/lib/coverage.ts';
import { comparisonOf } from '../../site/src/lib/diagram/differences.ts';
import { llmsText } from '../../site/src/lib/llms.ts';
import { unnamedAnswer } from '../../site/src/lib/port-answer.ts';
import { factsOf, portPages } from '../../site/src/lib/port-pages.ts';
import { useOf } from '../../site/src/lib/port-use.ts';

const single = (port: number) => ({ from: port, to: port });

describe('ports that coverage names and no rule does', () => {
  const unnamed = unnamedPorts().map((range) => rangeText(range));

  it.each(['389', '88', '5022', '5223', '3389'])('%s has a page', (port) => {
    expect(unnamed).toContain(port);
  });

  it('have no page of a rule', () => {
    const named = new Set(portPages().map((range) => rangeText(range)));
    expect(unnamed.filter((port) => named.has(port))).toEqual([]);
  });

  it('are all that coverage holds, with those that have a page of a rule', () => {
    const pages = new Set([...portPages().map((range) => rangeText(range)), ...unnamed]);
    expect(outside.flatMap(({ ranges }) => ranges).filter((range) => !pages.has(rangeText(range)))).toEqual([]);
  });

  it('say who uses them, and which pages have them in prose', () => {
    const said = unnamedAnswer(single(389), outsideOf(single(389)), 0, 'en');
    expect(said).toBe(
      'No page of Microsoft’s port documentation has 389 in a port table. It is used by: Active Directory.',
    );
    expect(unnamedAnswer(single(5022), outsideOf(single(5022)), 0, 'en')).toMatch(
      / 1 page has it outside of port tables\.$/,
    );
    expect(unnamedAnswer(single(389), outsideOf(single(389)), 0, 'ko')).toMatch(
      /^Microsoft의 .*389.*Active Directory.*\.$/,
    );
  });
});

describe('what no table says for a role', () => {
  it.each([
    ['front-end-server', 'active-directory'],
    ['front-end-server-with-mediation-server', 'active-directory'],
    ['sql-server', 'sql-mirroring-endpoint'],
    ['exchange-unified-messaging', 'exchange-um'],
    ['persistent-chat-front-end-server', 'topology'],
  ])('%s: %s', (role, topic) => {
    expect(outsideOfRole(roleOf(role)).map(({ id }) => id)).toContain(topic);
  });
});

describe('a comparison', () => {
  it('tells scenarios without a page from differences', () => {
    for (const [a, b] of comparedPairs) {
      const { onlyInA } = comparisonOf(a.id, b.id);
      const only = onlyIn(onlyInA, b);
      expect(only.rules.length + countNoPage(only)).toBe(onlyInA.length);
      const has = (scenario: string) => ports.some((rule) => rule.scenario === scenario && rule.product === b.id);
      expect(only.rules.filter(({ scenario }) => !has(scenario))).toEqual([]);
      expect(only.noPage.filter(({ scenario }) => has(scenario.id))).toEqual([]);
    }
  });
});

describe('the file of a page', () => {
  const files = new Set(
    apiEndpoints('https://example.com').flatMap((endpoint) => endpoint.files.map(({ path }) => path)),
  );

  it.each([
    ...['/', '/data/', '/api/v1/', '/roles/', '/ports/', '/coverage/', '/history/', '/corrections/', '/ports/5061/'],
    ...['/ports/389/', '/roles/director/', '/between/client/front-end-server/'],
    ...scenarios.map(({ id }) => `/scenarios/${id}/`),
    ...ports.slice(0, 5).map(({ id }) => `/rules/${id}/`),
  ])('%s is there', (path) => {
    expect(files).toContain(apiFileOf(path));
  });

  it.each(['/compare/', '/between/', '/404/', '/services/sip/'])('%s has none', (path) => {
    expect(apiFileOf(path)).toBeNull();
  });
});

it('is in llms.txt, topic by topic', () => {
  const at = { file: (path: string) => path, page: (path: string) => path };
  const text = llmsText([], at);
  const topics = coverage.filter(({ state }) => state === 'absent');
  expect(topics.filter(({ id }) => !text.includes(`/coverage/#${id}`))).toEqual([]);
});

describe('what a port is for, in a list of ports', () => {
  const of = (port: number) => useOf(factsOf(single(port)).named, 'en');

  it.each([
    [443, 'HTTPS'],
    [5061, 'SIP'],
    [445, 'SMB'],
    [1433, 'SQL Server'],
  ])('%i: %s', (port, word) => {
    expect(of(port).words.slice(0, 3)).toContain(word);
  });

  it('names no more than a line takes, and where it leads', () => {
    for (const range of portPages()) expect(useOf(factsOf(range).named, 'ko').words.length).toBeLessThanOrEqual(6);
    expect(of(5061).zones).toEqual(['external', 'perimeter', 'internal']);
  });
});
