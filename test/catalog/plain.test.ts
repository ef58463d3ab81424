import { describe, expect, it } from 'vitest';
import { paint, printCoverage, printRule, printRules } from '../../packages/catalog/src/cli/print.ts';
import { alignColumns } from '../../packages/catalog/src/cli/table.ts';
import type { Coverage } from '../../packages/catalog/src/coverage.ts';
import type { Evidence } from '../../packages/catalog/src/evidence.ts';
import type { LocalizedText, PortRule } from '../../packages/catalog/src/index.ts';
import { ports } from '../../packages/catalog/src/index.ts';

const ESCAPE = '\u001b';
const TEXT = `a${ESCAPE}[31mb\u0007\u009bc\u202ed\u007f`;
const SHOWN = 'a\\u001b[31mb\\u0007\\u009bc\\u202ed\\u007f';
const CONTROL = /[^\P{Cc}\n]|\u202e/u;
const look = { language: 'en', colours: false } as const;

/** A rule whose every text is hostile. */
function hostile(): PortRule {
  const text = { en: TEXT, ko: TEXT, by: { en: 'document', ko: 'document' } } as unknown as LocalizedText;
  const rule = ports.find(({ notes }) => notes !== null) as PortRule;
  const set = { text: TEXT, ranges: [], any: false, configurable: true };
  return {
    ...rule,
    id: TEXT,
    notes: text,
    footnotes: [text],
    protocolNote: text,
    ports: set,
    name: TEXT,
  } as unknown as PortRule;
}

describe('what the command prints', () => {
  it('shows control characters of the data as escapes', () => {
    const rule = hostile();
    const line = { text: TEXT, en: TEXT };
    const evidence = {
      document: { repository: TEXT, commit: TEXT, path: TEXT },
      row: 1,
      table: { index: 1 },
      cells: [{ column: { en: TEXT, ko: TEXT }, lines: [line] }],
    } as unknown as Evidence;
    const coverage = [
      {
        title: { en: TEXT, ko: TEXT },
        holds: { en: TEXT, ko: TEXT },
        see: { name: { en: TEXT, ko: TEXT }, url: TEXT },
      },
    ] as unknown as Coverage[];
    const lines = [...printRules([rule], look), ...printRule(rule, evidence, look), ...printCoverage(coverage, look)];
    expect(lines.join('\n')).toContain(SHOWN);
    expect(lines.filter((each) => CONTROL.test(each))).toEqual([]);
  });

  it('has no escapes but its own where it has colours', () => {
    expect(paint(TEXT, 'bold', { language: 'en', colours: true })).toBe(`${ESCAPE}[1m${SHOWN}${ESCAPE}[22m`);
  });

  it('is aligned as it is shown', () => {
    expect(
      alignColumns([
        ['\u0007', 'x'],
        ['abcdef', 'y'],
      ]),
    ).toEqual(['\\u0007  x', 'abcdef  y']);
  });
});
