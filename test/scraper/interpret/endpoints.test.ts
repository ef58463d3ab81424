import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnds } from '../../../scraper/src/interpret/endpoints.ts';
import { readFact } from '../../../scraper/src/interpret/fact.ts';
import { DESTINATION, SOURCE } from '../../../scraper/src/interpret/grammars.ts';
import { both, ko } from '../../support/cells.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const ACCESS = 'access-edge-service';
const AV = 'av-edge-service';
const FRONT = 'front-end-server';

describe('an end of a flow, in English', () => {
  it.each<[published: string, any: boolean, roles: string[]]>([
    ['Any', true, []],
    ['any', true, []],
    ['Any (can be defined as Director IP, Front End Server IP or Pool virtual IP)', true, ['director', FRONT]],
    ['Any (can be defined as the Front End Server IP or pool that holds the Central Management store)', true, [FRONT]],
    ['Any (can be defined as Front End Server or Front End pool virtual IP address)', true, [FRONT]],
    ['Any (can be defined as the pool)', true, []],
    ['Any (can be defined as Director, Front End Server', true, ['director', FRONT]],
    [
      'Any (can be defined as Standard Edition server IP, or pool IP address running the XMPP Gateway service)',
      true,
      ['standard-edition-server', FRONT],
    ],
    ['Any (can be defined as\nDirector or Front End Server)', true, ['director', FRONT]],
    ['Any of the following running the gateway:\n• Front End Server\n• Director\npool', false, [FRONT, 'director']],
    ['Any\n• Director', false, ['director']],
    ['Any:\nDirector\nFront End Server', false, ['director', FRONT]],
    ['Any of the following:\nDirector', false, ['director']],
    ['Any:\nDirector\nEach Front End Server\nin your Front End pool', false, ['director', FRONT]],
    ['Edge pool internal interface', false, ['edge-server']],
    ['Skype for Business clients', false, ['client']],
    ['Director\nFront End Server', false, ['director', FRONT]],
    ['Edge Server\nAccess Edge', false, [ACCESS]],
    ['Front End Servers only', false, [FRONT]],
    ['Any federated partner', false, ['federated-partner']],
    ['SBAs', false, ['survivable-branch-appliance']],
    ['Back-End Server', false, ['sql-server']],
    ['Director', false, ['director']],
    ['Directors', false, ['director']],
    ['Mediation\nServer(s)', false, ['mediation-server']],
    ['Edge Server Internal interface', false, ['edge-server']],
    ['Edge Server internal interface IP address', false, ['edge-server']],
    ['Internal Edge Server', false, ['edge-server']],
    ['Access Edge service public VIP address', false, [ACCESS]],
    ['Edge Server Access Edge service public IP address', false, [ACCESS]],
    ['XMPP Proxy service (shares IP address with Access Edge service)', false, ['xmpp-proxy-service']],
    ['Front End Server running Conferencing Attendant', false, [FRONT]],
    ['The Front End Servers that hold the Central Management store', false, [FRONT]],
    ['A/V Edge Server External', false, [AV]],
    ['Director and Front End Server', false, ['director', FRONT]],
    ['Director, Front End Server, or Mediation Server', false, ['director', FRONT, 'mediation-server']],
    ['Front End Server or the pool', false, [FRONT]],
    ['Director or Directors', false, ['director']],
    ['• Director\n• Front End Server using\nits own address', false, ['director', FRONT]],
    ['Director\n* Front End Server', false, ['director', FRONT]],
    [' • Director \n • Front End Server ', false, ['director', FRONT]],
    ['Private IP using NAT: Access Edge service\nPublic IP: Access Edge service', false, [ACCESS]],
    ['Private: Access Edge service\nA/V Edge service', false, [ACCESS, AV]],
    ['Any Survivable Branch Appliance', false, ['survivable-branch-appliance']],
    ['Director\n\n', false, ['director']],
    ['Edge Server with public IP, Director', false, ['edge-server', 'director']],
    ['Edge Server using NAT; Director', false, ['edge-server', 'director']],
    ['Front End Server in the pool or Mediation Server', false, [FRONT, 'mediation-server']],
    ['Front End Server where archiving is on and Director', false, [FRONT, 'director']],
    ['Front End Server running Conferencing Attendant and/or Director', false, [FRONT, 'director']],
    ['Front End Server on the LAN & Director', false, [FRONT, 'director']],
    ['Front End Server on the LAN + Director', false, [FRONT, 'director']],
    ['Front End Server on the LAN as well as Director', false, [FRONT, 'director']],
    ['Front End Server on the LAN plus the Director', false, [FRONT, 'director']],
    ['• Edge Server (and Director)', false, ['edge-server', 'director']],
    ['• Edge Server with public IP, Director', false, ['edge-server', 'director']],
    ['Edge Server (and Director)', false, ['edge-server', 'director']],
    ['Edge Server (or Director), Mediation Server', false, ['edge-server', 'director', 'mediation-server']],
    ['Edge Server in the Edge Servers', false, ['edge-server']],
  ])('"%s" is any: %s, of %j', (published, any, roles) => {
    // "Any" with roles may be narrowed to them.
    const narrowed = any && roles.length > 0;
    expect(readEnds(published, vocabulary)).toEqual({ ok: true, value: { any, narrowed, roles } });
  });

  it.each([
    ['Gateway', 'Gateway'],
    ['Director and Gateway', 'Gateway'],
    ['Any gateway', 'Any gateway'],
    ['Any server of the domain', 'Any server of the domain'],
    ['Any (can be defined as Director or Gateway)', 'Gateway'],
    ['Any\n• Gateway', 'Gateway'],
    ['Any:\nDirector\nGateway', 'Gateway'],
    ['Any\nDirector', 'Any\nDirector'],
    ['the pool', 'the pool'],
    ['public IP address', 'public IP address'],
    ['', ''],
    [', ,', ', ,'],
    ['constructor', 'constructor'],
    ['Edge Server with Director', 'Edge Server with Director'],
    ['Front End Server using Director', 'Front End Server using Director'],
    ['Front End Server running Mediation Server', 'Front End Server running Mediation Server'],
    ['Front End Server in the pool behind Director', 'Front End Server in the pool behind Director'],
    ['Front End Server with public IP [Director]', 'Front End Server with public IP [Director]'],
    ['Mediation Server using NAT also Director', 'Mediation Server using NAT also Director'],
    ['Front End Server on a Mediation Server', 'Front End Server on a Mediation Server'],
    ['Edge Server in the perimeter, Gateway', 'Gateway'],
    ['Edge Server in the perimeter and the LAN', 'the LAN'],
    ['Edge Server (and Gateway)', 'Gateway'],
    ['XMPP Proxy service (shares IP address with Access Edge service, Director)', 'Director)'],
    ['Front End Server, pool with Edge Server, Gateway', 'Gateway'],
    ['Edge Server using UDP', 'Edge Server using UDP'],
    ['Edge Server on 444', 'Edge Server on 444'],
  ])('"%s" is reported', (published, text) => {
    expect(readEnds(published, vocabulary)).toMatchObject({ ok: false, code: 'unknown-endpoint', text });
  });
});

