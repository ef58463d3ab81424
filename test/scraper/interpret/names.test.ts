import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { both, en, ko } from '../../support/cells.ts';
import { factsOf, readRowOf } from '../../support/rows.ts';

const SKYPE = { document: { product: 'skype-for-business-server-2015' } };

function listener(role: string | Cell, service: string | Cell, given = {}) {
  const cells = { '서버 역할': role, '서비스 이름': service, 포트: '443', 프로토콜: 'TCP' };
  return readRowOf(cells, given);
}

describe('the role of a row', () => {
  it.each([
    ['모든 서버', 'all-servers'],
    ['모든 내부 서버', 'all-internal-servers'],
    ['프런트 엔드 서버', 'front-end-server'],
    ['프런트엔드서버', 'front-end-server'],
    ['Front-End 서버', 'front-end-server'],
    ['중앙 관리 저장소가 상주 하는 프런트 엔드 서버', 'front-end-server-with-central-management-store'],
    ['Collocated 중재 서버도 실행 하는 프런트 엔드 서버', 'front-end-server-with-mediation-server'],
    ['배치된 중재 서버를 실행하는 프런트 엔드 서버', 'front-end-server-with-mediation-server'],
    ['이사', 'director'],
    ['디렉터', 'director'],
    ['중재 서버', 'mediation-server'],
    ['에 지 서버', 'edge-server'],
    ['에지 서버', 'edge-server'],
    ['Edge Server', 'edge-server'],
    ['Office Web Apps 서버', 'office-web-apps-server'],
    ['영구 채팅 프런트 엔드 서버', 'persistent-chat-front-end-server'],
  ])('"%s" is %s', (published, role) => {
    expect(factsOf(listener(published, '')).role).toBe(role);
  });

  it.each<[published: Cell, role: string]>([
    [en('Front End Server'), 'front-end-server'],
    [en('Mediation', 'Server(s)'), 'mediation-server'],
    [ko('중재', '서버'), 'mediation-server'],
    [both(['이사', 'Directors']), 'director'],
    [both(['정체불명', 'Director']), 'director'],
  ])('%j is %s', (published, role) => {
    expect(factsOf(listener(published, '')).role).toBe(role);
  });

  it.each(['정체불명 서버', 'Gateway', '__proto__', 'constructor', 'toString'])('"%s" is reported', (published) => {
    const { diagnostics, rows } = listener(published, '');
    expect(diagnostics).toMatchObject([{ code: 'unknown-role', row: 1, column: '서버 역할', text: published }]);
    expect(rows[0]?.facts).toEqual([]);
  });

  it('must be there', () => {
    expect(listener('', '').diagnostics).toMatchObject([
      { code: 'missing-role', row: 1, column: '서버 역할', text: '' },
    ]);
  });
});

describe('the load balancer of a row', () => {
  it.each([
    ['프런트 엔드 서버 부하 분산 장치', 'front-end-load-balancer'],
    [
      '프런트 엔드 서버 부하 분산 장치 (풀에서 중재 서버도 실행 되는 경우)',
      'front-end-load-balancer-with-mediation-server',
    ],
    ['중재 서버 부하 분산 장치', 'mediation-load-balancer'],
    ['디렉터 부하 분산 장치', 'director-load-balancer'],
  ])('"%s" is %s', (published, role) => {
    expect(factsOf(readRowOf({ '부하 분산 장치': published, 포트: '443', 프로토콜: 'HTTPS' })).role).toBe(role);
  });
});

