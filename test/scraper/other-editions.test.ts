import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../scraper/src/assemble/catalog.ts';
import { learnFrom } from '../../scraper/src/learn/learnt.ts';
import { collectPairs } from '../../scraper/src/learn/pairs.ts';
import { propose } from '../../scraper/src/learn/propose.ts';
import { listTerms } from '../../scraper/src/learn/terms.ts';
import type { Catalog } from '../../scraper/src/model/catalog.ts';
import { readPageOrSay } from '../../scraper/src/parse/read-or-say.ts';
import { sha256 } from '../../scraper/src/read/decode.ts';
import { takeSnapshot } from '../../scraper/src/snapshot/take-snapshot.ts';
import { mergeVariants } from '../../scraper/src/variants/merge.ts';
import type { Vocabulary } from '../../scraper/src/vocabulary/vocabulary.ts';
import { accept } from '../support/accept.ts';
import { inEnglish, inJapanese, withoutEnglish } from '../support/other-editions.ts';
import { sharedDocs, withoutDocs } from '../support/shared-docs.ts';
import { vocabulary } from '../support/vocabulary.ts';

/** The real pages in other editions, made of those that have the English beside the Korean. */

interface Page {
  path: string;
  text: string;
}

const FOLDERS = ['pinned', 'english', 'more', 'further'];

function bilingualPages(): Page[] {
  const folders = sharedDocs === null ? [] : FOLDERS.map((name) => join(sharedDocs as string, name));
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.md'))
      .map((path) => ({
        path,
        text: readFileSync(join(folder, path), 'utf8')
          .replace(/^\ufeff/, '')
          .replace(/\r\n/g, '\n'),
      }))
      .filter(({ text }) => text.includes('sxs-lookup')),
  );
}

const PAGES = bilingualPages();
const edition = (make: (page: string) => string) => PAGES.map(({ path, text }) => ({ path, text: make(text) }));

/** Pages are parsed once for all words that they are read by. */
const parsed = new Map<string, ReturnType<typeof readPageOrSay>>();

function take(pages: readonly Page[], words: Vocabulary = vocabulary) {
  const taken = pages.map(({ path, text }) => {
    const page = parsed.get(text) ?? readPageOrSay(text, { published: null });
    parsed.set(text, page);
    return takeSnapshot({ path, relativePath: path, text, sha256: sha256(text), provenance: null }, page, words);
  });
  return {
    snapshots: taken.flatMap(({ snapshot }) => snapshot ?? []),
    diagnostics: taken.flatMap((each) => each.diagnostics),
  };
}

function catalogOf(pages: readonly Page[], words: Vocabulary = vocabulary) {
  const { snapshots, diagnostics } = take(pages, words);
  const made = assemble(snapshots, words);
  return { snapshots, catalog: made.catalog, diagnostics: [...diagnostics, ...made.diagnostics] };
}

const BOTH = catalogOf(PAGES);

const NOT_FACTS = ['id', 'table', 'scenario', 'corrections', 'callers', 'calls', 'need', 'ko', 'by'];

/** The facts of each row, without their Korean and what the catalog's other documents add. */
function factsOf({ ports, documents }: Catalog, left: readonly string[] = NOT_FACTS): Map<string, string> {
  const paths = new Map(documents.map(({ id, path }) => [id as string, path]));
  const rows = Map.groupBy(ports, ({ product, origin: { document, table, row } }) =>
    [product, paths.get(document), table, row].join(' '),
  );
  const shown = (key: string, value: unknown) => (left.includes(key) || key === 'document' ? undefined : value);
  return new Map([...rows].map(([place, rules]) => [place, JSON.stringify(rules, shown)]));
}

describe.skipIf(sharedDocs === null)(`the pages in English alone${withoutDocs}`, () => {
  it('state what the pages with the Korean beside it state, and have no English text for Korean', () => {
    const english = catalogOf(edition(inEnglish));
    expect(english.diagnostics.filter(({ severity, table }) => severity !== 'note' && table !== null)).toEqual([]);
    expect(factsOf(english.catalog)).toEqual(factsOf(BOTH.catalog));
    expect(BOTH.catalog.ports.length).toBeGreaterThan(800);
    const { documents, tables, ports } = english.catalog;
    const korean = JSON.stringify([documents, tables.map(({ columns }) => columns), ports]).match(/"ko":"[^"]*"/g);
    expect(korean).toBeNull();
    const titles = JSON.stringify([tables, english.catalog.scenarios]).match(/"ko":"[^"가-힣]*"/g);
    expect(titles).toBeNull();
    expect(english.snapshots.map(({ document }) => document.id)).toEqual(
      BOTH.snapshots.map(({ document }) => document.id),
    );
  });

  it.each([
    ['with their dates', (page: string) => page],
    ['without dates', (page: string) => page.replace(/^ms\.(?:date|lasthandoff):.*\n/gm, '')],
  ])('are one document with the Korean ones, %s', (_, dated) => {
    const editions = [inEnglish, withoutEnglish].flatMap((make) => edition((page) => dated(make(page))));
    const variants = take(editions).snapshots.map((snapshot) => {
      return { snapshot, path: `${snapshot.document.locale}/${snapshot.document.path}`, committed: null };
    });
    const merged = mergeVariants(variants, vocabulary);
    expect(merged.diagnostics).toEqual([]);
    expect(merged.variants).toHaveLength(new Set(variants.map(({ snapshot }) => snapshot.document.id)).size);
    const made = assemble(
      merged.variants.map(({ snapshot }) => snapshot),
      vocabulary,
    );
    const left = [...NOT_FACTS, 'en', 'text'];
    const [own, wanted] = [factsOf(made.catalog, left), factsOf(BOTH.catalog, left)];
    expect(own.size).toBe(wanted.size);
    for (const [place, facts] of own) expect(facts, place).toBe(wanted.get(place));
  });
});

