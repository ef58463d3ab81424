import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type PageReader, startPageReader } from '../../../scraper/src/parse/reader.ts';
import { catalogIn, run } from '../../support/cli.ts';
import { folderForAll, temporaryFolder } from '../../support/folders.ts';
import { runHere } from '../../support/scraping.ts';

/** Nothing that a page holds may take longer than this, in milliseconds, than a page that holds nothing of the kind. */
const SLOWEST = 5000;

const MATTER =
  '---\ntitle: Skype for Business Server 2015\nms.prod: skype-for-business-itpro\nms.contentlocale: en-US\n---\n';

/** A page of a name with this body. */
function page(name: string, body: string): string {
  return `${MATTER}# <a name="${name}"></a>Ports of ${name}\n\n${body}\n`;
}

function servers(...rows: string[]): string {
  return ['|Server role|Port|Protocol|', '|---|---|---|', ...rows].join('\n');
}

const flows = (...ends: string[]) =>
  ['|Source|Destination|Port|Protocol|', '|---|---|---|---|', ...ends.map((end) => `|${end}|Director|443|TCP|`)].join(
    '\n',
  );
const director = (port: string, protocol = 'TCP') => servers(`|Director|${port}|${protocol}|`);
const times = (count: number, text: string) => text.repeat(count);
const GOOD = page('good', director('5061'));

/** What a lenient run says of a page beside a good one, by code, and how long it takes. */
async function scrape(body: string, reader: PageReader, cwd = temporaryFolder()) {
  mkdirSync(join(cwd, 'docs'));
  writeFileSync(join(cwd, 'docs/good.md'), GOOD);
  writeFileSync(join(cwd, 'docs/hostile.md'), page('hostile', body));
  const start = performance.now();
  const { status, err } = await runHere({ paths: ['docs'] }, cwd, true, reader);
  const milliseconds = performance.now() - start;
  expect(status).toBe(0);
  const said = err.filter((line) => line.startsWith(join('docs', 'hostile.md')));
  const ofGood = catalogIn(join(cwd, 'out')).ports.filter(({ id }) => id.includes('good'));
  expect(ofGood.map(({ ports }) => ports?.text)).toEqual(['5061']);
  return { codes: [...new Set(said.map((line) => /\[([a-z-]+)\]$/.exec(line)?.[1]))], milliseconds };
}

