import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPage, readWholePage } from '../../../scraper/src/parse/page.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { collect, type SourceDocument } from '../../../scraper/src/read/source.ts';
import { type SnapshotResult, snapshotOfPage } from '../../../scraper/src/snapshot/of-page.ts';
import { createSieve } from '../../../scraper/src/snapshot/sieve.ts';
import { FIXTURES } from '../../support/cli.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const sieve = createSieve(vocabulary);
const mayHoldPortTable = (text: string) => sieve(text) !== null;
const KOREAN = '---\nms.contentlocale: ko-KR\n---\n';
/** The beginning of a page that has a name, so that its rows are in a snapshot. */
const NAMED = '---\nms.contentlocale: ko-KR\nmtps_version: v=OCS.15\n---\n# <a name="practice"></a>연습\n\n';

/** What the whole parse makes of a document. */
function wholeOf(text: string): SnapshotResult {
  return snapshotOfPage(sourceOf(text), readWholePage(text), vocabulary);
}

/** What is made of it where only what the sieve leaves is parsed. */
function siftedOf(text: string): SnapshotResult {
  return snapshotOfPage(sourceOf(text), readPage(text, sieve(text) ?? []), vocabulary);
}

function sourceOf(text: string): SourceDocument {
  return { path: 'a.md', relativePath: 'a.md', text, sha256: '0'.repeat(64), provenance: null };
}

/** Whether the whole parse finds a port table or one that nearly qualifies. */
function holdsOne(text: string): boolean {
  const { relevant, diagnostics } = wholeOf(text);
  return relevant || diagnostics.some(({ severity }) => severity === 'warning');
}

const pipes = (...headers: string[]) => `|${headers.join('|')}|\n|${headers.map(() => '---|').join('')}\n|1|\n`;
const html = (...headers: string[]) =>
  `<table>\n<tr><th>${headers.join('</th><th>')}</th></tr>\n<tr><td>1</td></tr>\n</table>\n`;

/** Documents with a port table, or nearly one, in every disguise that its headers may wear. */
const DISGUISED: [how: string, text: string][] = [
  ['in English', pipes('Port', 'Protocol')],
  ['in Korean', html('포트', '프로토콜')],
  ['in Korean with white space scattered', pipes('포 트', '프로 토콜')],
  ['mistranslated', pipes('역할', '포트', '프로토콜별')],
  ['with English in front', pipes('Port(포트)', '역할')],
  ['as character references', html('&#80;ort', 'x')],
  ['as character references in hexadecimal', pipes('&#x50;&#x6f;rt', 'x')],
  ['as a character reference for a wide letter', html('&#xff30;ort', 'x')],
  ['with a character reference between words', html('Source&nbsp;IP', 'Destination&nbsp;IP')],
  ['with markup inside a word', html('P<b>or</b>t', 'x')],
  ['with emphasis inside a word', pipes('P**or**t', 'x')],
  ['with a link inside a word', pipes('P[or](x.md)t', 'x')],
  ['with a link to a definition inside a word', `${pipes('P[or][x]t', 'y')}\n[x]: x.md\n`],
  ['with an image inside a word', pipes('Po![alt](x.png)rt', 'y')],
  ['with a comment inside a word', html('Po<!-- x -->rt', 'x')],
  ['with hidden text inside a word', html('Po<span hidden>x</span>rt', 'x')],
  ['with an unknown element inside a word', html('Po<foo bar>rt</foo>', 'x')],
  ['with a script inside a word', html('Po<script>x</script>rt', 'x')],
  ['in full width', pipes('Ｐｏｒｔ', 'x')],
  ['with a soft hyphen', html('포\u00ad트', '프로토콜')],
  ['with a word said twice', pipes('TCP or or UDP', 'Component')],
  ['as plurals', pipes('Servers role', 'Services name')],
  ['as two headers of port tables', pipes('Component', 'Protocol')],
  ['as one that spans two columns', '<table><tr><th colspan="2">Component</th></tr></table>'],
  ['in other words that hold it', pipes('Supported ports', 'x')],
  ['broken over lines', html('Required<br>ports', 'x')],
  ['beside words that hold its letters', html('Support <b>port</b>', 'x')],
  ['with capitals for tags', '<TABLE><TR><TH>PORT</TH></TR></TABLE>'],
  ['in a table without rows of its own', '<table><td>Port<td>Protocol</table>'],
  [
    'in a thead at the end',
    '<table><tr><td>443</td></tr><tr><td>1</td></tr><thead><tr><th>Port</th></tr></thead></table>',
  ],
  ['under a title', html('Lync').replace('<tr><td>1</td>', '<tr><td>Port</td><td>Protocol</td>')],
  ['under headers that are empty', '| | |\n|---|---|\n|Port|Protocol|\n|443|TCP|\n'],
  ['in a table inside a cell', `<table><tr><td>x</td></tr><tr><td>${html('Port', 'Protocol')}</td></tr></table>`],
  ['in a quotation', '> | Port | Protocol |\n> |--|--|\n> |1|2|\n'],
  ['in a list', '- x\n\n  | Port | Protocol |\n  |--|--|\n'],
  ['behind a row that is a comment', '<table><tr><!-- </tr><tr></tr><tr> --><td>Port</td></tr></table>'],
  ['behind a row that is an attribute', '<table><tr><td title="</tr><tr><tr>">Port</td></tr></table>'],
  [
    'behind rows that are code',
    '<!-- x --> <table>\n    <tr><td>A</td></tr><tr>\n    <tr>\n\n<tr><td>Port</td></tr></table>',
  ],
  ['in what would be a tag, were it not escaped', pipes('\\<td title="Port">', 'x')],
  ['in what would be a tag, were it not for the end of a cell', pipes('<td title="Port', '"></span>')],
  ['in a table without pipes at its ends', 'Port | Protocol\n:-|-:\n1|2\n'],
  ['in a table of one column', 'Port\n:-:\n1\n'],
  ['as ports of a column each', pipes('Federation with', 'TCP/443', 'RTP/UDP 50,000-59,999')],
  ['in headers that nobody knows', '|A|B|\n|---|---|\n|443|TCP|\n'],
  [
    'in such headers of HTML, with long cells',
    html('A', 'B').replace('<td>1', `<td>443</td><td>${'<br>'.repeat(2000)}UDP`),
  ],
  ['in such headers, cells not closed', '<table><tr><td>A<td>B<tr><td>443<td>TCP</table>'],
  ['in such headers, with a comment', html('A').replace('<td>1', '<td>443</td><td><!-- </td> -->TCP')],
  ['as transports of a column each', pipes('Cloud', 'UDP')],
  ['as a transport with markup inside', html('Cloud', 'U<b>D</b>P 3478')],
];

