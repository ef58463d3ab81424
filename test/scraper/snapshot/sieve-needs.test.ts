import { describe, expect, it } from 'vitest';
import {
  holdsOne,
  html,
  KOREAN,
  mayHoldPortTable,
  NAMED,
  pipes,
  sieve,
  siftedOf,
  wholeOf,
} from '../../support/sifted.ts';

describe('what of a document the test of the text wants read', () => {
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
});
