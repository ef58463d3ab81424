import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatDiagnostic } from '../../scraper/src/model/diagnostic.ts';
import { catalogIn, run } from '../support/cli.ts';
import { temporaryFolder } from '../support/folders.ts';
import { scrapeHere } from '../support/scraping.ts';

/** Pages in other languages than Korean: plain English, with English beside the text, and without any. */

type Row = readonly string[];

/** A page with one table; `text|English` is marked up as bilingual pages do it. */
function page(locale: string | null, title: string, headers: Row, ...rows: Row[]): string {
  const cell = (each: string) => {
    const [text = '', english] = each.split('|');
    if (english === undefined) return text;
    return `<span data-ttu-id="1">${text}</span><span class="sxs-lookup"><span data-stu-id="1">${english}</span></span>`;
  };
  const line = (cells: Row) => `|${cells.map(cell).join('|')}|\n`;
  const language = locale === null ? '' : `ms.contentlocale: ${locale}\n`;
  const table = [headers, headers.map(() => '---'), ...rows].map(line).join('');
  return `---\ntitle: x\n${language}mtps_version: v=OCS.15\n---\n# <a name="practice"></a>${cell(title)}\n\n${table}`;
}

async function scraped(files: Record<string, string>, lenient = false) {
  const cwd = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(cwd, path, '..'), { recursive: true });
    writeFileSync(join(cwd, path), text);
  }
  const { ok, diagnostics, report } = await scrapeHere({ paths: Object.keys(files) }, cwd, lenient);
  const err = [...diagnostics.map(formatDiagnostic), ...(ok ? [] : report)];
  return { ok, err, catalog: ok ? catalogIn(join(cwd, 'out')) : null };
}

const ENGLISH = ['Protocol', 'Port', 'Source IP', 'Destination IP', 'Notes'];

const LANGUAGES: [locale: string, title: string, headers: Row, row: Row][] = [
  [
    'ja-JP',
    '演習|Practice',
    ['プロトコル|Protocol', 'ポート|Port', '発信元 IP|Source IP', '宛先 IP|Destination IP', 'メモ|Notes'],
    ['TCP または UDP|TCP or UDP', '443', '任意|Any', 'ディレクター|Director', '日本語のメモ|A note'],
  ],
  [
    'de-DE',
    'Übung|Practice',
    ['Protokoll|Protocol', 'Anschluss|Port', 'Quell-IP|Source IP', 'Ziel-IP|Destination IP', 'Notizen|Notes'],
    ['TCP oder UDP|TCP or UDP', '443', 'Beliebig|Any', 'Verzeichnisserver|Director', 'Eine Notiz|A note'],
  ],
  [
    'fr-FR',
    'Exercice|Practice',
    ['Protocole|Protocol', 'Port|Port', 'IP source|Source IP', 'IP de destination|Destination IP', 'Remarques|Notes'],
    ['TCP ou UDP|TCP or UDP', '443', 'Tout|Any', 'Directeur|Director', 'Une remarque|A note'],
  ],
  [
    'zh-CN',
    '练习|Practice',
    ['协议|Protocol', '端口|Port', '源 IP|Source IP', '目标 IP|Destination IP', '注释|Notes'],
    ['TCP 或 UDP|TCP or UDP', '443', '任何|Any', '控制器|Director', '一条注释|A note'],
  ],
  [
    'ru-RU',
    'Практика|Practice',
    ['Протокол|Protocol', 'Порт|Port', 'Исходный IP|Source IP', 'Целевой IP|Destination IP', 'Примечания|Notes'],
    ['TCP или UDP|TCP or UDP', '443', 'Любой|Any', 'Директор|Director', 'Примечание|A note'],
  ],
];

const FACTS = {
  transports: ['tcp', 'udp'],
  ports: { ranges: [{ from: 443, to: 443 }] },
  source: { any: true, text: { en: 'Any', ko: null } },
  destination: { roles: ['director'], text: { en: 'Director', ko: null } },
  notes: { en: 'A note', ko: null, by: { en: 'document', ko: null } },
  corrections: [],
};

/** The text in the language itself. */
const own = (cells: Row): Row => cells.map((cell) => cell.split('|')[0] ?? '');

describe('a page in plain English', () => {
  it('is read', async () => {
    const text = page('en-US', 'Practice', ENGLISH, ['TCP or UDP', '443', 'Any', 'Director', 'A note']);
    const { ok, catalog } = await scraped({ 'a.md': text });
    expect([ok, catalog?.documents[0]?.title, catalog?.ports]).toMatchObject([
      true,
      { en: 'Practice', ko: null },
      [FACTS],
    ]);
  });

  it('contradicts itself in nothing: there is no translation', async () => {
    const text = page('en-US', 'Practice', ENGLISH, ['NET.TCP', '443', 'Any', 'Director', '']);
    expect((await scraped({ 'a.md': text })).err).toEqual([
      expect.stringContaining('[unknown-protocol]'),
      '1 table: 1 port table, 0 doubtful, 0 of other things',
      'Nothing was written.',
    ]);
  });
});

