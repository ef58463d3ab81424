import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { findNeeds } from '../../../scraper/src/assemble/needs.ts';
import { checkNeeds, checkVocabulary } from '../../../scraper/src/assemble/vocabulary-check.ts';
import { countVocabulary } from '../../../scraper/src/assemble/vocabulary-counts.ts';
import type { PortRule } from '../../../scraper/src/model/catalog.ts';
import { NeedEntry } from '../../../scraper/src/vocabulary/schema.ts';
import { en } from '../../support/cells.ts';
import { endOf, flowOf, port, ruleOf } from '../../support/one-ended.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

const TEXT = { en: 'Because.', ko: '그래서.' };
const BARE = { id: 'own', rules: [{ ports: '443' }], level: 'required', ifClosed: TEXT, by: 'project' };
const KNOWN = { ...BARE, reason: TEXT };
const QUOTED = { ...BARE, id: 'quoted', by: 'document', from: 'Used for presence' };

interface Row {
  rule?: Partial<PortRule>;
  says?: string;
}

/** The need of each row, and what is at fault; the front's port 443 unless told. */
function find(entries: object[], ...rows: Row[]) {
  const all = rows.map(({ rule = {}, says = '' }, at) => ({
    rule: ruleOf({ id: `${at}`, role: 'front', ports: port(443), ...rule }),
    cells: [en(says)],
  }));
  const own = vocabularyOf({ needs: entries.map((entry) => NeedEntry.parse(entry)) });
  const { found, needs, faults } = findNeeds(all, own);
  return {
    found: all.map(({ rule }) => found.get(rule)?.id ?? null),
    needs: needs.map(({ id }) => id),
    faults: faults.map(({ rule, message }) => `${rule}: ${message}`),
  };
}

describe('whether a rule must be open', () => {
  const NOT_SAID = 'no row says "Used for presence", as quoted has it';
  const by = { en: 'document', ko: null } as const;
  const footnotes = [
    { en: null, ko: '현재 상태', by: { en: null, ko: 'document' } },
    { en: 'Used for presence only.', ko: null, by },
  ] as const;
  const cases: { fact: string; entries: object[]; rows: Row[]; found: (string | null)[]; faults?: string[] }[] = [
    { fact: 'is known by this project', entries: [KNOWN], rows: [{}], found: ['own'] },
    { fact: 'is quoted', entries: [QUOTED], rows: [{ says: 'used for  presence.' }], found: ['quoted'] },
    {
      fact: 'is quoted from a footnote',
      entries: [QUOTED],
      rows: [{ rule: { footnotes: [...footnotes] } }],
      found: ['quoted'],
    },
    {
      fact: 'is quoted from another row of the product',
      entries: [QUOTED],
      rows: [{}, { says: 'Used for presence.' }],
      found: ['quoted', 'quoted'],
    },
    {
      fact: 'is quoted from no row of another product',
      entries: [QUOTED],
      rows: [{ rule: { product: 'q' } }, { says: 'Used for presence.' }],
      found: [null, 'quoted'],
      faults: [`0: ${NOT_SAID}`],
    },
    {
      fact: 'is left out where no row says what is quoted, and reported once',
      entries: [QUOTED],
      rows: [{ says: 'Used for absence.' }, {}],
      found: [null, null],
      faults: [`0: ${NOT_SAID}`],
    },
    {
      fact: 'is quoted from the text of a page, which no row has',
      entries: [{ ...QUOTED, pages: ['a/page.md'] }],
      rows: [{}],
      found: ['quoted'],
    },
    { fact: 'is said by somebody', entries: [], rows: [{}], found: [null], faults: ['0: no entry is about it'] },
    {
      fact: 'is said once',
      entries: [KNOWN, { ...KNOWN, id: 'too' }],
      rows: [{}],
      found: [null],
      faults: ['0: own and too are about it'],
    },
  ];

  it.each(cases)('$fact', ({ entries, rows, found, faults = [] }) => {
    const result = find(entries, ...rows);
    expect(result).toEqual({ found, faults, needs: [...new Set(found.filter((id) => id !== null))] });
  });

  it('has texts in both languages, and quotations in English', () => {
    const entries = [KNOWN, { ...QUOTED, rules: [{ ports: '80' }], level: 'legacy', when: TEXT, pages: ['a/page.md'] }];
    const rules = [443, 80].map((number) => ({ rule: ruleOf({ ports: port(number) }), cells: [] }));
    const { needs } = findNeeds(rules, vocabularyOf({ needs: entries.map((entry) => NeedEntry.parse(entry)) }));
    const own = { id: 'own', level: 'required', when: null, ifClosed: TEXT, by: 'project', from: TEXT, pages: [] };
    const from = { en: 'Used for presence', ko: null };
    const quoted = { ...own, id: 'quoted', level: 'legacy', when: TEXT, by: 'document', from, pages: ['a/page.md'] };
    expect(needs).toEqual([own, quoted]);
  });

  it('may be unknown, with the reason', () => {
    const { ifClosed: _, ...entry } = KNOWN;
    expect(find([{ ...entry, level: 'unknown' }], {})).toEqual({ found: ['own'], needs: ['own'], faults: [] });
  });
});

