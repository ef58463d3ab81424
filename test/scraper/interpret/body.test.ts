import { describe, expect, it } from 'vitest';
import { looksLikePorts } from '../../../scraper/src/interpret/body.ts';
import { both, en, ko } from '../../support/cells.ts';
import { cellFrom } from '../../support/rows.ts';
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
    expect(looksLikePorts(cells, vocabulary)).toBe(looks);
  });

  it('have no text where a line has none', () => {
    expect(looksLikePorts([[ko('443'), [{ text: null, en: null }], en('TCP')]], vocabulary)).toBe(true);
  });
});
