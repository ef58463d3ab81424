import type { Language } from './lang.ts';

/** What the frame around a page says: header, search, menus, marks, foot. */
const strings = {
  search: { en: 'Search', ko: '검색' },
  searchLabel: { en: 'Search rules', ko: '규칙 검색' },
  searchHint: { en: 'Port, role, service or protocol', ko: '포트, 역할, 서비스, 프로토콜' },
  searchResults: { en: 'Rules found', ko: '찾은 규칙' },
  close: { en: 'Close', ko: '닫기' },
  theme: { en: 'Theme', ko: '테마' },
  light: { en: 'Light', ko: '밝게' },
  dark: { en: 'Dark', ko: '어둡게' },
  auto: { en: 'Auto', ko: '자동' },
  otherLanguage: { en: '한국어', ko: 'English' },
  menu: { en: 'Menu', ko: '메뉴' },
  footnote: { en: 'Footnote', ko: '각주' },
  corrected: { en: 'Corrected', ko: '정정됨' },
  project: { en: 'Written by this project', ko: '이 프로젝트에서 작성' },
  implied: { en: 'Implied', ko: '유추함' },
  configurable: { en: 'Configurable', ko: '구성 가능' },
  firewallRules: { en: 'Firewall rules', ko: '방화벽 규칙' },
  coverage: { en: 'What is covered', ko: '수록 범위' },
  source: {
    en: 'From the documentation of Lync Server 2013 and Skype for Business Server by Microsoft (CC BY 4.0), with corrections on record.',
    ko: 'Microsoft의 Lync Server 2013 및 비즈니스용 Skype 서버 설명서(CC BY 4.0)를 바탕으로 하며, 정정 내용은 모두 기록되어 있습니다.',
  },
  unaffiliated: { en: 'Not affiliated with Microsoft.', ko: '이 사이트는 Microsoft와 관련이 없습니다.' },
  version: { en: 'Version', ko: '버전' },
  dataLicence: { en: 'Data: CC BY 4.0', ko: '데이터: CC BY 4.0' },
  codeLicence: { en: 'Code: MIT', ko: '코드: MIT' },
  reportError: { en: 'Report an error', ko: '오류 알리기' },
  repository: { en: 'Repository', ko: '저장소' },
  putRight: {
    en: 'Spaces or terms put right by this project; the page of the rule has them as published.',
    ko: '이 프로젝트에서 띄어쓰기나 용어를 바로잡은 글입니다. 게시된 원문은 각 규칙의 페이지에 있습니다.',
  },
} satisfies Record<string, Record<Language, string>>;

export type FrameKey = keyof typeof strings;

export function sayInFrame(key: FrameKey, lang: Language): string {
  return strings[key][lang];
}
