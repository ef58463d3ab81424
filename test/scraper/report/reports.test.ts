import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnostic } from '../../../scraper/src/model/diagnostic.ts';
import type { ScrapeReport } from '../../../scraper/src/model/report.ts';
import { markdownReport } from '../../../scraper/src/report/markdown.ts';
import { plainReport } from '../../../scraper/src/report/plain.ts';
import { treeByRemark } from '../../support/remark-page.ts';

/** A report in which everything that comes from a document is this text. */
function reportWith(text: string): ScrapeReport {
  const document = { id: text, path: text, commit: null, sha256: '0'.repeat(64), rules: 1, withdrawn: null };
  const rule = { id: text, table: text, document: 'another' };
  const fields = [{ field: 'notes', before: { en: null, ko: text }, after: { en: text, ko: null } }];
  const word = { published: text, corrected: text, count: 2, rules: [text] };
  return {
    $schema: 'lync-port-report/1',
    summary: 'Facts changed.',
    factsChanged: true,
    documents: {
      new: [document],
      changed: [{ ...document, before: { commit: text, sha256: '1'.repeat(64) }, factsChanged: true }],
      unchanged: [document],
      gone: [{ ...document, withdrawn: { date: '2020-11-21', commit: text } }],
      notScraped: [document],
    },
    rules: { added: [rule], removed: [rule], changed: [{ ...rule, was: text, fields }], fields: { notes: 1 } },
    text: { rules: 1, fields: { notes: 1 }, cells: 1, tables: 1, titles: 1 },
    mistranslations: { new: [word], gone: [word] },
    tables: [{ document: text, table: 1, is: 'doubtful', because: text }],
    unresolved: [diagnostic('error', 'unknown-role', 'no such role', text, { table: 1, row: 1, column: text, text })],
  };
}

interface Found {
  /** The tags of the elements, and the text that stands outside code. */
  tags: Set<string>;
  bare: string;
  rows: number[];
}

type Tree = { type: string; tagName?: string; value?: string; children?: readonly unknown[] };

function look(node: Tree, found: Found = { tags: new Set(), bare: '', rows: [] }): Found {
  if (node.type === 'text') found.bare += node.value;
  if (node.tagName !== undefined) found.tags.add(node.tagName);
  if (node.type === 'comment') found.tags.add('comment');
  const children = (node.children ?? []) as readonly Tree[];
  if (node.tagName === 'tr') found.rows.push(children.filter(({ type }) => type === 'element').length);
  if (node.tagName !== 'code') for (const child of children) look(child, found);
  return found;
}

const TAGS = ['p', 'strong', 'h3', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'code', 'br'];

const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '@octocat @org/team',
  '#1 GH-1 fixes #2',
  '[a](https://example.com) https://example.com www.example.com a@example.com',
  'a | b | c',
  '\\|',
  '\\\\|x|\\',
  '`code` ``two`` ```',
  '` | `',
  '| --- | --- |',
  '**bold** _it_ ~~no~~ ![x](y)',
  '</code></td></table><h1>x',
  '&lt;b&gt; &#64;octocat',
  'line\n\n# heading\n- list\n\n```\nfence',
  '<!-- comment',
  '-->',
  ' leading and trailing ',
];

describe('a report as Markdown', () => {
  const shapeOf = (text: string) => look(treeByRemark(markdownReport(reportWith(text))));
  const { bare, rows } = shapeOf('x');

  it.each(HOSTILE)('shows %j as text, in code', (text) => {
    const found = shapeOf(text);
    expect([...found.tags].filter((tag) => !TAGS.includes(tag))).toEqual([]);
    expect(found.rows).toEqual(rows);
    expect(found.bare).toBe(bare);
  });

  it('has the same shape whatever documents say', () => {
    const piece = fc.oneof(
      fc.constantFrom(...HOSTILE, '|', '\\', '`', '<', '>', '@', '&', '\n', ' '),
      fc.string({ unit: 'binary' }),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 6 }).map((parts) => `x${parts.join('')}`);
    fc.assert(
      fc.property(text, (said) => {
        const found = shapeOf(said);
        expect([found.rows, found.bare]).toEqual([rows, bare]);
      }),
      { numRuns: Number(process.env.REPORT_RUNS ?? 100) },
    );
  });

  it('tells the words as they are published', () => {
    expect(markdownReport(reportWith('a | `b`'))).toContain('| `` a \\| `b` `` | `` a \\| `b` `` | 2 |');
  });

  it('is no longer than GitHub takes', () => {
    const report = reportWith('가'.repeat(5000));
    const [rule] = report.rules.changed;
    if (rule !== undefined) report.rules.changed = Array.from({ length: 1000 }, () => rule);
    report.unresolved = Array.from(
      { length: 1000 },
      () => report.unresolved[0] ?? diagnostic('error', 'unknown-port', 'x', 'x'),
    );
    const text = markdownReport(report);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/And 9\d\d more\./);
  });
});

describe('a report for the eye', () => {
  it('writes nothing to a terminal that it would act on', () => {
    const lines = plainReport(reportWith('\u001b]0;title\u0007\u001b[31mred\u202e\n\r'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test looks for these characters, which a terminal obeys.
    expect(lines.slice(1).filter((line) => /[\u0000-\u001f\u007f-\u009f\u202e]/.test(line))).toEqual([]);
  });

  it('counts what is unresolved, errors first: each was told when it was found', () => {
    const report = reportWith('x');
    report.unresolved = [
      diagnostic('warning', 'not-a-port-table', 'x', 'a.md'),
      ...['b.md', 'b.md', 'c.md'].map((path) => diagnostic('error', 'unread-row', 'x', path)),
      diagnostic('error', 'unknown-header', 'x', 'b.md'),
    ];
    const lines = plainReport(report);
    expect(lines.slice(lines.indexOf('unresolved, each told above:') + 1)).toEqual([
      '  error       3  unread-row        in 2 documents',
      '  error       1  unknown-header    in 1 document',
      '  warning     1  not-a-port-table  in 1 document',
      '',
      '1 table: 0 port tables, 1 doubtful, 0 of other things',
    ]);
  });

  it('shows the first of many lines, and how many there are', () => {
    const report = reportWith('x');
    report.mistranslations.new = Array.from({ length: 50 }, (_, at) => {
      return { published: `${at}`, corrected: 'x', count: 1, rules: [] };
    });
    expect(plainReport(report)).toContain('  and 30 more');
  });
});