describe('the test of the text', () => {
  it.each(DISGUISED)('lets a port table through, or nearly one, %s', (_, body) => {
    const text = KOREAN + body;
    expect([holdsOne(text), mayHoldPortTable(text)]).toEqual([true, true]);
  });

  it.each([
    ['no table', '# Ports\n\nPort 443 is for TCP, the protocol.\n\n---\n\n- port | protocol\n'],
    ['tables of other things', `${pipes('Feature', 'Supported')}\n${html('Name', 'Description')}`],
    ['ports in the rows of other tables', '|Step|What to do|\n|---|---|\n|1|Read|\n|2|Open port 443|\n'],
    ['words that hold the letters of port', html('Supported by', 'Important reports', 'Import, export or transport')],
    ['one header of port tables', pipes('Component', '설명')],
    ['transports in its prose', `${html('A', 'B')}\nTCP and UDP.\n`],
    ['transports in a title between tables', `${pipes('A', 'B')}\n# TCP\n\n${html('A')}\n<p>UDP</p>\n`],
    ['words that hold the letters of a transport', html('Cloud PBX', 'What cloud provides')],
    ['links and code in a row', '|Cmdlet|Parameter|\n|---|---|\n|[`Get-CsUser`](get.md)|`-Identity`|\n'],
    ['attributes', '<table class="port protocol">\n<tr class="header">\n<th style="x">A&nbsp;b</th>\n</tr>\n</table>'],
  ])('keeps a document back that has %s', (_, body) => {
    const text = KOREAN + body;
    expect([holdsOne(text), mayHoldPortTable(text)]).toEqual([false, false]);
  });

  it.each<[how: string, text: string, published: string | null]>([
    ['by its front matter', '---\nms.contentlocale: de-DE\n---\n# Übung\n', null],
    ['by the letters of its title', '---\ntitle: 演習\n---\n# x\n', null],
    ['by the letters of its first heading', '# Практика\n', null],
    ['by its repository or folder', '---\ntitle: x\n---\n', 'de-DE'],
    ['by the English beside its text', '# <span class="sxs-lookup">Practice</span>\n', null],
  ])(
    'lets a table of ports in another language through, of a page that is known to be in one %s',
    (_, head, published) => {
      const text = `${head}\n|A|B|\n|---|---|\n|TCP|443|\n`;
      const page = snapshotOfPage(sourceOf(text), readWholePage(text, text, published), vocabulary);
      expect([page.relevant, sieve(text, () => published)]).toEqual([true, 'all']);
    },
  );

  it('keeps the same back of a page that says that it is Korean', () => {
    expect(sieve(`${KOREAN}|A|B|\n|---|---|\n|SIP|443|\n\nms.contentlocale: de-DE\n`, () => 'ja-JP')).toBeNull();
  });

  const piece = fc.constantFrom(
    ...[
      'Port',
      'Ports',
      'Po',
      'rt',
      'port',
      'Protocol',
      'Component',
      'Source',
      'IP',
      'Destination',
      'Server role',
      'sup',
    ],
    ...[
      '포트',
      '포',
      '트',
      '프로토콜',
      '원본 IP',
      '서버 역할',
      '대상',
      '설명',
      'FQDN',
      'Name',
      'support',
      'TCP',
      'or',
      'UDP',
      'Cloud',
      'P',
      'To',
      'From',
      'Transport',
      '\uff34o',
    ],
    ...[
      ' ',
      '\n',
      '\n\n',
      '\n    ',
      '\t',
      '|',
      '\n> ',
      '\n- ',
      '\\',
      '`',
      '*',
      '**',
      '_',
      '[',
      ']',
      '](x)',
      '![',
      '~~',
    ],
    ...[
      '<b>',
      '</b>',
      '<span>',
      '</span>',
      '<span class="sxs-lookup">',
      '<span data-ttu-id="1">',
      '<br>',
      '<p>',
      '</p>',
    ],
    ...[
      '<!--',
      '-->',
      '443',
      '<td title="',
      '<td title="|',
      '<td title="Port|">',
      '">',
      '<script>',
      '</script>',
      '<pre>',
      '</pre>',
      '<span hidden>',
      '<sup>',
      '<x>',
    ],
    ...[
      '&nbsp;',
      '&#80;',
      '&amp;',
      '&',
      '&#x70;',
      '<',
      '>',
      '"',
      '\u00ad',
      '\u200b',
      '\u0301',
      's',
      '(s)',
      '/',
      '-',
      ':-|',
    ],
    ...[
      '<table>',
      '</table>',
      '<tr>',
      '</tr>',
      '<td>',
      '<th colspan="2">',
      '<th rowspan="2">',
      '</td>',
      '<thead>',
      '</thead>',
      '<caption>',
    ],
    ...['<div>', '</div>', '```\n', '---\n', '\n|---|---|\n', '\n|:-:|\n', '<![CDATA[', ']]>', '1. ', '123456. '],
  );
  const cell = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
  const inline = fc.oneof(
    cell.map((text) => text.replace(/[\n|]/g, '')),
    cell.map((text) => text.replace(/\n/g, '')),
  );
  const cells = (each: fc.Arbitrary<string>) => fc.array(each, { minLength: 1, maxLength: 3 });
  const row = fc
    .record({ open: fc.constantFrom('<tr>', '', '<thead><tr>'), tag: fc.constantFrom('td', 'th'), cells: cells(cell) })
    .map(
      ({ open, tag, cells: texts }) =>
        open + texts.map((text) => `<${tag}>${text}</${tag}>`).join('') + (open && '</tr>'),
    );
  const block = fc.oneof(
    cell,
    fc.constantFrom(
      `${pipes('A', 'B').repeat(1)}|2|\n|3|\n|4|5|\n`,
      `${pipes('Port', 'Protocol')}|2|3|\n|4|5|\n`,
      `${html('A', 'B').replace('</table>', '<tr><td>2</td></tr>\n<tr class="odd"><td><p>3</p></td></tr>\n</table>')}`,
      `${html('Port', 'Protocol').replace('</table>', '<tr><td>2</td></tr>\n<tr><td><p>3</p></td><td>4</td></tr>\n</table>')}`,
    ),
    cells(inline).chain((headers) =>
      cells(inline).map(
        (below) =>
          `${pipes(...headers)
            .split('\n')
            .slice(0, 2)
            .join('\n')}\n|${below.join('|')}|\n`,
      ),
    ),
    fc
      .record({
        before: fc.constantFrom('', '', 'x ', '- ', '> ', '<!-- x -->'),
        rows: fc.array(row, { maxLength: 3 }),
      })
      .map(({ before, rows }) => `${before}<table>\n${rows.join('\n')}\n</table>`),
  );
  const document = fc
    .tuple(
      fc.constantFrom(NAMED, NAMED, KOREAN, '', '---\ntitle: 演習\n---\n', '---\ntitle: x\n---\n# Übung\n'),
      fc.array(block, { minLength: 1, maxLength: 3 }),
    )
    .map(([matter, blocks]) => matter + blocks.join('\n\n'));

  it('keeps back no document in which the whole parse finds one, whatever the document is', () => {
    fc.assert(
      fc.property(document, (text) => {
        expect(mayHoldPortTable(text) || !holdsOne(text)).toBe(true);
        expect(siftedOf(text)).toEqual(wholeOf(text));
      }),
      { numRuns: Number(process.env.SIEVE_RUNS ?? 600) },
    );
  });

  it.each([
    ['pipe tables', `${pipes('A', 'B')}|2|3|\n|4|5|\n\n${pipes('Port', 'Protocol')}|2|3|\n`],
    ['HTML tables', `${html('A').replace('</table>', '<tr><td>2</td></tr>\n</table>')}\n${html('Port', 'Protocol')}`],
    [
      'tables with a thead',
      `<table><thead><tr><th>A</th></tr></thead><tr><td>1</td></tr>\n<tr><td>2</td></tr></table>\n\n${html('Port', 'Protocol')}`,
    ],
  ])('tells which tables need to be read whole: of %s the port table alone', (_, body) => {
    const text = KOREAN + body;
    expect(sieve(text)).toEqual([Math.max(text.indexOf('|Port'), text.lastIndexOf('<table'))]);
    expect(siftedOf(text)).toEqual(wholeOf(text));
  });

  it.each([
    ['below the port table', (port: string, unknown: string) => port + unknown],
    ['above it', (port: string, unknown: string) => unknown + port],
  ])('wants the rows of a pipe table with headers that nobody knows, which hold ports, %s', (_, page) => {
    const text = KOREAN + page(`${html('Port', 'Protocol')}\n`, '|A|B|\n|---|---|\n|443|TCP|\n|80|UDP|\n\n');
    expect([sieve(text), siftedOf(text)]).toEqual(['all', wholeOf(text)]);
  });

  const thead = (...rows: string[]) =>
    `<table>\n<thead>\n${rows.join('\n')}\n</thead>\n<tr><td>443</td></tr>\n</table>\n`;
  it.each([
    ['under a title that names ports', '|Ports|x|\n|---|---|\n|Port|Protocol|\n|443|SIP|\n'],
    ['under a title, without a protocol', '|A|B|C|\n|---|---|---|\n|Port|Source IP|Destination IP|\n|443|x|y|\n'],
    ['under a title, with short headers', '|A|B|C|\n|---|---|---|\n|Port|From|To|\n|443|x|y|\n'],
    ['under a title, marked up', '|A|B|C|\n|---|---|---|\n|Port|**Fr**om|T<b>o</b>|\n|443|x|y|\n'],
    ['under a title, in wide letters', '|A|B|C|\n|---|---|---|\n|Port|\uff26rom|\uff34o|\n|443|x|y|\n'],
    [
      'of which one began in the row above',
      '<table>\n<tr><th rowspan="2">Protocol</th><th>A</th></tr>\n<tr><th>Port</th></tr>\n<tr><td>SIP</td><td>443</td></tr>\n</table>\n',
    ],
    ['in two rows', thead('<tr><th>Port</th><th>Service name</th><th>A</th></tr>', '<tr><th>B</th></tr>')],
    ['with ends of a flow that other tables have too', '|Port|From|To|\n|---|---|---|\n|443|x|y|\n'],
    ['with a transport that other tables have too', '|Port|Transport|\n|---|---|\n|443|x|\n'],
  ])('reads as much as it takes to tell headers of a port table %s', (_, body) => {
    const text = NAMED + body;
    expect([holdsOne(text), mayHoldPortTable(text), siftedOf(text)]).toEqual([true, true, wholeOf(text)]);
  });

  it('wants no more than the headers of a table that names ports and nothing else of a port table', () => {
    expect(sieve(`${KOREAN}|Gateway|Listening port|Notes|\n|---|---|---|\n|A|5060|from A to B|\n`)).toEqual([]);
  });

  it('wants the rows of no other table because a port table stands between the two', () => {
    const text = `${KOREAN}${html('A')}\n${pipes('Port', 'Protocol')}|443|TCP|\n\n${html('Port', 'TCP or UDP')}`;
    expect(sieve(text)).toEqual([text.indexOf('|Port'), text.lastIndexOf('<table')]);
  });

  it('tells of no table that it need not be read where it cannot tell what they begin with', () => {
    expect(sieve(`${KOREAN}<table><tr><td>${html('A')}</td></tr></table>`)).toBe('all');
  });

  it('lets the fixtures with port tables through', () => {
    for (const name of ['practice-edge', 'practice-servers']) {
      expect(mayHoldPortTable(readFileSync(join(FIXTURES, `documents/${name}.md`), 'utf8'))).toBe(true);
    }
  });

  it.skipIf(sharedDocs === null)(`lets every real document through${withoutDocs}`, async () => {
    const { documents } = await collect(readDocuments(['pinned', 'more'], sharedDocs ?? ''));
    expect(documents.map(({ path, text }) => [path, mayHoldPortTable(text)])).toEqual(
      documents.map(({ path }) => [path, true]),
    );
    expect(documents).toHaveLength(9);
    for (const { text } of documents) expect(siftedOf(text)).toEqual(wholeOf(text));
  });
});