describe.skipIf(sharedDocs === null)(`the pages in another language${withoutDocs}`, () => {
  it('are read by the English beside it', () => {
    const japanese = catalogOf(edition(inJapanese));
    expect(factsOf(japanese.catalog)).toEqual(factsOf(BOTH.catalog));
    expect(JSON.stringify([japanese.catalog.ports, japanese.catalog.documents])).not.toMatch(/"ko":"/);
  });

  const alone = edition((page) => inJapanese(withoutEnglish(page)));

  it('without it say row by row what their letters and digits state, and which words are not known', () => {
    const { catalog, diagnostics } = catalogOf(alone);
    expect(catalog.ports).toEqual([]);
    expect(diagnostics.filter(({ code }) => code === 'unread-row').length).toBeGreaterThan(500);
    expect(diagnostics.filter(({ code }) => code === 'unknown-text').length).toBeGreaterThan(1000);
  });

  it('without it are read when the words of pages with it are accepted', () => {
    const { snapshots } = take(edition(inJapanese));
    const pairs = collectPairs(snapshots, vocabulary, ({ path }) => path);
    const proposals = propose(listTerms(pairs, vocabulary), vocabulary, () => false);
    const read = catalogOf(alone, accept(vocabulary, proposals));
    const errors = read.diagnostics.filter(({ severity, table }) => severity === 'error' && table !== null);
    // Two texts that stand for several English ones are left to a person.
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(['unknown-endpoint']));
    const [own, wanted] = [read.catalog, BOTH.catalog].map((each) =>
      factsOf(each, [...NOT_FACTS, 'notes', 'text', 'protocolNote', 'footnotes']),
    ) as [Map<string, string>, Map<string, string>];
    expect(own.size).toBeGreaterThan(wanted.size - 4);
    for (const [place, facts] of own) expect(facts, place).toBe(wanted.get(place));
  });
});

describe.skipIf(sharedDocs === null)(`what is learnt from the pages${withoutDocs}`, () => {
  const korean = edition(withoutEnglish);
  const learnt = learnFrom(take(PAGES).snapshots, vocabulary);

  /** The rows of a page with which something is wrong, as far as the vocabulary reads them. */
  const read = (page: Page, words: Vocabulary) => factsOf(catalogOf([page], words).catalog, [...NOT_FACTS, 'en']);

  it('loses no rule that is read without it, and changes none', () => {
    // Of pages in Japanese alone nothing is read without it.
    for (const page of [...korean, ...PAGES]) {
      const lenient = read(page, learnt);
      for (const [place, facts] of read(page, vocabulary)) expect(lenient.get(place), place).toBe(facts);
    }
  });

  it('does so on pages with faults', () => {
    const syllable = fc.constantFrom('가', '및', '서버', '', ' ', 'Edge', '443', '/', '(', '<br/>', '*');
    const fault = fc.record({
      page: fc.nat(korean.length - 1),
      at: fc.array(fc.nat(), { minLength: 1, maxLength: 40 }),
      with: syllable,
    });
    fc.assert(
      fc.property(fault, ({ page, at, with: put }) => {
        const { path, text } = korean[page] as Page;
        const words = [...text.matchAll(/[가-힣]+/g)].map(({ index }) => index);
        const places = [...new Set(at.map((each) => words[each % words.length] as number))].sort((a, b) => b - a);
        const faulty = places.reduce((whole, place) => whole.slice(0, place) + put + whole.slice(place + 1), text);
        const lenient = read({ path, text: faulty }, learnt);
        for (const [place, facts] of read({ path, text: faulty }, vocabulary))
          expect(lenient.get(place), place).toBe(facts);
      }),
      { numRuns: Number(process.env.LENIENT_RUNS ?? 20) },
    );
  });
});
