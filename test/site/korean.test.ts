import { documents, ports, tables } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { putRight } from '../../site/src/lib/korean.ts';
import { textIn } from '../../site/src/lib/lang.ts';

/** Every Korean text of the catalog that a page has. */
function published(): string[] {
  const found = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('by' in value && 'ko' in value && typeof value.ko === 'string') found.add(value.ko);
    for (const part of Object.values(value)) collect(part);
  };
  collect([ports, tables, documents]);
  return [...found];
}

describe('Korean texts of the pages, as they are shown', () => {
  const texts = published();

  it('have no word apart that is one', () => {
    const WRONG =
      /에 지(?=[\s,.]|$)|대 한|에의 한|하 여|아웃 바운드|[가-힣](?<!해야) (합니다|됩니다|하는|되는|하여|된|됨|함)(?=[\s.,)]|$)|조정 서버|이사(?=[\s,.]|$)/u;
    expect(texts.filter((text) => WRONG.test(text)).length).toBeGreaterThan(100);
    expect(texts.map(putRight).filter((text) => WRONG.test(text))).toEqual([]);
  });

  it('keep their numbers, their Latin words and their punctuation', () => {
    const kept = (text: string) => text.replace(/[\s가-힣]/gu, '');
    expect(texts.filter((text) => kept(putRight(text)) !== kept(text))).toEqual([]);
  });

  it('keep their lines, and are put right at once', () => {
    const lines = (text: string) => text.split('\n').length;
    expect(texts.filter((text) => lines(putRight(text)) !== lines(text))).toEqual([]);
    expect(texts.filter((text) => putRight(putRight(text)) !== putRight(text))).toEqual([]);
  });
});

it.each([
  ['에 지 서버', '에지 서버'],
  ['액세스에 지 서비스', '액세스 에지 서비스'],
  ['이에 지 서버를 사용 하 여', '이 에지 서버를 사용하여'],
  ['에 지 서버-에 지 서버', '에지 서버-에지 서버'],
  ['미디어 (UDP)에 대 한 액세스', '미디어 (UDP)에 대한 액세스'],
  ['서비스에의 한 제어', '서비스에 의한 제어'],
  ['서버를 실행 하는 데 필요 합니다.', '서버를 실행하는 데 필요합니다.'],
  ['20 개의 포트가 필요 함', '20개의 포트가 필요함'],
  ['주소를 입력 한 경우', '주소를 입력한 경우'],
  ['이사와 프론트 엔드 서버', '디렉터와 프런트 엔드 서버'],
])('%s is shown as %s', (text, shown) => {
  expect(putRight(text)).toBe(shown);
});

it.each(['연결하도록 합니다', '설정한 지 3년', '한 서버', '이사회 구성', '이사용 포트', '대 한 개', '서버 2대 한 쌍'])(
  '%s stays',
  (text) => {
    expect(putRight(text)).toBe(text);
  },
);

it('says where it has put a text right, and leaves English alone', () => {
  const text = { en: 'Edge Server', ko: '에 지 서버', by: { en: 'document', ko: 'document' } } as const;
  expect(textIn(text, 'ko')).toEqual({ text: '에지 서버', lang: 'ko', by: 'document', putRight: true });
  expect(textIn(text, 'en')).toMatchObject({ text: 'Edge Server', putRight: false });
});
