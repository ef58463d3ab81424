import { describe, expect, it } from 'vitest';
import type { Need, PortRule } from '../../../scraper/src/model/catalog.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { NeedEntry } from '../../../scraper/src/vocabulary/schema.ts';
import { checkNeeds } from '../../../scraper/tools/verify/needs.ts';
import { en } from '../../support/cells.ts';
import { ruleOf } from '../../support/one-ended.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';

const TEXT = { en: 'Because.', ko: '그래서.' };
const SHARED = { rules: [{ ports: '443' }], level: 'required', ifClosed: TEXT } as const;
const vocabulary = vocabularyOf({
  needs: [
    NeedEntry.parse({ ...SHARED, id: 'own', by: 'project', reason: TEXT }),
    NeedEntry.parse({ ...SHARED, id: 'quoted', by: 'document', from: 'Used for presence' }),
    NeedEntry.parse({ ...SHARED, id: 'prose', by: 'document', from: 'must be open', pages: ['a/page.md'] }),
  ],
});

const own: Need = { id: 'own', level: 'required', when: null, ifClosed: TEXT, by: 'project', from: TEXT, pages: [] };
const quoted: Need = { ...own, id: 'quoted', by: 'document', from: { en: 'Used for presence', ko: null } };
const prose: Need = { ...quoted, id: 'prose', from: { en: 'must be open', ko: null }, pages: ['a/page.md'] };

const NO_ENTRY = 'the vocabulary has no such entry';
const OTHERWISE = 'the vocabulary says otherwise';
const OTHER_RECORD = 'the record that it names says otherwise';
const footnote = { en: 'Used for presence.', ko: null, by: { en: 'document', ko: null } } as const;

describe('whether a port must be open is traced', () => {
  const cases: { fact: string; need: Need; says?: string; rule?: Partial<PortRule>; problems: string[] }[] = [
    { fact: 'to the vocabulary', need: own, problems: [] },
    { fact: 'to an entry that is there', need: { ...own, id: 'made-up' }, problems: [NO_ENTRY] },
    { fact: 'with its reason', need: { ...own, from: { ...TEXT, ko: '왜냐하면.' } }, problems: [OTHERWISE] },
    { fact: 'with what stops working', need: { ...own, ifClosed: { ...TEXT, en: 'No.' } }, problems: [OTHERWISE] },
    { fact: 'with its level', need: { ...own, level: 'optional' }, problems: [OTHERWISE] },
    { fact: 'to a row', need: quoted, says: 'Used for presence.', problems: [] },
    { fact: 'to a footnote', need: quoted, rule: { footnotes: [footnote] }, problems: [] },
    { fact: 'to a row that says it', need: quoted, says: 'No.', problems: ['no row of p says what is quoted'] },
    { fact: 'to pages, whose text no snapshot has', need: prose, problems: [] },
    {
      fact: 'from a rule that says the same',
      need: own,
      rule: { need: { id: 'own', level: 'legacy', by: 'project' } },
      problems: [OTHER_RECORD],
    },
    {
      fact: 'from a rule to a record that is there',
      need: own,
      rule: { need: { id: 'quoted', level: 'required', by: 'document' } },
      problems: [OTHER_RECORD],
    },
    { fact: 'where a rule has one', need: own, rule: { need: null }, problems: [] },
  ];

  it.each(cases)('$fact', ({ need, says = '', rule = {}, problems }) => {
    const { id, level, by } = need;
    const asked = ruleOf({ need: { id, level, by }, ...rule });
    const cells = new Map<string, Cell[]>([[asked.id, [en(says)]]]);
    const { count, findings } = checkNeeds({ needs: [need], ports: [asked] }, cells, vocabulary);
    expect([count, findings.map(({ message }) => message)]).toEqual([1, problems]);
  });
});
