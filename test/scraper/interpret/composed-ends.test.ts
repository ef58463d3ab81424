import { describe, expect, it } from 'vitest';
import { readFact } from '../../../scraper/src/interpret/fact.ts';
import { DESTINATION, SOURCE } from '../../../scraper/src/interpret/grammars.ts';
import { translate } from '../../../scraper/src/interpret/reading.ts';
import type { VocabularyEntries } from '../../../scraper/src/vocabulary/schema.ts';
import { VocabularyFiles } from '../../../scraper/src/vocabulary/schema.ts';
import { both, ko } from '../../support/cells.ts';
import { processorTime } from '../../support/processor-time.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const ACCESS = 'access-edge-service';
const AV = 'av-edge-service';
const WEB = 'web-conferencing-edge-service';
const FRONT = 'front-end-server';
const SBA = 'survivable-branch-appliance';
const SBS = 'survivable-branch-server';

const read = (...lines: string[]) => readFact(ko(...lines), SOURCE, { vocabulary });

describe('an end in Korean alone is put together from its parts', () => {
  it.each<[published: string[], roles: string[], english: string]>([
    // Which of its addresses or interfaces is meant.
    [['에 지 서버 액세스에 지 서비스'], [ACCESS], 'Edge Server Access Edge service'],
    [['에 지 서버 A/V에 지 서비스 공용 VIP 주소'], [AV], 'Edge Server A/V Edge service public VIP address'],
    [['Edge 서버 A/V Edge 서비스 공개 VIP 주소'], [AV], 'Edge Server A/V Edge service public VIP address'],
    [
      ['에 지 서버 웹 회의에 지 서비스 공용 IP 주소'],
      [WEB],
      'Edge Server Web Conferencing Edge service public IP address',
    ],
    [['A/V에 지 서비스 인터페이스'], [AV], 'A/V Edge service interface'],
    [['에 지 서버 액세스 인터페이스'], [ACCESS], 'Edge Server Access interface'],
    [['에 지 서버 내부 VIP 인터페이스'], ['edge-server'], 'Edge Server internal VIP interface'],
    [['각 내부에 지 서버 인터페이스 IP'], ['edge-server'], 'Each internal Edge Server interface IP'],
    [['디렉터 하드웨어 부하 분산 장치 VIP'], ['director-load-balancer'], 'Director Hardware Load Balancer VIP'],
    [['내부 리버스 프록시 인터페이스'], ['reverse-proxy'], 'Internal Reverse proxy interface'],
    [['역방향 프록시 수신기'], ['reverse-proxy'], 'Reverse proxy listener'],
    // Kinds of address, a line each.
    [
      ['NAT를 사용한 개인 IP: 에 지 서버 A/V에 지 서비스', '공용 IP: 에 지 서버 A/V에 지 서비스 공용 IP 주소'],
      [AV],
      'Private IP using NAT: Edge Server A/V Edge service\nPublic IP: Edge Server A/V Edge service public IP address',
    ],
    [['공용 IP: 에 지 서버 액세스에 지 서비스'], [ACCESS], 'Public IP: Edge Server Access Edge service'],
    // Clauses and lists.
    [
      ['XMPP 프록시 서비스 (액세스에 지 서비스와 IP 주소 공유)'],
      ['xmpp-proxy-service'],
      'XMPP Proxy service (shares IP address with Access Edge service)',
    ],
    [['프런트 엔드 풀 또는 프런트 엔드 서버'], [FRONT], 'Front End pool or Front End Server'],
    [['프런트 엔드 서버, 디렉터 풀'], [FRONT, 'director'], 'Front End Server, Director pool'],
    [
      ['내부 인터페이스를 보유 하는에 지 서버 IP 또는 풀'],
      ['edge-server'],
      'Edge Server IP or pool that holds the internal interface',
    ],
    // A name that is broken into two lines.
    [['프런트 엔드', '서버 IP 주소'], [FRONT], 'Front End Server IP address'],
  ])('%j means %j', (lines, roles, english) => {
    const { value, problem, reading } = read(...lines);
    expect([value?.any, value?.roles, problem, reading.english, reading.by]).toEqual([
      false,
      roles,
      null,
      english,
      'project',
    ]);
  });

  it.each<[published: string[], roles: string[], english: string]>([
    [
      ['모두 (디렉터, 디렉터 풀 IP 주소, 프런트 엔드 서버 또는 프런트 엔드 풀 주소로 정의할 수 있음)'],
      ['director', FRONT],
      'Any (can be defined as Director, Director pool IP address, Front End Server or Front End pool address)',
    ],
    [
      ['Any (프런트 엔드 서버 IP 주소 또는 중앙 관리 저장소를 보유 하는 풀로 정의할 수 있음)'],
      [FRONT],
      'Any (can be defined as Front End Server IP address or pool that holds the Central Management store)',
    ],
    [
      ['Any (중앙 관리 저장소를 포함 하는 프런트 엔드 서버 서버 IP 또는 풀로 정의 가능)'],
      [FRONT],
      'Any (can be defined as Front End Server IP or pool that holds the Central Management store)',
    ],
    [
      ['Any (프런트 엔드 서버 IP 주소 또는 프런트 엔드 풀의 각 프런트 엔드 서버 IP 주소로 정의할 수 있음)'],
      [FRONT],
      'Any (can be defined as Front End Server IP address or each Front End Server IP address in the Front End pool)',
    ],
    [
      [
        'Any (Standard Edition server IP, Standard Edition server IP 주소 또는 XMPP 게이트웨이 서비스를 실행 하는 풀 IP 주소로 정의할 수 있음)',
      ],
      ['standard-edition-server', FRONT],
      'Any (can be defined as Standard Edition server IP, Standard Edition server IP address or pool IP address running the XMPP Gateway service)',
    ],
  ])('%j is narrowed to %j', (lines, roles, english) => {
    const { value, problem, reading } = read(...lines);
    expect([value, problem, reading.english]).toEqual([{ any: true, narrowed: true, roles }, null, english]);
  });

  // "Any:" above a list; the translation has no colon.
  it.each<[published: string[], roles: string[], english: string]>([
    [['그', '• 디렉터', '• 디렉터 풀 VIP 주소'], ['director'], 'Any\n• Director\n• Director pool VIP address'],
    [
      ['그', '• 프런트 엔드 서버', '• 각 프런트 엔드 서버', '프런트 엔드 풀에서'],
      [FRONT],
      'Any\n• Front End Server\n• Each Front End Server\nin the Front End pool',
    ],
    [
      [
        '그',
        '•이에 지 서버를 사용 하는 모든 Sba (survivable Branch 기기',
        '•이 에지 서버를 사용 하는 모든 Sba (survivable 분기 서버',
      ],
      [SBA, SBS],
      'Any\n• Any Survivable Branch Appliance using this Edge Server\n• Any Survivable Branch Server using this Edge Server',
    ],
  ])('%j means %j and nobody else', (lines, roles, english) => {
    const { value, problem, reading } = read(...lines);
    expect([value, problem, reading.english]).toEqual([{ any: false, narrowed: false, roles }, null, english]);
  });

  it.each([
    // Nobody is named, or a part is left over.
    '풀 가상 IP',
    '내부 인터페이스',
    'NAT를 사용한 개인 IP',
    '정체불명 서버 IP 주소',
    '모두 (디렉터 또는 정체불명 서버로 정의할 수 있음)',
    '디렉터 또는',
    '• 디렉터 IP\n•',
    // In a sentence these words stand for the appliance and the server together.
    'Any (이에 지 서버를 사용 하는 Sba (survivable 분기 서버로 정의할 수 있음)',
    // A name, not a list, stands in front of a clause's verb.
    '디렉터, 중앙 관리 저장소를 보유하는',
    // Braces are no place of a part in what a page says.
    '{end} 풀',
    '{} 풀',
    `${'디렉터 또는 '.repeat(60)}디렉터`,
  ])('"%s" is reported', (published) => {
    const { value, problem } = read(published);
    const text = published.replaceAll('\n', ' / ');
    expect([value, problem?.code, problem?.text]).toEqual([null, 'unknown-endpoint', text]);
  });

  it('and in cells of no other kind', () => {
    expect(translate('디렉터 IP 주소', 'role', vocabulary)).toBeNull();
    expect(translate('디렉터 IP 주소', 'endpoint', vocabulary)?.english).toBe('Director IP address');
  });

  it('within the time that a page may take, whatever it says', () => {
    const began = processorTime();
    for (const text of [
      '풀 또는 '.repeat(39),
      '에지 서버 '.repeat(39),
      '내부 '.repeat(79),
      '풀, '.repeat(79),
      'ㄱ'.repeat(1e5),
    ]) {
      expect(read(text).value).toBeNull();
    }
    expect(processorTime() - began).toBeLessThan(500);
  });
});

