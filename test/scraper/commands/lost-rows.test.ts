import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { scrape } from '../../../scraper/src/commands/scrape.ts';
import type { PageReader } from '../../../scraper/src/parse/reader.ts';
import { readDocuments } from '../../../scraper/src/read/files.ts';
import { FIXTURES } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { READER } from '../../support/scraping.ts';

const SERVERS = readFileSync(join(FIXTURES, 'documents/practice-servers.md'), 'utf8');
const MEDIATION = '|중재 서버  |비즈니스용 Skype 서버 중재 서비스  |5067  | TCP(TLS) |\n';
const BLANK = '|&nbsp;|&nbsp;|&nbsp;|&nbsp;|\n';
const ALL = '|모든 서버  |해당 없음  |67/68  |서버의  |\n';
const BALANCER = '| 디렉터 부하 분산 장치 | 4443 | HTTPS(역방향 프록시) |\n';
const HEADER = '| **부하 분산 장치** | **포트** | **프로토콜별** |';

/** The table of load balancers as HTML, with these headers. */
function asHtml(...headers: string[]): string {
  const rows = [
    headers,
    ['디렉터 부하 분산 장치', '4443', 'HTTPS(역방향 프록시)'],
    ['디렉터 부하 분산 장치', '444', 'H<br>TCP'],
  ];
  const html = rows.map((cells) => `<tr>\n<td>${cells.join('</td>\n\n<td>')}</td>\n</tr>`);
  return `${SERVERS.slice(0, SERVERS.indexOf(HEADER))}<table>\n${html.join('\n\n')}\n</table>\n`;
}

/** Scrapes one text of a document into a repository, then another; gives back what the second run says. */
async function rescrape(first: string, second: string, reader: PageReader = READER) {
  const root = temporaryFolder();
  const places = { vocabulary: VOCABULARY, snapshots: join(root, 'snapshots'), data: join(root, 'data') };
  const scrapeText = async (text: string, by: PageReader) => {
    writeFileSync(join(root, 'a.md'), text);
    const documents = readDocuments(['a.md'], root);
    return scrape({ documents, typed: 'a.md', out: null, lenient: false, reader: by }, places);
  };
  expect(await scrapeText(first, READER)).toMatchObject({ ok: true });
  const written = () => readFileSync(join(places.data, 'ports.json'), 'utf8');
  const before = written();
  const { ok, diagnostics } = await scrapeText(second, reader);
  const lost = diagnostics
    .filter(({ code }) => code === 'lost-row')
    .map(({ severity, text }) => `${severity}: ${text}`);
  expect([existsSync(places.data), ok || written() === before]).toEqual([true, true]);
  return { ok, lost };
}

describe('a run that would remove rules which the page still has writes nothing, and names their rows:', () => {
  it.each<[how: string, from: string, to: string, lost: string[]]>([
    [
      'below a blank line',
      MEDIATION,
      `\n${MEDIATION}`,
      [
        'error: 중재 서버 | 비즈니스용 Skype 서버 중재 서비스 | 5067 | TCP(TLS)',
        'error: 모든 서버 | 해당 없음 | 67/68 | 서버의',
      ],
    ],
    [
      'in a quotation',
      BALANCER,
      `> ${BALANCER}`,
      ['error: 디렉터 부하 분산 장치 | 4443 | HTTPS(역방향 프록시)', 'error: 디렉터 부하 분산 장치 | 444 | H / TCP'],
    ],
    [
      'under headers that nobody knows',
      HEADER,
      '|가|나|다|',
      ['error: 디렉터 부하 분산 장치 | 4443 | HTTPS(역방향 프록시)', 'error: 디렉터 부하 분산 장치 | 444 | H / TCP'],
    ],
  ])('%s', async (_, from, to, lost) => {
    expect(await rescrape(SERVERS, SERVERS.replace(from, to))).toEqual({ ok: false, lost });
  });

  it('in a table of HTML', async () => {
    const headers = ['부하 분산 장치', '포트', '프로토콜'];
    expect(await rescrape(asHtml(...headers), asHtml('가', '나', '다'))).toEqual({
      ok: false,
      lost: [
        'error: 디렉터 부하 분산 장치 | 4443 | HTTPS(역방향 프록시)',
        'error: 디렉터 부하 분산 장치 | 444 | H / TCP',
      ],
    });
  });
});

describe('rules go without a word', () => {
  it.each([
    ['with their row', MEDIATION, ''],
    ['with their row in a comment', `${MEDIATION}${BLANK}${ALL}`, `${BLANK}${ALL}\n<!-- ${MEDIATION.trim()} -->\n`],
    ['with another port', '|5067  |', '|5068  |'],
    ['with a blank row', BLANK, ''],
  ])('%s', async (_, from, to) => {
    expect(await rescrape(SERVERS, SERVERS.replace(from, to))).toEqual({ ok: true, lost: [] });
  });

  it('of a page whose rows alone cannot be read', async () => {
    const reader: PageReader = {
      read: async (page) => (page.text.startsWith('|x|') ? 'too-slow' : READER.read(page)),
      close: async () => {},
    };
    expect(await rescrape(SERVERS, SERVERS.replace(MEDIATION, ''), reader)).toEqual({ ok: true, lost: [] });
  });
});
