import type { Correction, Language } from '../index.ts';

/** What the command says in a language, besides the names of fields. */
interface Words {
  /** Over the column that says who a rule is about. */
  who: string;
  named: (count: number, port: number) => string;
  covering: (count: number, port: number) => string;
  any: (count: number) => string;
  exemptions: (count: number) => string;
  neither: (port: number) => string;
  found: (count: number, text: string) => string;
  byRange: (count: number, text: string) => string;
  nothing: (text: string) => string;
  nearest: (near: readonly string[]) => string;
  noRole: (name: string) => string;
  /** By what it rests on that the one reaches the other. */
  between: Record<'flow' | 'document' | 'project', (count: number, from: string, to: string) => string>;
  noneBetween: (from: string, to: string) => string;
  forAnybody: (count: number) => string;
  otherWay: (count: number, from: string, to: string) => string;
  outside: string;
  look: (where: string) => string;
  origin: (page: string, table: number, row: number) => string;
  anybody: string;
  implied: string;
  configurable: string;
  byProject: string;
  /** Before what stops working while a port is closed. */
  ifClosed: string;
  said: (yes: boolean) => string;
  published: string;
  corrections: string;
  advisories: string;
  evidence: Record<Correction['evidence'], string>;
}

const en: Words = {
  who: 'Who',
  named: (count, port) => `${rules(count)} ${count === 1 ? 'names' : 'name'} port ${port}`,
  covering: (count, port) => `${rules(count)} ${count === 1 ? 'has' : 'have'} a range around port ${port}`,
  any: (count) => `${rules(count)} ${count === 1 ? 'is' : 'are'} for any port`,
  exemptions: (count) => `${count} IPsec ${count === 1 ? 'exemption is' : 'exemptions are'} for any port`,
  neither: (port) => `No rule names port ${port} or has a range around it`,
  found: (count, text) => `${rules(count)} found for ${text}`,
  byRange: (count, text) => `${rules(count)} found for ${text} by a range of ports`,
  nothing: (text) => `Nothing found for ${text}`,
  nearest: (near) => `The nearest: ${near.join(', ')}`,
  noRole: (name) => `no role is called ${name}`,
  between: {
    flow: (count, from, to) => `${rules(count)} from ${from} to ${to}`,
    document: (count, from, to) => `${rules(count)} of ${to} to which a page says that ${from} connect`,
    project: (count, from, to) => `${rules(count)} of ${to} to which this project knows that ${from} connect`,
  },
  noneBetween: (from, to) => `No rule is from ${from} to ${to}`,
  forAnybody: (count) => `${rules(count)} ${count === 1 ? 'lets' : 'let'} anybody through`,
  otherWay: (count, from, to) => `The other way, from ${from} to ${to}: ${rules(count)}`,
  outside: 'Not in the tables of the catalog',
  look: (where) => `See ${where}`,
  origin: (page, table, row) => `From ${page}, table ${table}, row ${row}`,
  anybody: 'Any',
  implied: 'implied by the protocol',
  configurable: 'configurable',
  byProject: 'written by this project',
  ifClosed: 'If it is closed:',
  said: (yes) => (yes ? 'yes' : 'no'),
  published: 'As published',
  corrections: 'Corrections',
  advisories: 'Advisories',
  evidence: {
    bilingual: 'the English of the cell',
    sibling: 'the same row of another edition',
    registry: 'registered assignment',
    vocabulary: 'vocabulary',
  },
};

const ko: Words = {
  who: '역할',
  named: (count, port) => `포트 ${port}: 이 포트를 명시한 규칙 ${count}개`,
  covering: (count, port) => `포트 ${port}: 범위에 이 포트를 포함하는 규칙 ${count}개`,
  any: (count) => `모든 포트에 적용되는 규칙 ${count}개`,
  exemptions: (count) => `모든 포트에 적용되는 IPsec 예외 ${count}개`,
  neither: (port) => `포트 ${port}: 명시하거나 범위에 포함하는 규칙 없음`,
  found: (count, text) => `${text}: 규칙 ${count}개를 찾음`,
  byRange: (count, text) => `${text}: 포트 범위로 규칙 ${count}개를 찾음`,
  nothing: (text) => `${text}: 찾지 못함`,
  nearest: (near) => `가장 가까운 것: ${near.join(', ')}`,
  noRole: (name) => `역할 없음: ${name}`,
  between: {
    flow: (count, from, to) => `${from} → ${to}: 규칙 ${count}개`,
    document: (count, from, to) => `${from} → ${to}: 페이지에 연결한다고 적힌 수신 포트 규칙 ${count}개`,
    project: (count, from, to) => `${from} → ${to}: 이 프로젝트가 밝힌 수신 포트 규칙 ${count}개`,
  },
  noneBetween: (from, to) => `${from} → ${to}: 규칙 없음`,
  forAnybody: (count) => `모두에게 허용하는 규칙 ${count}개`,
  otherWay: (count, from, to) => `반대 방향 ${from} → ${to}: 규칙 ${count}개`,
  outside: '카탈로그의 표에 없음',
  look: (where) => `참고: ${where}`,
  origin: (page, table, row) => `출처: ${page}, 표 ${table}, 행 ${row}`,
  anybody: '모두',
  implied: '프로토콜에서 유추',
  configurable: '구성 가능',
  byProject: '이 프로젝트에서 작성함',
  ifClosed: '닫혀 있으면:',
  said: (yes) => (yes ? '예' : '아니요'),
  published: '게시된 원문',
  corrections: '정정',
  advisories: '주의 사항',
  evidence: {
    bilingual: '같은 셀의 영어',
    sibling: '다른 판의 같은 행',
    registry: '등록된 할당',
    vocabulary: '용어집',
  },
};

export const words: Record<Language, Words> = { en, ko };

function rules(count: number): string {
  return `${count} ${count === 1 ? 'rule' : 'rules'}`;
}
