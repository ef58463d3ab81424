import { describe, expect, it } from 'vitest';
import { takeText } from '../../support/take.ts';

const MATTER = '---\nms.prod: skype-for-business-itpro\nms.contentlocale: ko-KR\n---\n# <a name="ports"></a>포트\n\n';
const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`;
const PORTS = table(row('서버 역할', '포트', '프로토콜'), row('디렉터', '443', 'TCP'));

/** The port tables that are read of a page, by their numbers, and what is reported. */
function readOf(body: string): { tables: number[]; reported: string[] } {
  const text = MATTER + body;
  const { snapshot, diagnostics } = takeText(text);
  const reported = diagnostics.filter(({ severity }) => severity !== 'note' && severity !== undefined);
  return {
    tables: snapshot?.tables.map(({ number }) => number) ?? [],
    reported: reported.map(({ severity, code, table: number }) => `${severity} ${code} ${number}`),
  };
}

const NONE = 'error no-port-table null';

describe('a table that nearly is a port table is reported', () => {
  it.each<[how: string, body: string, reported: string[]]>([
    ['with a header that nobody knows', table(row('서버 역할', '포트', '날씨')), ['error unknown-header 1', NONE]],
    ['with ports and no protocols', table(row('이름', '포트')), ['warning doubtful-table 1', NONE]],
    ['with protocols, roles and no ports', table(row('서버 역할', '프로토콜')), ['warning doubtful-table 1', NONE]],
    ['with both ends of a flow', table(row('원본 IP', '대상 IP', '날씨')), ['error unknown-header 1', NONE]],
    ['with a header that mentions ports', table(row('열 포트 번호', '설명')), ['warning doubtful-table 1', NONE]],
    [
      'with a column for each port',
      table(row('페더레이션', 'TCP/443', 'UDP/3478'), row('Lync', 'Open inbound', 'Not open')),
      ['warning doubtful-table 1', NONE],
    ],
    [
      'with headers that nobody knows above ports and transports',
      table(row('날씨', '항구', '의정서'), row('a', '443', 'TCP'), row('b', '5061', '<b>TCP</b>/TLS')),
      ['warning doubtful-table 1', NONE],
    ],
    ['with such headers in a pipe table', '|항구|의정서|\n|--|--|\n|3478|UDP|\n', ['warning doubtful-table 1', NONE]],
    [
      'with records and a header that nobody knows',
      table(row('FQDN', '포트', '날씨')),
      ['warning doubtful-table 1', NONE],
    ],
    [
      'with two header rows',
      `<table><thead>${row('서버 역할', '포트', '프로토콜')}${row('a', 'b', 'c')}</thead></table>`,
      ['error header-rows 1', NONE],
    ],
    [
      'with a title above its headers, in a thead',
      `<table><thead>${row('Lync')}${row('서버 역할', '포트', '프로토콜')}</thead></table>`,
      ['error header-rows 1', NONE],
    ],
    [
      'with a title above its headers',
      table('<tr><td colspan="3">Lync</td></tr>', row('서버 역할', '포트', '프로토콜')),
      ['error header-rows 1', NONE],
    ],
    [
      'with headers that are empty above them',
      '| | | |\n|-|-|-|\n|서버 역할|포트|프로토콜|\n',
      ['error header-rows 1', NONE],
    ],
    [
      'with more cells than a page may have',
      table(
        row('서버 역할', '포트', '프로토콜'),
        ...Array.from({ length: 300 }, () => '<tr><td colspan="100">1</td></tr>'),
      ),
      ['error too-many-cells null'],
    ],
    [
      'in a cell of a port table',
      table(row('서버 역할', '포트', '프로토콜'), row('디렉터', PORTS, 'TCP')),
      ['error nested-table 2'],
    ],
    ['with tables in one another without end', `${'<table><tr><td>'.repeat(7)}${PORTS}`, ['error too-deep null']],
  ])('%s', (_, body, reported) => {
    expect(readOf(body).reported).toEqual(reported);
  });
});

describe('a port table is read', () => {
  it.each<[how: string, body: string, tables: number[]]>([
    ['in a cell of a table that lays out the page', table(row('Menu', `<h2>Lync</h2>${PORTS}<p>x</p>`)), [2]],
    ['in the second row of such a table', table(row('Menu'), row(PORTS)), [2]],
    ['in its caption', `<table><caption>${PORTS}</caption>${row('a')}</table>`, [2]],
    ['behind such a table', `${table(row('Menu', table(row('a'))))}\n\n${PORTS}`, [3]],
    ['with tags that are not closed', '<table><tr><th>포트<th>프로토콜<tr><td>443<td>TCP', [1]],
    ['with comments between its rows', PORTS.replaceAll('</tr>', '</tr><!-- <tr><td>x</td></tr> -->'), [1]],
    [
      'with a tfoot before its rows',
      `<table><tfoot>${row('x', 'y')}</tfoot><thead>${row('포트', '프로토콜')}</thead></table>`,
      [1],
    ],
    [
      'with row headers',
      `<table><tr><th>서버 역할</th><th>포트</th><th>프로토콜</th></tr><tr><th>디렉터</th><td>443</td><td>TCP</td></tr></table>`,
      [1],
    ],
    ['with blank lines, in a list item', `- 목록\n\n  ${PORTS.replaceAll('><tr>', '>\n\n      <tr>')}`, [1]],
    ['with blank lines, in a quotation', `> ${PORTS.replaceAll('><tr>', '>\n>\n>      <tr>')}`, [1]],
    ['with tabs and line breaks in its tags', PORTS.replaceAll('<td>', '<td\n\tclass="x"\n>'), [1]],
    ['in capitals', PORTS.replace(/<\/?[a-z]+/g, (tag) => tag.toUpperCase()), [1]],
    ['behind what only looks like CDATA', `<![CDATA[ ${PORTS} ]]>\n\n${PORTS}`, [1]],
  ])('%s', (_, body, tables) => {
    expect(readOf(body)).toEqual({ tables, reported: [] });
  });
});
