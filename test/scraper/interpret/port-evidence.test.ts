import { describe, expect, it } from 'vitest';
import { evidenceOfPorts, looksLikePorts } from '../../../scraper/src/interpret/port-evidence.ts';
import { both, en, ko } from '../../support/cells.ts';
import { cellFrom } from '../../support/rows.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

describe('the rows of a table', () => {
  it.each<[what: string, rows: (string | ReturnType<typeof en>)[][], looks: boolean]>([
    [
      'of ports and transports',
      [
        ['サーバー', '443', 'TCP'],
        ['サーバー', '5061', 'TCP'],
      ],
      true,
    ],
    ['of ports and words with a transport among them', [['443', 'TCP または UDP']], true],
    ['of composites', [['SIP/TCP/5061', 'サーバー']], true],
    ['in English', [[en('443'), en('TCP')]], true],
    ['with English beside the text', [[both(['443', '443']), both(['なし', 'TCP'])]], true],
    [
      'some of which say something else',
      [
        ['443', 'TCP'],
        ['なし', 'なし'],
      ],
      true,
    ],
    [
      'most of which say something else',
      [
        ['443', 'TCP'],
        ['なし', 'なし'],
        ['なし', 'なし'],
      ],
      false,
    ],
    ['of unequal width, some empty', [['443'], ['', 'TCP'], ['80', 'UDP', '']], true],
    [
      'of years and places',
      [
        ['2013', 'Bonn'],
        ['2015', 'Köln'],
      ],
      false,
    ],
    ['of protocols only', [['TCP', 'HTTPS']], false],
    ['of any port', [['Any', 'TCP']], false],
    ['that are none', [], false],
    ['that are empty', [['', '']], false],
  ])('%s look like ports: %s', (_, rows, looks) => {
    const cells = rows.map((row) => row.map((cell) => cellFrom(typeof cell === 'string' ? cell : cell)));
    expect(looksLikePorts({ columns: [], rows: cells }, vocabulary)).toBe(looks);
  });

  it('have no text where a line has none', () => {
    expect(
      looksLikePorts({ columns: [], rows: [[ko('443'), [{ text: null, en: null }], en('TCP')]] }, vocabulary),
    ).toBe(true);
  });
});

describe('a table may hold ports, for', () => {
  /** Why, of rows that are written as cells with `|` between them. */
  const why = (rows: readonly string[], foreign = false) =>
    evidenceOfPorts(
      { columns: [], rows: rows.map((row) => row.split('|').map((cell) => ko(cell))) },
      vocabulary,
      foreign,
    );

  it.each<[rows: string[], evidence: string]>([
    [
      ['Web server|Inbound TCP port 80 or 443 open to host it'],
      'a cell states a port: "Inbound TCP port 80 or 443 open to host it"',
    ],
    [['x|Open port 443'], 'a cell states a port: "Open port 443"'],
    [['x|Ports are 5060 and 5061'], 'a cell states a port: "Ports are 5060 and 5061"'],
    [['x|port(s): 5061'], 'a cell states a port: "port(s): 5061"'],
    [['x|443/TCP'], 'a cell states a port: "443/TCP"'],
    [['x|443 (TCP)'], 'a cell states a port: "443 (TCP)"'],
    [['x|NET.TCP 5061'], 'a cell states a port: "NET.TCP 5061"'],
    [['x|TCP를 5061번에서'], 'a cell states a port: "TCP를 5061번에서"'],
    [['x|5061번 포트를 엽니다'], 'a cell states a port: "5061번 포트를 엽니다"'],
    [['x|リモートのポート番号は５０６１です'], 'a cell states a port: "リモートのポート番号は5061です"'],
    [['x|使用端口443'], 'a cell states a port: "使用端口443"'],
    [['x|Порт 443 открыт'], 'a cell states a port: "Порт 443 открыт"'],
    [['x|El puerto es 443'], 'a cell states a port: "El puerto es 443"'],
    [['x|المنفذ ٤٤٣'], 'a cell states a port: "المنفذ ٤٤٣"'],
    [['a|b', `x|Port 443 ${'y'.repeat(80)}`], `a cell states a port: "Port 443 ${'y'.repeat(51)}…"`],
    [[`${'y'.repeat(70)} port 443 z|b`], 'a cell states a port: "…port 443 z"'],
    [['AudioPortStart|49152'], 'a row names a port, "AudioPortStart", and a number, "49152"'],
    [['Incoming port|5060'], 'a row names a port, "Incoming port", and a number, "5060"'],
    [['MaxMediaPort|17000'], 'a row names a port, "MaxMediaPort", and a number, "17000"'],
    [['a|5061', 'b|444', 'c|see below'], 'a column holds what may be ports: "5061"'],
    [['a|50000-59999'], 'a column holds what may be ports: "50000-59999"'],
  ])('%j', (rows, evidence) => {
    expect(why(rows)).toBe(evidence);
  });

  it.each<[what: string, rows: string[]]>([
    ['words alone', ['a|b']],
    ['no rows', []],
    ['words that hold the letters of one', ['Report 443|Support: 5061', 'Portal 80|imports 80']],
    ['transports in a sentence', ['0 is UDP, 1 is TCP|4(tcp/ipv4)']],
    ['ports that are counted', ['1 network adapter port|2 ports']],
    ['a port far from any number', ['The port is told by the administrator of the trunk|in 2013']],
    ['numbers of other things', ['2013|80,000 users', '2015|100 %', '15 minutes|443 users of all', '1|a', '2|b']],
    ['a known port among other numbers', ['12|x', '5061|y', 'a|z', 'b|x', 'c|x']],
    ['a name of a port without a number', ['AudioPortStart|text']],
    ['protocols', ['SIP|TLS']],
    ['transports without ports', ['Audio|UDP', 'Video|TCP/UDP']],
    [
      'a sentence on ports, with a number in another cell',
      ['Tells the administrator how the port is to be configured|100'],
    ],
  ])('not for %s', (_, rows) => {
    expect(why(rows)).toBeNull();
  });

  it('a header that is a port: a table may have a column for each', () => {
    const table = { columns: ['Server role', '443'].map(cellFrom), rows: [['Director', 'TCP'].map(cellFrom)] };
    expect(evidenceOfPorts(table, vocabulary, false)).toBe('a header is what may be a port: "443"');
  });

  it.each(['UDP', 'net.tcp', 'TCP, UDP'])(
    'a transport, in a language that the vocabulary is not written for: %s',
    (cell) => {
      expect(why([`x|${cell}`], true)).toBe(`a cell names a transport: "${cell}"`);
    },
  );

  it('protocols, in a language that the vocabulary is not written for', () => {
    expect(why(['サーバー|SIP|すべて', 'クライアント|HTTPS|すべて'], true)).toBe('a column names protocols: "SIP"');
    expect(why(['サーバー|電話', 'クライアント|会議'], true)).toBeNull();
  });
});

it('a vocabulary without words for ports knows a port by its transport', () => {
  const rows = [[ko('port 5061')], [ko('TCP 5061')]];
  expect(evidenceOfPorts({ columns: [], rows }, vocabularyOf({}), false)).toBe('a cell states a port: "TCP 5061"');
});
