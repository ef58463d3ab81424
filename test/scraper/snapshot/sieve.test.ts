import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWholePage } from '../../../scraper/src/parse/page.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { collect } from '../../../scraper/src/read/source.ts';
import { snapshotOfPage } from '../../../scraper/src/snapshot/of-page.ts';
import { FIXTURES } from '../../support/cli.ts';
import { oddDocument } from '../../support/odd-documents.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';
import {
  holdsOne,
  html,
  KOREAN,
  mayHoldPortTable,
  pipes,
  sieve,
  siftedOf,
  sourceOf,
  wholeOf,
} from '../../support/sifted.ts';
import { vocabulary } from '../../support/vocabulary.ts';

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

  it('keeps back no document in which the whole parse finds one, whatever the document is', () => {
    fc.assert(
      fc.property(oddDocument, (text) => {
        expect(mayHoldPortTable(text) || !holdsOne(text)).toBe(true);
        expect(siftedOf(text)).toEqual(wholeOf(text));
      }),
      { numRuns: Number(process.env.SIEVE_RUNS ?? 600) },
    );
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
