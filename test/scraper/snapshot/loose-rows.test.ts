import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../../scraper/src/model/diagnostic.ts';
import { html, KOREAN, pipes } from '../../support/odd-documents.ts';
import { takeText } from '../../support/take.ts';

const MATTER = '---\nms.prod: skype-for-business-itpro\nms.contentlocale: ko-KR\n---\n# <a name="ports"></a>포트\n\n';
const PORTS = '|서버 역할|포트|프로토콜|\n|---|---|---|\n|디렉터|443|TCP|\n';
const LOOKS = 'this looks like a row of the table above it, which ends before it; it is not read';
const HEADERS = 'these are headers of a port table, and no delimiter row with as many cells stands below them';

/** What is reported of rows in no table. */
function reported(body: string, head = MATTER): string[] {
  const { diagnostics } = takeText(head + body);
  const codes = ['loose-row', 'no-delimiter-row'];
  return diagnostics.filter(({ code }) => codes.includes(code)).map(formatDiagnostic);
}

describe('rows that go on below a port table are reported', () => {
  it.each([
    ['', '\n|에지 서버|5061|TCP|\n', '에지 서버 | 5061 | TCP'],
    ['with too few cells', '> |에지 서버|5061|\n', '에지 서버 | 5061'],
    ['without pipes at their ends', '\n에지 서버|5061|TCP\n', '에지 서버 | 5061 | TCP'],
  ])('%s', (_, below, text) => {
    expect(reported(PORTS + below)).toEqual([`a.md: table 1: error: ${LOOKS}: ${JSON.stringify(text)} [loose-row]`]);
  });

  it('each of them, with the number of its table', () => {
    const rows = '\n|에지 서버|5061|TCP|\n\n|디렉터|80|TCP|\n';
    expect(reported(pipes('가', '나') + rows.slice(0, 1) + PORTS + rows)).toEqual([
      `a.md: table 2: error: ${LOOKS}: "에지 서버 | 5061 | TCP" [loose-row]`,
      `a.md: table 2: error: ${LOOKS}: "디렉터 | 80 | TCP" [loose-row]`,
    ]);
  });

  it('below headers without rows, which are reported too', () => {
    const text = `${MATTER}${PORTS.replace('|디렉터', '\n|디렉터')}`;
    const { diagnostics } = takeText(text);
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'error no-rows',
      'error loose-row',
      'error no-port-table',
    ]);
  });
});

describe('headers of ports that make no table are reported', () => {
  it.each([
    ['with a delimiter row of fewer cells', PORTS.replace('|---|', '|')],
    ['with one of more', PORTS.replace('|---|', '|---|---|')],
    ['with one that holds other characters', PORTS.replace('---', '--x-')],
    ['with one of other dashes', PORTS.replaceAll('---', '\u2014')],
    ['without any', PORTS.replace('|---|---|---|\n', '')],
    ['with one below a blank line', PORTS.replace('|---', '\n|---')],
    ['without pipes at their ends', '서버 역할|포트|프로토콜\n---|-x-|---\n디렉터|443|TCP\n'],
    ['below another table', `${pipes('가', '나')}\n${PORTS.replace('---', '--x-')}`],
    ['below a table of HTML', `${html('가', '나')}${PORTS.replace('---', '--x-')}`],
  ])('%s', (_, body) => {
    expect(reported(body)).toEqual([`a.md: error: ${HEADERS}: "서버 역할 | 포트 | 프로토콜" [no-delimiter-row]`]);
  });
});

describe('other rows in no table', () => {
  it('are a warning where they hold ports', () => {
    expect(reported(`${pipes('가', '나')}\n|웹|TCP 443|\n`)).toEqual([
      'a.md: warning: not read: a cell states a port: "TCP 443", in no table: "웹 | TCP 443" [loose-row]',
    ]);
  });

  it('are a warning where one of them names ports', () => {
    expect(reported(`${PORTS}\n${pipes('가', '나')}\n|이름|열 포트 번호|\n|a|b|\n`)).toEqual([
      'a.md: warning: these name ports, and no delimiter row with as many cells stands below them: "이름 | 열 포트 번호" [no-delimiter-row]',
    ]);
  });

  it('are nothing where they hold none', () => {
    expect(reported(`${PORTS}\n${pipes('가', '나')}\n|웹|화면|\n`)).toEqual([]);
  });

  it('in the place of headers, as where two delimiter rows stand, make a table doubtful', () => {
    const { tables } = takeText(`${KOREAN}|웹|TCP 443|\n|---|---|\n`);
    expect(tables.map(({ is }) => is)).toEqual(['doubtful']);
  });
});

describe('of a port table', () => {
  it.each([
    ['no cell of whose rows has a text', `${pipes('포트', '프로토콜').replace('|1|', '|&nbsp;| |')}`, 'error no-rows'],
    [
      'with two cells in one place',
      '<table><tr><th>포트</th><th>프로토콜</th></tr><tr><td>1</td><td rowspan="2">TCP</td></tr><tr><td colspan="2">2</td></tr></table>',
      'error overlapping-cells',
    ],
  ])('%s nothing is read', (_, body, said) => {
    const { snapshot, diagnostics } = takeText(MATTER + body);
    expect([snapshot, diagnostics.map(({ severity, code }) => `${severity} ${code}`)[0]]).toEqual([null, said]);
  });
});
