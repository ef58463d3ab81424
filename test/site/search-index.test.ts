import { searchable } from '@lync/port-catalog/match';
import { synonyms } from '@lync/port-catalog/search';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readIndex, writeIndex } from '../../site/src/scripts/search/index-file.ts';

const LEADS = { pages: [], roles: [], ranges: [], synonyms };
const text = fc.constantFrom('Edge Server', '에지 서버', '50,000-59,999', 'TCP', '');
const rules = fc.array(
  fc.record({
    id: fc.string(),
    group: text,
    ports: fc.array(fc.nat(65535)),
    tags: fc.array(text),
    label: fc.array(text),
    isFlow: fc.boolean(),
    texts: fc.array(text),
  }),
);

it('the search index, read, has what no table has as it was written', () => {
  const outside = [{ id: 'ntp', title: 'NTP', isTopic: true, text: 'ntp', ports: [123, 123] }];
  expect(readIndex(JSON.parse(JSON.stringify(writeIndex([], outside, LEADS)))).outside).toEqual(outside);
});

it('the search index, read, has the rules that were written, and what they are compared by', () => {
  fc.assert(
    fc.property(rules, (written) => {
      const index = readIndex(JSON.parse(JSON.stringify(writeIndex(written, [], LEADS))));
      expect(index.rules).toEqual(written);
      const compared = written.map(({ texts, ports }) => ({ text: texts.map(searchable).join('\n'), ports }));
      expect(index.entries).toEqual(compared);
    }),
  );
});
