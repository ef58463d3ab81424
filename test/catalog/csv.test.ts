import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import type { PortSet } from '../../packages/catalog/src/index.ts';
import { rulesToCsv } from '../../packages/catalog/tools/csv.ts';
import { readData } from '../../packages/catalog/tools/data.ts';

const catalog = readData();
const csv = rulesToCsv(catalog);

/** The records of a CSV text; fails where it is not strictly RFC 4180 or a row has another number of cells. */
function recordsOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, record_delimiter: '\r\n', relax_quotes: false, relax_column_count: false });
}

const records = recordsOf(csv);

function rangesOf(cell = ''): PortSet['ranges'] {
  if (cell === '' || cell === 'any') return [];
  return cell.split(' ').map((part) => {
    const [from, to = from] = part.split('-').map(Number);
    return { from: Number(from), to: Number(to) };
  });
}

function namesOf(list: readonly { id: string; name: { en: string; ko: string | null } }[], id: string | null) {
  return list.find((each) => each.id === id)?.name ?? { en: '', ko: '' };
}

describe('ports.csv', () => {
  it('has a row for every rule, in their order', () => {
    expect(records.map(({ id }) => id)).toEqual(catalog.ports.map(({ id }) => id));
  });

  it('gives the facts of each rule', () => {
    catalog.ports.forEach((rule, at) => {
      const { ports, source_ports, transports, protocols, kind, direction } = records[at] ?? {};
      const facts = {
        ranges: rangesOf(ports),
        any: ports === 'any',
        sourceRanges: rangesOf(source_ports),
        transports: transports?.split(' ').filter(Boolean),
        protocols: protocols?.split(' ').filter(Boolean),
        kind,
        direction,
      };
      expect(facts, rule.id).toEqual({
        ranges: rule.ports?.ranges,
        any: rule.ports?.any,
        sourceRanges: rule.sourcePorts?.ranges ?? [],
        transports: rule.transports,
        protocols: rule.protocols,
        kind: rule.kind,
        direction: rule.direction ?? '',
      });
    });
  });

  it('spells the names out, those of roles and services in both languages', () => {
    catalog.ports.forEach((rule, at) => {
      const { product, scenario, role, role_ko, service, service_ko, source, destination } = records[at] ?? {};
      expect([product, scenario], rule.id).toEqual([
        namesOf(catalog.products, rule.product).en,
        namesOf(catalog.scenarios, rule.scenario).en,
      ]);
      expect({ en: role, ko: role_ko }, rule.id).toEqual(namesOf(catalog.roles, rule.role));
      expect({ en: service, ko: service_ko }, rule.id).toEqual(namesOf(catalog.services, rule.service));
      const ends = [rule.source?.text.en ?? '', rule.destination?.text.en ?? ''];
      expect([source, destination], rule.id).toEqual(ends);
    });
  });

  it('gives the English notes', () => {
    catalog.ports.forEach((rule, at) => {
      for (const text of [rule.notes?.en, rule.protocolNote?.en]) expect(records[at]?.notes).toContain(text ?? '');
    });
  });

  it('ends every row with CR and LF, also the last', () => {
    const unquoted = csv.replace(/"[^"]*"/g, '');
    expect(unquoted.split('\r\n')).toHaveLength(catalog.ports.length + 2);
    expect(unquoted.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(csv.endsWith('\r\n')).toBe(true);
  });
});

describe('what a spreadsheet would take for a formula', () => {
  const [rule] = catalog.ports;

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://example.com","x")', '\t=1+1', '\r=1+1'])(
    '%j gets an apostrophe in front',
    (text) => {
      const notes = { en: text, ko: null, by: { en: 'document', ko: null } } as const;
      const written = rulesToCsv({ ...catalog, ports: rule === undefined ? [] : [{ ...rule, notes }] });
      expect(recordsOf(written)[0]?.notes).toBe(`'${text}`);
    },
  );

  it.each(['a = b', 'SIP/TLS', '5061', 'says "yes", or no', 'two\nlines'])('%j is kept as it is', (text) => {
    const notes = { en: text, ko: null, by: { en: 'document', ko: null } } as const;
    const written = rulesToCsv({ ...catalog, ports: rule === undefined ? [] : [{ ...rule, notes }] });
    expect(recordsOf(written)[0]?.notes).toBe(text);
  });
});
