import { describe, expect, it } from 'vitest';
import { selectAdvisories } from '../../../scraper/src/assemble/advisories.ts';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import type { PortRule } from '../../../scraper/src/model/catalog.ts';
import type { RuleSelector, VocabularyEntries } from '../../../scraper/src/vocabulary/schema.ts';
import { tableWith } from '../../support/rows.ts';
import { LYNC, listeners, loadBalancers, snapshotOf } from '../../support/snapshots.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const TEXT = { en: 'x', ko: 'x' };

const { ports } = assemble(
  [
    snapshotOf([
      listeners([
        ['디렉터', '프런트 엔드 서비스', '5060', 'TCP'],
        ['디렉터', '웹 호환성 서비스', '443', 'HTTPS'],
        ['모든 서버', '', '50,000-59,999', 'UDP'],
        ['모든 서버', '', '67/68', 'DHCP'],
      ]),
      loadBalancers([['디렉터 부하 분산 장치', '443', 'HTTPS']]),
      tableWith(['서버 역할', '프로토콜'], [['디렉터', 'TCP']]),
    ]),
    snapshotOf([listeners([['디렉터', '', '443', 'TCP']])], { ...LYNC, id: 'lync-server-2013/other' }),
  ],
  vocabulary,
).catalog;

function advisory(id: string, rules: RuleSelector[]): VocabularyEntries['advisories'][number] {
  return { id, severity: 'info', title: TEXT, explanation: TEXT, rules, expects: 1, why: 'x' };
}

/** The places of the rules that advisories with these selectors are about, each as document, table and row. */
function selected(...rules: RuleSelector[]) {
  const found = selectAdvisories(ports, vocabularyOf({ advisories: [advisory('a', rules)] }));
  return found
    .flatMap((each) => each.rules.map((id) => ports.find((rule) => rule.id === id)?.origin))
    .map((origin) => {
      return `${origin?.document.split('/')[1]} ${origin?.table} ${origin?.row}`;
    });
}

describe('an advisory', () => {
  it.each<[what: string, selectors: RuleSelector[], places: string[]]>([
    ['a scenario', [{ scenario: 'other' }], ['other 1 1']],
    ['a kind', [{ kind: 'load-balancer' }], ['ports 2 1']],
    ['a role', [{ role: 'director', scenario: 'ports' }], ['ports 1 1', 'ports 1 2', 'ports 3 1']],
    ['a service', [{ service: 'front-end-service' }], ['ports 1 1']],
    ['a protocol', [{ protocol: 'https' }], ['ports 1 2', 'ports 2 1']],
    ['a port', [{ ports: '443', kind: 'listener' }], ['other 1 1', 'ports 1 2']],
    ['one of several ports', [{ ports: '68' }], ['ports 1 4']],
    ['a range as a whole', [{ ports: '50000-59999' }], ['ports 1 3']],
    ['no port inside a range', [{ ports: '50001' }], []],
    ['any of several selectors, each rule once', [{ service: 'front-end-service' }, { ports: '5060' }], ['ports 1 1']],
    ['a product', [{ product: 'lync-server-2013', scenario: 'other' }], ['other 1 1']],
    ['no other product', [{ product: 'skype-for-business-server-2015' }], []],
    ['a table behind its product', [{ table: 'other' }], ['other 1 1']],
    ['a transport', [{ transport: 'udp' }], ['ports 1 3', 'ports 1 4']],
    ['one of several values', [{ ports: ['5060', '68'] }], ['ports 1 1', 'ports 1 4']],
    ['everything that a selector asks for', [{ service: 'front-end-service', ports: '443' }], []],
  ])('selects by %s', (_, selectors, places) => {
    expect(selected(...selectors).sort()).toEqual(places);
  });

  it.each<[what: string, selector: RuleSelector, selects: boolean]>([
    ['a role at the source', { source: 'reverse-proxy' }, true],
    ['a role that "Any" may be narrowed to', { destination: 'director' }, true],
    ['no role at the other end', { source: 'director' }, false],
    ['a range at the source', { sourcePorts: '50000-59999' }, true],
    ['no range at the source as the port', { ports: '50000-59999' }, false],
    ['the name of a row', { ruleName: ['Clients', 'Servers'] }, true],
    ['no other name of a row', { ruleName: 'Devices' }, false],
  ])('selects a flow by %s', (_, selector, selects) => {
    const text = (en: string) => ({ en, ko: null, by: { en: 'document' as const, ko: null } });
    const [first] = ports;
    if (first === undefined) throw new Error('no rule');
    const flow: PortRule = {
      ...first,
      source: { text: text('x'), any: false, narrowed: false, roles: ['reverse-proxy'] },
      destination: { text: text('x'), any: true, narrowed: true, roles: ['director', 'front-end-server'] },
      sourcePorts: { text: 'x', ranges: [{ from: 50000, to: 59999 }], any: false, configurable: false },
      ruleName: text('Clients'),
    };
    const found = selectAdvisories([flow], vocabularyOf({ advisories: [advisory('a', [selector])] }));
    expect(found.length > 0).toBe(selects);
  });

  it('is left out where none of its rules is there', () => {
    const entries = { advisories: [advisory('gone', [{ ports: '1' }]), advisory('there', [{ ports: '5060' }])] };
    expect(selectAdvisories(ports, vocabularyOf(entries)).map(({ id }) => id)).toEqual(['there']);
  });
});