describe('what the machine made of a part', () => {
  const corrected = (cell: Parameters<typeof readFact>[0]) =>
    readFact(cell, DESTINATION, { vocabulary }).corrections.map(({ published, corrected, evidence, witness }) => {
      return [published, corrected, evidence, witness];
    });

  it('is corrected, and nothing else of the end is', () => {
    expect(corrected(ko('그', '• 디렉터'))).toEqual([['그', 'Any', 'vocabulary', null]]);
    expect(corrected(ko('이사 풀 IP 주소'))).toEqual([['이사', 'Director', 'vocabulary', null]]);
  });

  it('is borne out by the English beside it', () => {
    const cell = both(['그', 'Any:'], ['• 디렉터 풀', '• Director pool']);
    expect(corrected(cell)).toEqual([['그', 'Any', 'bilingual', 'Any: / • Director pool']]);
  });

  it('counts as one use of its form, and each part as one of its own', () => {
    const uses = translate('공용 IP: 디렉터 IP', 'endpoint', vocabulary)?.uses ?? [];
    expect(uses.map(({ form, published }) => [form.text, form.en, published])).toEqual([
      ['{address}: {end}', 'Public IP: Director IP', '공용 IP: 디렉터 IP'],
      ['공용 IP', 'Public IP', '공용 IP'],
      ['{end} IP', 'Director IP', '디렉터 IP'],
      ['디렉터', 'Director', '디렉터'],
    ]);
  });
});