describe('an entry is about a rule', () => {
  const flow = flowOf('f', ['front'], ['edge'], 443);
  const cases: { fact: string; rule: Partial<PortRule>; selector: object; hit: boolean }[] = [
    { fact: 'of its port', rule: {}, selector: { ports: '443' }, hit: true },
    { fact: 'of no other port', rule: {}, selector: { ports: '44' }, hit: false },
    { fact: 'of one of its roles', rule: {}, selector: { role: ['edge', 'front'] }, hit: true },
    { fact: 'that has all it asks for', rule: {}, selector: { role: 'front', ports: '80' }, hit: false },
    {
      fact: 'with a part of its note',
      rule: { notes: { en: 'Audio ports.', ko: null, by: { en: 'document', ko: null } } },
      selector: { note: ['Video', 'Audio'] },
      hit: true,
    },
    { fact: 'with such a note, and not none', rule: {}, selector: { note: 'Audio' }, hit: false },
    { fact: 'to a role', rule: flow, selector: { destination: 'edge' }, hit: true },
    { fact: 'from anybody', rule: { ...flow, source: endOf([], 'any') }, selector: { source: 'any' }, hit: true },
    {
      fact: 'from anybody, and not from those that Any is narrowed to',
      rule: { ...flow, source: endOf(['front'], 'narrowed') },
      selector: { source: 'any' },
      hit: false,
    },
  ];

  it.each(cases)('$fact', ({ rule, selector, hit }) => {
    expect(find([{ ...KNOWN, rules: [selector] }], { rule }).found).toEqual([hit ? 'own' : null]);
  });
});

describe('an entry that is none', () => {
  it.each([
    { fact: 'says so without a reason', entry: BARE },
    { fact: 'says so by a document, without a quotation', entry: { ...BARE, by: 'document' } },
    { fact: 'has quotation and reason', entry: { ...QUOTED, reason: TEXT } },
    { fact: 'has pages without a quotation', entry: { ...KNOWN, pages: ['a.md'] } },
    { fact: 'does not say what stops working', entry: { ...KNOWN, ifClosed: undefined } },
    { fact: 'knows what stops working where nothing is known', entry: { ...KNOWN, level: 'unknown' } },
    { fact: 'has no condition where the level has one', entry: { ...KNOWN, level: 'only-if' } },
    { fact: 'has a text in one language', entry: { ...KNOWN, reason: { en: 'Because.' } } },
    { fact: 'is about no rule', entry: { ...KNOWN, rules: [] } },
  ])('$fact', ({ entry }) => {
    expect(NeedEntry.safeParse(entry).success).toBe(false);
  });
});

it('a selector that selects nothing is no longer needed', () => {
  const entries = [
    { ...KNOWN, rules: [{ ports: '443' }, { ports: ['80', '81'], role: 'edge' }] },
    { ...KNOWN, id: 'other', rules: [{ ports: '1' }] },
  ];
  const own = vocabularyOf({ needs: entries.map((entry) => NeedEntry.parse(entry)) });
  const counts = countVocabulary(own, [], { ...assemble([], own).catalog, ports: [ruleOf({ ports: port(443) })] });
  const found = checkVocabulary(counts.filter(({ file }) => file === 'needs'));
  expect(found.map(({ code, text }) => `${code} ${text}`)).toEqual(['unused own: edge 80 81', 'unused other']);
});

it('a fault is an error of needs.yaml that names the rule', () => {
  const found = checkNeeds([{ rule: 'p/t/r', message: 'no entry is about it' }]);
  const document = 'scraper/vocabulary/needs.yaml';
  expect(found).toMatchObject([{ severity: 'error', code: 'needs', document, text: 'p/t/r' }]);
});

describe.skipIf(sharedDocs === null)(`what is quoted from the text of pages${withoutDocs}`, () => {
  it('stands there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pages-'));
    const git = (...args: string[]) =>
      execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    git('clone', '--quiet', '--bare', '--branch', 'live-sxs', join(sharedDocs ?? '', 'repository.bundle'), folder);
    const bare = (text: string) => text.replace(/<[^>]*>|[\s*]/g, '').toLowerCase();
    const says = (page: string, quotation: string) =>
      [...git('--git-dir', folder, 'show', `live-sxs:${page}`).matchAll(/data-stu-id="[^"]*">(.*?)<\/span>/gs)].some(
        ([, said = '']) => bare(said).includes(bare(quotation)),
      );
    const quotations = vocabulary.entries.needs.flatMap(({ from = '', pages = [] }) =>
      pages.map((page) => ({ page, from })),
    );
    const missing = quotations.filter(({ page, from }) => !says(page, from));
    rmSync(folder, { recursive: true });
    expect(missing).toEqual([]);
    expect(quotations.length).toBeGreaterThan(0);
  });
});
