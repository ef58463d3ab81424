import { type PortRule, ports, scenarios } from '@lync/port-catalog';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { rulesToCsv as packageCsv } from '../../packages/catalog/tools/csv.ts';
import { readData } from '../../packages/catalog/tools/data.ts';
import { rulesToCsv } from '../../site/src/lib/csv.ts';

/** The records of a CSV text; fails where it is not strictly RFC 4180 or a row has another number of cells. */
function recordsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n', relax_quotes: false, relax_column_count: false });
}

describe('the CSV of the site', () => {
  it("is the package's own, row by row", () => {
    const byId = new Map(recordsOf(packageCsv(readData())).map((record) => [record.id, record]));
    expect(recordsOf(rulesToCsv(ports))).toEqual(ports.map(({ id }) => byId.get(id)));
  });

  it.each(scenarios.map(({ id }) => id))('has the rules of %s, in their order', (scenario) => {
    const rules = ports.filter((rule) => rule.scenario === scenario);
    expect(recordsOf(rulesToCsv(rules)).map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  const withNotes = (rule: PortRule, en: string): PortRule => ({
    ...rule,
    protocolNote: null,
    notes: { en, ko: null, by: { en: 'document', ko: null } },
  });
  const noteOf = (text: string) =>
    recordsOf(rulesToCsv(ports.slice(0, 1).map((rule) => withNotes(rule, text))))[0]?.notes;

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://example.com","x")', '\t=1+1', '\r=1+1'])(
    'puts an apostrophe before %j, which a spreadsheet would take for a formula',
    (text) => {
      expect(noteOf(text)).toBe(`'${text}`);
    },
  );

  it.each(['a = b', '5061', 'says "yes", or no', 'two\nlines', 'two\r\nlines', '한국어'])('keeps %j', (text) => {
    expect(noteOf(text)).toBe(text);
  });
});
