import type { Language } from './lang.ts';

/** The words of the data page and of the page for addresses that lead nowhere. */
const texts = {
  lead: {
    en: 'Everything on this site, to take along: {rules} rules, {corrections} corrections and the published cell behind each fact. The files are made with the site and are of one version of the data, {version}.',
    ko: '이 사이트의 모든 내용을 그대로 가져갈 수 있습니다. 규칙 {rules}개, 정정 {corrections}건과 각 사실의 근거가 되는 게시된 셀이 들어 있습니다. 파일은 사이트와 함께 만들어지며 모두 같은 데이터 버전({version})입니다.',
  },
  downloads: { en: 'Downloads', ko: '다운로드' },
  file: { en: 'File', ko: '파일' },
  whatItIs: { en: 'What it is', ko: '내용' },
  size: { en: 'Size', ko: '크기' },
  byScenario: { en: 'By scenario', ko: '시나리오별' },
  rules: { en: 'Rules', ko: '규칙' },
  npmText: {
    en: 'The same data with types and look-ups. A rule id that was renamed leads to its rule all the same.',
    ko: '같은 데이터에 형식 정의와 조회 함수를 더한 패키지입니다. 이름이 바뀐 규칙 ID로도 해당 규칙을 찾을 수 있습니다.',
  },
  apiText: {
    en: 'Static JSON files under one address, without a key. A port that no rule names has no file of its own: look for a range that covers it in ports.json.',
    ko: '한 주소 아래에 있는 정적 JSON 파일이며 키가 필요 없습니다. 어떤 규칙에도 명시되지 않은 포트는 파일이 없으므로 ports.json에서 그 포트를 포함하는 범위를 찾으십시오.',
  },
  example: { en: 'for example', ko: '예:' },
  files: { en: '{count} files', ko: '파일 {count}개' },
  schemaTitle: { en: 'Schema', ko: '스키마' },
  schemaText: {
    en: 'JSON Schema of data.json; the API in OpenAPI 3.1; what a language model should read first:',
    ko: 'data.json의 JSON 스키마, OpenAPI 3.1로 쓴 API 설명, 언어 모델이 먼저 읽을 파일:',
  },
  licence: { en: 'Licence', ko: '라이선스' },
  licenceText: {
    en: "The data is derived from Microsoft's documentation (© Microsoft) and is licensed as that is, under CC BY 4.0: use it for anything, say where it is from, and say what you changed. The code is under the MIT licence. This project is not affiliated with Microsoft.",
    ko: '데이터는 Microsoft 문서(© Microsoft)를 바탕으로 만들었으며, 원문과 같은 CC BY 4.0 라이선스를 따릅니다. 출처와 바꾼 내용을 밝히면 어떤 용도로든 쓸 수 있습니다. 코드는 MIT 라이선스입니다. 이 프로젝트는 Microsoft와 관련이 없습니다.',
  },
  attribution: { en: 'To name the source, this will do:', ko: '출처는 다음과 같이 적으면 됩니다.' },
  dataLicence: { en: 'CC BY 4.0', ko: 'CC BY 4.0' },
  codeLicence: { en: 'MIT licence', ko: 'MIT 라이선스' },
  sources: { en: 'The documents', ko: '원본 문서' },
  changelog: { en: 'Changelog', ko: '변경 내역' },
  noChangelog: { en: 'Nothing has been released yet.', ko: '아직 릴리스가 없습니다.' },
  feed: { en: 'Atom feed', ko: 'Atom 피드' },
  notFound: { en: 'Page not found', ko: '페이지를 찾을 수 없습니다' },
  notFoundText: {
    en: 'There is no page at this address. A port has a page where a rule or the list of what is not covered names it; otherwise look for a range around it.',
    ko: '이 주소에는 페이지가 없습니다. 포트 페이지는 규칙이나 수록 범위에 적힌 포트에만 있으므로, 다른 포트는 그 포트를 포함하는 범위에서 찾으십시오.',
  },
  home: { en: 'Home', ko: '홈' },
} satisfies Record<string, Record<Language, string>>;

/** A text of the data page, with values in the place of `{names}`. */
export function dataText(
  key: keyof typeof texts,
  lang: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
