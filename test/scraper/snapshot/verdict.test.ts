import { describe, expect, it } from 'vitest';
import { html, KOREAN, pipes } from '../../support/odd-documents.ts';
import { takeText } from '../../support/take.ts';

/** What the tables of a page are, and why. */
function verdicts(body: string, head = KOREAN): string[] {
  return takeText(head + body).tables.map(({ is, because }) => `${is}: ${because}`);
}

const is = (body: string, head?: string) => verdicts(body, head).map((each) => each.split(':')[0]);

describe('a table is never taken for one of other things that has a header of ports', () => {
  it.each([
    ['in English', pipes('Port', 'Protocol')],
    ['in Korean', html('포트', '프로토콜')],
    ['in Korean with white space scattered', pipes('포 트', '프로 토콜')],
    ['mistranslated', pipes('역할', '포트', '프로토콜별')],
    ['with English in front', pipes('Port(포트)', '역할')],
    ['as character references', html('&#80;ort', 'x')],
    ['as a character reference for a wide letter', html('&#xff30;ort', 'x')],
    ['with a character reference between words', html('Source&nbsp;IP', 'Destination&nbsp;IP')],
    ['with markup inside a word', html('P<b>or</b>t', 'x')],
    ['with emphasis inside a word', pipes('P**or**t', 'x')],
    ['with a link inside a word', pipes('P[or](x.md)t', 'x')],
    ['with a link to a definition inside a word', `${pipes('P[or][x]t', 'y')}\n[x]: x.md\n`],
    ['with an image inside a word', pipes('Po![alt](x.png)rt', 'y')],
    ['with a comment inside a word', html('Po<!-- x -->rt', 'x')],
    ['with an unknown element inside a word', html('Po<foo bar>rt</foo>', 'x')],
    ['in full width', pipes('Ｐｏｒｔ', 'x')],
    ['with a soft hyphen', html('포\u00ad트', '프로토콜')],
    ['as plurals', pipes('Servers role', 'Services name')],
    ['as two headers of port tables', pipes('Component', 'Protocol')],
    ['in other words that hold it', pipes('Supported ports', 'x')],
    ['broken over lines', html('Required<br>ports', 'x')],
    ['with capitals for tags', '<TABLE><TR><TH>PORT</TH></TR></TABLE>'],
    ['in a thead at the end', '<table><tr><td>443</td></tr><thead><tr><th>Port</th></tr></thead></table>'],
    ['under a title', html('Lync').replace('<tr><td>1</td>', '<tr><td>Port</td><td>Protocol</td>')],
    ['under headers that are empty', '| | |\n|---|---|\n|Port|Protocol|\n|443|TCP|\n'],
    ['in a quotation', '> | Port | Protocol |\n> |--|--|\n> |1|2|\n'],
    ['in a list', '- x\n\n  | Port | Protocol |\n  |--|--|\n'],
    ['in a table without pipes at its ends', 'Port | Protocol\n:-|-:\n1|2\n'],
    ['in a table of one column', 'Port\n:-:\n1\n'],
    ['as ports of a column each', pipes('Federation with', 'TCP/443', 'RTP/UDP 50,000-59,999')],
    ['as transports of a column each', pipes('Cloud', 'UDP')],
    ['as a transport with markup inside', html('Cloud', 'U<b>D</b>P 3478')],
    ['in a cell of a table', `<table><tr><td>x</td></tr><tr><td>${html('Port', 'Protocol')}</td></tr></table>`],
  ])('%s', (_, body) => {
    expect(is(body).at(-1)).not.toBe('other');
  });
});

describe('a table is doubtful that holds ports under headers that nobody knows', () => {
  it.each([
    ['of a pipe table', '|항구|의정서|\n|--|--|\n|3478|UDP|\n', KOREAN],
    ['with long cells', html('A', 'B').replace('<td>1', `<td>443</td><td>${'<br>'.repeat(2000)}UDP`), KOREAN],
    ['with cells that are not closed', '<table><tr><td>A<td>B<tr><td>443<td>TCP</table>', KOREAN],
    ['in a single row of many', `|A|B|\n|--|--|\n${'|x|y|\n'.repeat(30)}|web|TCP 443|\n`, KOREAN],
    ['in a page of media ranges', '|Property|Value|\n|--|--|\n|AudioPortStart|49152|\n', KOREAN],
    ['on a German page', '|Rolle|Anschluss|\n|--|--|\n|Director|5061|\n', '---\nms.contentlocale: de-DE\n---\n'],
    ['on a page of its letters', '|役割|番号|\n|--|--|\n|ディレクター|5061|\n', '---\ntitle: 演習\n---\n'],
    ['without a digit', '|役割|方式|\n|--|--|\n|ディレクター|TCP|\n', '---\nms.contentlocale: ja-JP\n---\n'],
    [
      'without a digit or a transport',
      '|役割|方式|\n|--|--|\n|ディレクター|SIP|\n',
      '---\nms.contentlocale: ja-JP\n---\n',
    ],
  ])('%s', (_, body, head) => {
    expect(is(body, head)).toEqual(['doubtful']);
  });
});

describe('a table of other things says why it is none', () => {
  it.each<[what: string, body: string, because: string]>([
    ['of DNS records', pipes('Location', 'Type', '포트', 'FQDN'), 'it lists DNS records'],
    [
      'of DNS records with a port and a protocol',
      '|Type|Service|Protocol|Port|Weight|\n|--|--|--|--|--|\n|SRV|_sipfederationtls|_tcp|5061|1|\n',
      'it lists DNS records',
    ],
    ['of words', '|기능|지원|\n|--|--|\n|가|예|\n', 'no cell holds a number'],
    [
      'of codecs',
      '|Codec|Bandwidth, IP, UDP, RTP (Kbps)|\n|--|--|\n|RTAudio|39.8|\n|G.711|80|\n',
      'its numbers stand beside no transport and no word for "port", and no column of them has a known port',
    ],
    ['without rows', '|기능|지원|\n|--|--|\n', 'it has no rows'],
  ])('%s', (_, body, because) => {
    expect(verdicts(body)).toEqual([`other: ${because}`]);
  });

  it('that lays out the page around a port table', () => {
    const inner = html('포트', '프로토콜');
    expect(verdicts(`<table><tr><td>Ports</td></tr><tr><td>${inner}</td></tr></table>`)).toEqual([
      'other: it lays out the page around a port table',
      'port-table: its headers are those of a port table',
    ]);
  });

  it('of a product that the catalog does not cover', () => {
    const head = '---\nms.service: msteams\nms.contentlocale: ko-KR\n---\n';
    expect(verdicts(pipes('포트', '프로토콜'), head)).toEqual(['other: the catalog does not cover Microsoft Teams']);
  });
});
