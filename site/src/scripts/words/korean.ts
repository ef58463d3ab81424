import type { Words } from './english.ts';

/** What the scripts say on Korean pages. */
export const korean: Words = {
  rules: (count) => `규칙 ${count}개`,
  rows: (count) => `${count}개 행`,
  found: (count, ranges) => `${count}${ranges === 0 ? '' : `, 범위에 포함 ${ranges}개`}`,
  onlyRanges: (query, ranges) => `${query}을(를) 명시한 규칙은 없습니다. 이 포트를 포함하는 범위는 ${ranges}개입니다.`,
  nothing: (query, where) => `${where}에서 ‘${query}’을(를) 찾지 못했습니다.`,
  outside: '표에 없는 항목:',
  everywhere: '포트, 역할, 서비스, 프로토콜, 참고',
  nearest: '가장 가까운 것:',
  ranges: '이 포트를 포함하는 범위',
  more: (count) => `${count}개 더 보기`,
  portPage: (port) => `포트 ${port} 전체 보기`,
  noIndex: '검색 색인을 불러오지 못했습니다. 연결을 확인하고 다시 입력하세요.',
  filter: (what) => `${what} 필터`,
  filtered: (count, all) => `${all}개 행 중 ${count}개`,
  sorted: (name, up) => `${name} 기준 ${up ? '오름차순' : '내림차순'}으로 정렬했습니다.`,
  restored: '문서의 순서로 되돌렸습니다.',
  copyTable: '복사',
  rowTools: (name) => `${name} 행 복사`,
  asLink: '링크',
  copied: (what) => `${what} 복사함`,
  notCopied: '브라우저가 복사를 허용하지 않았습니다. 글을 선택해 직접 복사하세요.',
  unfold: '더 보기',
  fold: '접기',
};