describe('the service of a row', () => {
  it.each([
    ['SQL 브라우저', 'sql-browser'],
    ['SQL Browser', 'sql-browser'],
    ['Lync Server 프런트 엔드 서비스', 'front-end-service'],
    ['Lync 서버 회의 알림 서비스', 'conferencing-announcement-service'],
    ['Lync Server 메신저 회의 서비스', 'im-conferencing-service'],
    ['Lync Server 통화 공원 서비스', 'call-park-service'],
    ['Lync Server 회의 수행자 서비스 (전화 접속 회의)', 'conferencing-attendant-service'],
    ['Lync Server 웹 회의 호환성 서비스', 'web-conferencing-compatibility-service'],
    ['Mobility Services 구성 요소', 'mobility-services-component'],
    ['해당 없음', null],
    ['다양 한', null],
    ['다양한', null],
    ['N/A', null],
    ['', null],
  ])('"%s" is %s', (published, service) => {
    expect(factsOf(listener('모든 서버', published)).service).toBe(service);
  });

  it.each([
    ['비즈니스용 Skype 서버 중재 서비스', 'mediation-service'],
    ['비즈니스용 Skype Server 중재 서비스', 'mediation-service'],
    ['비즈니스용 Skype 서버 2015 중재 서비스', 'mediation-service'],
    ['Skype for Business Server Web Conferencing Compatibility service', 'web-conferencing-compatibility-service'],
    ['Skype for Business Server Call Park', 'call-park-service'],
    ['A/V Conferencing', 'av-conferencing-service'],
    ['Audio', 'audio'],
    ['None', null],
    ['–', null],
  ])('of Skype for Business Server "%s" is %s', (published, service) => {
    expect(factsOf(listener('모든 서버', published, SKYPE)).service).toBe(service);
  });

  it('of a product that nobody knows keeps its name', () => {
    const { diagnostics } = listener('모든 서버', 'NetMeeting 중재 서비스');
    expect(diagnostics).toMatchObject([{ code: 'unknown-service' }]);
  });

  it('"Not applicable" beside the name of a service is corrected', () => {
    const { corrections } = listener('모든 서버', both(['중재 서비스', 'Not applicable'])).rows[0] ?? {};
    expect(corrections).toMatchObject([{ field: 'service', published: '중재 서비스', corrected: 'Not applicable' }]);
  });

  it.each(['Lync Server 정체불명 서비스', 'Gopher service', '__proto__'])('"%s" is reported', (published) => {
    const { diagnostics } = listener('모든 서버', published);
    const text = published.replace('Lync Server ', '');
    expect(diagnostics).toMatchObject([{ code: 'unknown-service', column: '서비스 이름', text }]);
  });
});

describe('the component of a row', () => {
  const component = (cell: Cell) => readRowOf({ 요소가: cell, 포트: '67/68', 프로토콜: 'DHCP' });

  it('may be clients', () => {
    expect(factsOf(component(ko('클라이언트')))).toMatchObject({ role: 'client', devices: [] });
  });

  it('may be a list of devices, a line each: one role with its devices', () => {
    const phones = ['Aastra 6725ip 일반 전화기', 'Polycom CX600 IP 일반 전화기', 'HP 4110 IP 전화 (공통 지역 전화)'];
    const facts = factsOf(component(ko(...phones)));
    expect(facts.role).toBe('ip-phone');
    expect(facts.devices.map(({ en: english, ko: korean, by }) => [english, korean, by.en, by.ko])).toEqual([
      ['Aastra 6725ip desk phone', phones[0], 'project', 'document'],
      ['Polycom CX600 IP desk phone', phones[1], 'project', 'document'],
      ['HP 4110 IP Phone (common area phone)', phones[2], 'project', 'document'],
    ]);
  });

  it('may be such a list in English', () => {
    expect(factsOf(component(en('Aastra 6725ip desk phone', 'Polycom CX600 IP desk phone')))).toMatchObject({
      role: 'ip-phone',
      devices: [
        { en: 'Aastra 6725ip desk phone', ko: null },
        { en: 'Polycom CX600 IP desk phone', ko: null },
      ],
    });
  });

  it.each([
    ['a device that nobody knows in English', en('Aastra 6725ip desk phone', 'Toaster')],
    ['a device that nobody knows', ko('Aastra 6725ip 일반 전화기', '정체불명 전화기')],
    ['something that is no device', ko('Aastra 6725ip 일반 전화기', '클라이언트')],
  ])('with %s is reported', (_, cell) => {
    expect(component(cell).diagnostics).toMatchObject([{ code: 'unknown-role', column: '요소가' }]);
  });
});
