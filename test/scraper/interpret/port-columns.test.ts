import { expect, it } from 'vitest';
import { fieldsThat } from '../../../packages/catalog/src/fields.ts';
import { columnsThatFill, PORT_COLUMNS } from '../../../scraper/src/interpret/port-columns.ts';
import { factsOfRows } from '../../../scraper/src/variants/rows.ts';
import { DOMAINS } from '../../../scraper/src/vocabulary/domains.ts';
import { tableWith } from '../../support/rows.ts';
import { vocabulary } from '../../support/vocabulary.ts';

it('each fact and text of a rule is stated by a column, or by the footnotes that its marks lead to', () => {
  const unstated = fieldsThat('fact', 'text').filter((field) => columnsThatFill(field).length === 0);
  expect(unstated).toEqual(['footnotes']);
});

it('a corrected word decides a field that its column fills', () => {
  for (const [name, { grammars, fills }] of Object.entries(PORT_COLUMNS)) {
    const decided = grammars.flatMap(({ field }) => (field === null ? [] : [field('TCP'), field('a word')]));
    expect(fills, name).toEqual(expect.arrayContaining(decided));
  }
});

it('devices in another order, or other devices of the role, state the same', () => {
  const table = tableWith(
    ['구성 요소'],
    [['Aastra 6721ip 공용 구역 전화\nAastra 6725ip 탁상 전화'], ['Aastra 6725ip 일반 전화기']],
  );
  const [list, one] = factsOfRows(table, ['component'], vocabulary).map(({ facts }) => facts.get('component'));
  expect([list, one]).toEqual(['ip-phone', 'ip-phone']);
});

it('each domain of words is that of a column, a header, a caption, a remark or a footnote', () => {
  const read = Object.values(PORT_COLUMNS).flatMap(({ grammars }) => grammars.map(({ domain }) => domain));
  expect(new Set([...read, 'column', 'caption', 'remark', 'footnote'])).toEqual(new Set(Object.keys(DOMAINS)));
});