describe.each(LANGUAGES)('a page in %s', (locale, title, headers, row) => {
  it('is read by the English beside it, and none of its text is called Korean', async () => {
    const { ok, err, catalog } = await scraped({ 'a.md': page(locale, title, headers, row) });
    expect([ok, err]).toEqual([true, []]);
    expect(catalog?.ports).toMatchObject([FACTS]);
    expect(catalog?.documents).toMatchObject([{ locale, title: { en: 'Practice', ko: null } }]);
    expect(catalog?.tables[0]?.columns.map(({ en, ko }) => [en, ko])).toEqual(ENGLISH.map((each) => [each, null]));
    expect([catalog?.tables[0]?.title.ko, catalog?.scenarios[0]?.name.ko]).toEqual([null, null]);
    expect(catalog?.evidence[0]?.cells[4]).toEqual([{ text: own(row)[4], en: 'A note' }]);
  });

  it('is read the same where it does not say its language', async () => {
    const { catalog } = await scraped({ 'a.md': page(null, title, headers, row) });
    expect(catalog?.ports).toMatchObject([FACTS]);
  });

  it('is corrected where its text states something else', async () => {
    const wrong = ['UDP|TCP', '443', ...row.slice(2)];
    const { catalog } = await scraped({ 'a.md': page(locale, title, headers, wrong) });
    expect(catalog?.corrections).toMatchObject([{ published: 'UDP', corrected: 'TCP', evidence: 'bilingual' }]);
  });

  it('without English says what the vocabulary lacks, with an overview first', async () => {
    const text = page(locale, own([title])[0] ?? '', own(headers), own(row), own(row));
    const { ok, err } = await scraped({ 'a.md': text.replace(/TCP [^|]* UDP/g, 'TCP') });
    const unknown = own(headers).filter((header) => header !== 'Port');
    expect(ok).toBe(false);
    expect(err[0]).toMatch(
      new RegExp(
        `^a\\.md: warning: the vocabulary lacks ${unknown.length} texts in ${unknown.length} places .*\\(header ${unknown.length}\\)`,
      ),
    );
    expect(err.filter((line) => line.includes('[unknown-header]'))).toHaveLength(unknown.length);
  });

  it('without English is read by what a bilingual page of its language teaches, where leniency is asked for', async () => {
    const korean = page(locale, own([title])[0] ?? '', own(headers), own(row)).replace('"practice"', '"other"');
    const { catalog } = await scraped({ 'a.md': page(locale, title, headers, row), 'b.md': korean }, true);
    const rule = catalog?.ports.find(({ origin }) => origin.document.endsWith('/other'));
    expect(rule).toMatchObject({
      ...FACTS,
      notes: { en: 'A note', ko: null, by: { en: 'project' } },
      corrections: expect.anything(),
    });
    expect(catalog?.unresolved.map(({ code }) => code)).toContain('learnt-term');
  });
});

describe('a German page without English', () => {
  const headers = ['Protocol', 'Port', 'Source IP', 'Destination IP', 'Notes'];

  it('keeps its notes to itself: they are neither English nor Korean', async () => {
    const { ok, err, catalog } = await scraped({
      'a.md': page('de-DE', 'x', headers, ['TCP', '443', 'Any', 'Director', 'Eine Notiz']),
    });
    expect([ok, err]).toEqual([
      true,
      [expect.stringMatching(/this note has no English text: "Eine Notiz" \[untranslated\]$/)],
    ]);
    expect(catalog?.ports[0]?.notes).toEqual({ en: null, ko: null, by: { en: null, ko: null } });
  });

  it.each(['de-de/a.md', 'x/de-DE/y/a.md'])('is known by its folder, %s', async (path) => {
    const text = page(null, 'Practice', headers, ['TCP', '443', 'Any', 'Director', 'Eine Notiz']);
    expect((await scraped({ [path]: text })).catalog?.documents[0]?.locale.toLowerCase()).toBe('de-de');
  });

  it('names no rule in English', async () => {
    const text = page('de-DE', 'x', ['Rule name', 'Protocol', 'Port'], ['Clients eingehend', 'TCP', '443']);
    expect((await scraped({ 'a.md': text })).err[1]).toMatch(/unknown-rule-name/);
  });

  it('may call its language anything', async () => {
    const text = page('"???"', 'x', headers, ['TCP', '443', 'Any', 'Director', 'Eine Notiz']);
    expect((await scraped({ 'a.md': text })).catalog?.ports[0]?.notes?.en).toBeNull();
  });

  it('with a table of other things is passed over', async () => {
    const text = page('de-DE', 'x', ['Jahr', 'Ort'], ['2013', 'Bonn']);
    expect((await scraped({ 'a.md': text })).err).toEqual([
      expect.stringContaining('note: no port table'),
      expect.stringContaining('[no-port-table]'),
      '1 table: 0 port tables, 0 doubtful, 1 of other things',
      'Nothing was written.',
    ]);
  });
});