describe('two roles in one end', () => {
  const roles = vocabulary.entries.roles.filter(({ base }) => base === undefined);
  const around = ['the ', 'each ', 'your ', 'each of the ', ''];
  const behind = [
    '',
    ' pool',
    ' VIP',
    ' in the pool',
    ' with public IP',
    ' running Windows',
    ' that hold users',
    ' (for media)',
  ];
  const between = [
    ', ',
    ' and ',
    ' or ',
    ' (and ',
    '; ',
    ' + ',
    '/',
    ' - ',
    ': ',
    '. ',
    ' [',
    ' (',
    ' to ',
    ' via ',
    ' with ',
  ];
  const words = [
    'on',
    'behind',
    'using',
    'running',
    'that hold',
    'where the',
    'including',
    'such as',
    'but also',
    'of',
  ];
  const end = fc.tuple(fc.constantFrom(...around), fc.constantFrom(...roles), fc.constantFrom(...behind));

  it('are both read, whatever stands between and around them, or the end is reported', () => {
    const joint = fc.constantFrom(...between, ...words.map((word) => ` ${word} `));
    fc.assert(
      fc.property(end, joint, end, ([before, first, clause], joined, [inFront, second, last]) => {
        const text = `${before}${first.name.en}${clause}${joined}${inFront}${second.name.en}${last}`;
        const read = readEnds(text, vocabulary);
        if (!read.ok || read.value.any) return;
        const isRead = (role: typeof first) => [role.id, role.pool].some((id) => read.value.roles.includes(String(id)));
        expect([text, isRead(first), isRead(second)]).toEqual([text, true, true]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('an end of a flow, as published', () => {
  const context = { vocabulary };
  const source = (...lines: string[]) => readFact(ko(...lines), SOURCE, context);

  it.each<[published: string[], any: boolean, roles: string[]]>([
    [['모두'], true, []],
    [['이상'], true, []],
    [['A/V에 지 서버 내부'], false, [AV]],
    [['A/V에지 서버 외부'], false, [AV]],
    [['중재', '서버 (s)'], false, ['mediation-server']],
    [['중재 서버'], false, ['mediation-server']],
    [['프런트 엔드 서버'], false, [FRONT]],
    [['회의 수행자를 실행 하는 프런트 엔드 서버'], false, [FRONT]],
    [['Exchange 통합 메시징'], false, ['exchange-unified-messaging']],
  ])('%j is any: %s, of %j', (lines, any, roles) => {
    expect(source(...lines)).toMatchObject({ value: { any, roles }, problem: null });
  });

  it('that nobody knows is reported as published', () => {
    expect(source('정체불명 서버')).toMatchObject({
      value: null,
      problem: { code: 'unknown-endpoint', text: '정체불명 서버' },
    });
  });

  it('with somebody else in its translation is corrected', () => {
    const { corrections } = readFact(both(['모두', 'Director']), DESTINATION, context);
    expect(corrections).toEqual([
      {
        field: 'destination',
        published: '모두',
        corrected: 'Director',
        reason: { en: 'The translation reads "Any", the English beside it "Director".', ko: expect.any(String) },
        evidence: 'bilingual',
        witness: 'Director',
      },
    ]);
  });

  it('with the same ends in another order in its translation is not', () => {
    const cell = both(['Front End Server, Director', 'Director, Front End Server']);
    expect(readFact(cell, SOURCE, context).corrections).toEqual([]);
  });
});