describe('a text that can be put together in two ways', () => {
  const role = (id: string, en: string, name: string): VocabularyEntries['roles'][number] => {
    return { id, name: { en, ko: name }, kind: 'server', zone: 'internal' };
  };
  const small = vocabularyOf({
    roles: [role('a', 'A', '가'), role('b', 'B', '나'), role('c', 'C', '다')],
    ends: [
      { en: '{end} using this {other}', ko: '{other} 쓰는 {end}' },
      { en: '{end} or {other}', ko: '{end} 또는 {other}' },
    ],
  });

  it('is read where both name the same, with the pattern outside that stands first', () => {
    expect(translate('가 쓰는 나 또는 나', 'endpoint', small)?.english).toBe('B or B using this A');
  });

  it('is left unread where one names somebody else', () => {
    expect(translate('나 쓰는 다', 'endpoint', small)?.english).toBe('C using this B');
    expect(translate('가 또는 나 쓰는 다', 'endpoint', small)).toBeNull();
  });

  it('is left unread where there are too many ways', () => {
    expect(translate(Array(12).fill('가').join(' 쓰는 나 또는 '), 'endpoint', small)).toBeNull();
    const lines = (count: number) => Array(count).fill('가 쓰는 나 또는 나').join('\n');
    expect(translate(lines(4), 'endpoint', small)?.uses).toHaveLength(20);
    expect(translate(lines(5), 'endpoint', small)).toBeNull();
  });
});

describe('the parts are refused where', () => {
  it.each([
    [
      'a form has other places than the English',
      { en: '{end} IP', ko: '{name} IP' },
      'other places than in en: {name} IP',
    ],
    ['another form has', { en: '{end} IP', ko: '{end} IP', also: ['IP'] }, 'other places than in en: IP'],
    ['nothing stands between two places', { en: '{end} {other}', ko: '{end} {other}' }, 'nothing stands between'],
    ['two places have one name', { en: '{end}, {end}', ko: '{end}, {end}' }, 'two places have one name'],
  ])('%s', (_, entry, message) => {
    expect(VocabularyFiles.ends.safeParse([entry]).error?.message).toContain(message);
  });

  it('one form stands for two things', () => {
    const ends = [
      { en: '{end} IP', ko: '{end} 주소' },
      { en: '{other} address', ko: '{other}주소' },
    ];
    expect(() => vocabularyOf({ ends })).toThrow(/"\{other\}주소" stands for "\{end\} IP" and for "\{other\} address"/);
  });
});
