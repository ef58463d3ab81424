import { describe, expect, it } from 'vitest';
import type { PortRule } from '../../packages/catalog/src/index.ts';
import { ports } from '../../packages/catalog/src/index.ts';
import { requestFile, requestRecord } from '../../site/src/lib/change-request.ts';
import { readRequests } from '../../site/src/scripts/tables/request-file.ts';

const ruleThat = (is: (rule: PortRule) => boolean): PortRule => {
  const rule = ports.find(is);
  if (rule === undefined) throw new Error('no such rule');
  return rule;
};

describe('a rule as a line of a change request', () => {
  it('says of a flow who connects to whom, at which firewall and which way', () => {
    const rule = ruleThat(
      ({ id }) => id.startsWith('lync-server-2013/scaled-edge-external-interface-nodes/') && id.includes('50000-59999'),
    );
    const record = requestRecord(rule, 'en');
    expect(record).toMatchObject({
      firewall: 'external',
      direction: rule.firewall?.way === 'in' ? 'inbound' : 'outbound',
      transport: rule.transports.map((each) => each.toUpperCase()).join(', '),
      ports: '50000-59999',
      product: 'Lync Server 2013',
    });
    expect(record.caution).toContain('50,000–59,999');
    expect(record.url).toMatch(/^https:\/\/github\.com\//);
    expect(record.page).not.toBe('');
  });

  it.each(['en', 'ko'] as const)(
    'says of a listener who is known to connect, and names its own firewall: %s',
    (lang) => {
      const rule = ruleThat(
        ({ kind, callers, service }) => kind === 'listener' && callers.length > 1 && service !== null,
      );
      const record = requestRecord(rule, lang);
      expect(record.source.split('; ').length).toBe(new Set(rule.callers.map(({ role }) => role)).size);
      expect(record.firewall).toBe(lang === 'en' ? 'Windows Firewall of the server' : '서버의 Windows 방화벽');
      expect(record.direction).toBe(lang === 'en' ? 'inbound' : '인바운드');
    },
  );

  it('has the role that connects as the source, where a table of listening ports lists it', () => {
    const rule = ruleThat(
      ({ kind, calls, direction }) => kind === 'listener' && calls.length > 0 && direction === null,
    );
    expect(requestRecord(rule, 'en').direction).toBe('outbound');
  });

  it('says whether it is needed, and what stops working where it stays closed', () => {
    const legacy = requestRecord(
      ruleThat(({ need }) => need?.level === 'legacy'),
      'en',
    ).need;
    expect(legacy).toMatch(/^legacy.*\. \S/);
    const rule = { ...ruleThat(() => true), need: null };
    expect([requestRecord(rule, 'en').need, requestRecord(rule, 'ko').need]).toEqual(['not stated', '명시되지 않음']);
  });

  it.each(['en', 'ko'] as const)('leaves nothing to guess and nothing that breaks a ticket: %s', (lang) => {
    for (const rule of ports) {
      const { caution, url, ...facts } = requestRecord(rule, lang);
      for (const [key, text] of Object.entries(facts)) {
        expect(text, `${rule.id} ${key}`).toMatch(/^\S.*\S$|^\S$/);
        expect(text, `${rule.id} ${key}`).not.toMatch(/[\n\r\t]/);
      }
      if (rule.ports !== null && rule.ports.ranges.length > 0) expect(facts.ports).toMatch(/^[0-9, -]+$/);
      expect(`${caution}${url}`).not.toMatch(/[\n\r\t]/);
    }
  });
});

describe('the file of change requests', () => {
  it.each(['en', 'ko'] as const)('gives back the records of the rules that are asked for, each once: %s', (lang) => {
    const file = requestFile(lang);
    const asked = [ports[5], ports[200], ports[5]].flatMap((rule) => rule ?? []);
    const { sheet, records } = readRequests(
      file,
      asked.map(({ id }) => id),
    );
    const expected = asked.slice(0, 2).map((rule) => requestRecord(rule, lang));
    expect(records).toEqual(expected);
    expect(sheet.rows).toEqual(expected.map((record) => Object.values(record)));
    expect(sheet.headings.length).toBe(file.keys.length);
    expect(sheet.headings.join()).toMatch(lang === 'ko' ? /출발지,목적지/ : /Source,Destination/);
  });
});
