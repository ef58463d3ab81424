import { describe, expect, it } from 'vitest';
import { checkSynonyms, synonymsOf } from '../../../scraper/src/assemble/synonyms.ts';
import type { Catalog, Coverage } from '../../../scraper/src/model/catalog.ts';
import { DIRECTOR, LYNC } from '../../support/checked-vocabulary.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

type Entry = Parameters<typeof vocabularyOf>[0]['synonyms'];
const why = 'People say so.';

function made(...synonyms: NonNullable<Entry>) {
  return synonymsOf(vocabularyOf({ products: [LYNC], synonyms }));
}

const NOTHING = {
  ...{ means: {}, roles: {}, hosts: [], pairs: [], ranges: [] },
  ...{ endings: [], hostEndings: [], brands: [], narrows: [] },
};

describe('what people type is kept in the form in which texts are compared', () => {
  it.each<{ fact: string; entries: NonNullable<Entry>; is: object }>([
    {
      fact: 'words and what they mean',
      entries: [{ words: ['AV', '오디오 비디오'], means: ['A/V'], why }],
      is: { means: { av: ['a/v'], 오디오비디오: ['a/v'] } },
    },
    {
      fact: 'a word of two entries',
      entries: [
        { words: ['x'], means: ['a', 'b'], why },
        { words: ['x'], means: ['b', 'c'], why },
      ],
      is: { means: { x: ['a', 'b', 'c'] } },
    },
    {
      fact: 'whom a word names',
      entries: [{ words: ['fe'], means: ['front end'], role: 'director', why }],
      is: { means: { fe: ['front end'] }, roles: { fe: 'director' } },
    },
    {
      fact: 'a product, by its line, and a brand',
      entries: [{ words: ['2013'], product: 'lync-server-2013', why }],
      is: { means: { 2013: ['=l'] }, brands: ['2013'] },
    },
    {
      fact: 'a product that is not there',
      entries: [{ words: ['2010'], product: 'other', why }],
      is: { means: { 2010: ['=other'] }, brands: ['2010'] },
    },
    { fact: 'noise', entries: [{ words: ['port'], noise: true, why }], is: { means: { port: [] } } },
    { fact: 'kinds of hosts', entries: [{ words: ['Server'], hosts: true, why }], is: { hosts: ['server'] } },
    {
      fact: 'a brand, with what the catalog has for it or without',
      entries: [
        { words: ['링크'], brand: true, means: ['Lync'], why },
        { words: ['Lync'], brand: true, why },
      ],
      is: { means: { 링크: ['lync'] }, brands: ['링크', 'lync'] },
    },
    {
      fact: 'endings of any word, and those of hosts alone',
      entries: [
        { words: ['은'], ending: 'any', why },
        { words: ['의'], ending: 'host', why },
      ],
      is: { endings: ['은'], hostEndings: ['의'] },
    },
    { fact: 'what narrows', entries: [{ words: ['외부'], narrows: true, why }], is: { narrows: ['외부'] } },
    { fact: 'ways to write a range', entries: [{ range: '{a} to {b}', why }], is: { ranges: ['{a} to {b}'] } },
    { fact: 'ways to ask for a pair', entries: [{ pair: '{a} to {b}', why }], is: { pairs: ['{a} to {b}'] } },
  ])('$fact', ({ entries, is }) => {
    expect(made(...entries)).toEqual({ ...NOTHING, ...is });
  });
});

describe('each word leads to something', () => {
  const lists = { ports: [], scenarios: [], services: [], protocols: [] };
  const catalog = { ...lists, products: [LYNC], roles: [DIRECTOR] } as unknown as Catalog;
  const coverage = [{ id: 'ntp', title: { en: 'Time', ko: null }, holds: null }] as unknown as Coverage[];

  it.each<{ fact: string; entry: NonNullable<Entry>[number]; wrong: string[] }>([
    { fact: 'to a name', entry: { words: ['d'], means: ['director'], role: 'director', why }, wrong: [] },
    { fact: 'by one of its meanings', entry: { words: ['d'], means: ['nobody', 'director'], why }, wrong: [] },
    { fact: 'to what no table has', entry: { words: ['t'], means: ['time'], why }, wrong: [] },
    { fact: 'to a product', entry: { words: ['t'], product: 'lync-server-2013', why }, wrong: [] },
    { fact: 'or is noise', entry: { words: ['t'], noise: true, why }, wrong: [] },
    { fact: 'to nothing', entry: { words: ['t'], means: ['nobody'], why }, wrong: ['synonyms: "t" leads to nothing'] },
    {
      fact: 'to no product',
      entry: { words: ['t'], product: 'other', why },
      wrong: ['synonyms: "t" leads to nothing'],
    },
    {
      fact: 'to no role',
      entry: { words: ['t'], means: ['time'], role: 'other', why },
      wrong: ['synonyms: "t" names no role: "other"'],
    },
  ])('$fact', ({ entry, wrong }) => {
    expect(checkSynonyms(made(entry), catalog, coverage)).toEqual(wrong);
  });

  it('has a reason for every entry', () => {
    expect(vocabulary.entries.synonyms.length).toBeGreaterThan(50);
    for (const entry of vocabulary.entries.synonyms) expect(entry.why.length).toBeGreaterThan(10);
  });
});