describe('what is learnt from a page in another language', () => {
  it('is proposed as a text to look up, not as a Korean name', () => {
    const cwd = temporaryFolder();
    const row = ['TCP', '443', 'Kantenserver|Edge Server', 'Beliebig|Any', ''];
    writeFileSync(join(cwd, 'a.md'), page('de-DE', 'Übung|Practice', ENGLISH, row));
    const { out } = run(['learn', 'a.md'], { cwd });
    const elsewhere = 'Learnt from a.md.';
    expect(parse(out.slice(out.indexOf('---') + 1).join('\n'))).toEqual([
      { en: 'Any', in: ['port', 'endpoint'], also: [{ ko: 'Beliebig', elsewhere }] },
      { en: 'Edge Server', in: ['endpoint'], elsewhere, also: [{ ko: 'Kantenserver', elsewhere }] },
    ]);
  });
});

describe('a Japanese page without English', () => {
  const headers = ['プロトコル', 'ポート', '送信元 IP', '宛先 IP'];
  const rows: Row[] = [
    ['TCP', '443', '任意', 'ディレクター'],
    ['UDP', '3478', '任意', '任意'],
  ];

  it('has what its rows state in letters and digits, and its words with their counts, in the list of a lenient run', async () => {
    const { ok, catalog } = await scraped({ 'a.md': page('ja-JP', '演習', headers, ...rows) }, true);
    expect([ok, catalog?.ports]).toEqual([true, []]);
    const said = (code: string) =>
      catalog?.unresolved.filter((each) => each.code === code).map(({ row, text, message }) => [row, text, message]);
    expect(said('unread-row')).toEqual([
      [1, 'TCP | 443 | 任意 | ディレクター', expect.stringContaining('state tcp, 443')],
      [2, 'UDP | 3478 | 任意 | 任意', expect.stringContaining('state udp, 3478')],
    ]);
    expect(said('unknown-text')).toContainEqual([1, '任意', expect.stringContaining('3 places')]);
    expect(said('unknown-text')).toContainEqual([1, 'ディレクター', expect.stringContaining('one place')]);
  });

  it('writes nothing where strictness is asked for', async () => {
    expect((await scraped({ 'a.md': page('ja-JP', '演習', headers, ...rows) })).ok).toBe(false);
  });

  it('is read as far as its facts are letters and digits, under headers that are known', async () => {
    const known = ['Role/Protocol/TCP or UDP/Port', 'Source IP', 'Destination IP', 'Notes'];
    const text = page(
      'ja-JP',
      '演習',
      known,
      ['A/V/STUN、MSTURN/UDP/3478', 'Any', 'Director', '日本語'],
      ['SIP/TLS/TCP/443', '任意', 'Director', ''],
    );
    const { catalog } = await scraped({ 'a.md': text }, true);
    expect(catalog?.ports).toMatchObject([
      { protocols: ['msturn', 'stun'], transports: ['udp'], role: 'av-edge-service' },
    ]);
    expect(catalog?.unresolved.map(({ code, text }) => [code, text])).toEqual([
      ['untranslated', '日本語'],
      ['unknown-endpoint', '任意'],
    ]);
  });

  it.each<[columns: Row, cells: Row, rules: number, severity: string]>([
    [['Port', 'Protocol'], ['443', 'TCP'], 0, 'error'],
    [['Server role', 'Port', 'Protocol'], ['Front End Servers', '443', 'TCP'], 1, 'warning'],
  ])('with a caption that is not known, over %j', async (columns, cells, rules, severity) => {
    const text = page('ja-JP', '演習', columns, cells).replace('\n|', '\n**閉じるポート**\n\n|');
    const { catalog } = await scraped({ 'a.md': text }, true);
    expect(catalog?.ports).toHaveLength(rules);
    expect(catalog?.unresolved).toMatchObject([{ code: 'unknown-caption', severity, text: '閉じるポート' }]);
  });
});