describe('a page that attacks costs itself alone, and is named', () => {
  let usual = 0;
  let reader: PageReader;
  beforeAll(async () => {
    // A thread of its own with limits reads the pages, as in a command.
    reader = startPageReader();
    const { folder, remove } = folderForAll();
    usual = (await scrape(director('443'), reader, folder)).milliseconds;
    return async () => {
      remove();
      await reader.close();
    };
  });

  it.each<[what: string, body: string, codes: readonly string[]]>([
    ['numbers that may be one or several', director(`${times(18, '1,000-2,000, ')}x`), ['ambiguous-port']],
    ['the same behind a role', servers(`|Director|${times(400, '1,000-2,000/')}x|SIP|`), ['unknown-port']],
    ['the same with other separators', director(`${times(300, '1,000 and 2.000; ')}x`), ['unknown-port']],
    [
      'the same in a table of other things',
      `${servers(`|Director|443|TCP|`)}\n\n|Name|Value|\n|---|---|\n|a|${times(400, '1,000-2,000, ')}x|`,
      [],
    ],
    ['slashes', director(times(9000, '1/')), ['unknown-port']],
    ['transports', director(times(4000, 'TCP,')), ['unknown-port']],
    ['transports in their own column', director('443', times(4000, 'TCP,')), []],
    ['transports, more than a cell may have', director(times(130_000, 'TCP,')), ['too-long-text']],
    ['protocols without end', director('443', times(4000, 'X/')), ['unknown-protocol']],
    ['articles', flows(times(4000, 'the ')), ['unknown-endpoint']],
    ['clauses that do not end', flows(times(4000, '(if ')), ['unknown-endpoint']],
    ['addresses', flows(times(1500, 'private IP ')), ['unknown-endpoint']],
    ['marks of footnotes', director(`443${times(5000, '\\*')}x`), ['unknown-port']],
    [
      'releases in a note',
      `|Server role|Port|Protocol|Notes|\n|---|---|---|---|\n|Director|443|TCP|${times(1500, '2013, and ')}|`,
      [],
    ],
    ['tags that are never closed', `${director('443')}\n\n${times(40_000, '<table')}`, ['too-long-text']],
    ['the same with blanks', `${director('443')}\n\n<p>\n${times(40_000, '<table ')}`, []],
    ['tables without end', `${director('443')}\n\n${times(30_000, '<table>\n')}`, ['too-many-tables']],
    ['tables in tables', `${director('443')}\n\n${times(20_000, '<table><tr><td>')}`, ['too-deep']],
    ['elements in elements', `${director('443')}\n\n${times(50_000, '<div>')}`, ['too-deep']],
    ['spans in a cell', director(`${times(2000, '<span>')}443`), ['too-deep']],
    ['lists in lists', `${director('443')}\n\n${times(1_000_000, '- ')}a`, ['too-deep']],
    ['numbered lists in lists', `${director('443')}\n\n${times(300_000, '1. ')}a`, ['too-deep']],
    ['empty items of a list', `${director('443')}\n\n${times(1_000_000, '- \n')}`, ['too-many-lines']],
    ['quotations in quotations', `${director('443')}\n\n${times(1_000_000, '> ')}a`, ['too-deep']],
    [
      'formatting that is opened again in each paragraph',
      `${director('443')}\n\n<p>${Array.from({ length: 200 }, (_, at) => `<b class="${at}">`).join('')}${times(30_000, '<p>x')}`,
      ['too-many-elements'],
    ],
    [
      'footnotes',
      `${servers(...Array.from({ length: 4000 }, () => '|Director|443\\*|TCP|'))}\n\n${times(10_000, '\\* note\n\n')}`,
      ['too-many-footnotes'],
    ],
    ['rows', servers(...Array.from({ length: 6000 }, () => '|Director|443|TCP|')), ['too-many-rows']],
    [
      'cells',
      Array.from({ length: 4 }, () => servers(...Array(2000).fill('|Director|443|TCP|'))).join('\n\n'),
      ['too-many-cells'],
    ],
    ['columns', servers(`|Director|443${times(50_000, '|a')}|`), ['too-many-columns']],
    [
      'spans of a table',
      `<table><tr><th>Server role<th>Port<th>Protocol</tr>${times(300, '<tr><td colspan=100 rowspan=100>443</td></tr>')}</table>`,
      ['too-many-columns'],
    ],
    [
      'text in a cell',
      `<table><tr><th>Server role<th>Port<th>Protocol<tr><td>a<td>${times(9000, '443 ')}<td>TCP</table>`,
      ['too-long-cell'],
    ],
    [
      'text that spans',
      `<table><tr><th>Server role<th>Port<th>Protocol<tr><td rowspan=90>${times(4000, 'abc ')}<td>443<td>TCP${times(80, '<tr><td>443<td>TCP')}</table>`,
      ['too-much-text'],
    ],
    ['emphasis', director(times(9000, '**a*')), ['unknown-port']],
  ])(
    '%s',
    async (_, body, expected) => {
      const { codes, milliseconds } = await scrape(body, reader);
      expect(codes).toEqual(expect.arrayContaining([...expected]));
      if (expected.length === 0) expect(codes.every((code) => !code?.startsWith('too-'))).toBe(true);
      expect(milliseconds - usual).toBeLessThan(SLOWEST);
    },
    20_000,
  );

  it('strictly, and nothing is written', () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'a.md'), page('a', director(`${times(18, '1,000-2,000, ')}x`)));
    const { status, err } = run(['scrape', 'a.md', '--out', 'out'], { cwd });
    expect([status, err[0]]).toEqual([
      1,
      expect.stringMatching(/^a\.md: table 1, row 1, column "Port": error: .*\[ambiguous-port\]$/),
    ]);
    expect(readdirSync(cwd)).toEqual(['a.md']);
  });
});
