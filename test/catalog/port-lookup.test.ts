import { describe, expect, it } from 'vitest';
import { type PortRule, type PortSet, portsFor } from '../../packages/catalog/src/index.ts';
import { indexPorts, lookUpPort } from '../../packages/catalog/src/port-index.ts';
import { readList } from '../support/catalog-data.ts';

const rules = readList('ports') as PortRule[];

/** Ids of the rules of which something is true of a range of ports. */
function idsWhere(is: (range: PortSet['ranges'][number]) => boolean): string[] {
  return rules.filter((rule) => rule.ports?.ranges.some(is)).map(({ id }) => id);
}

function idsOf(list: readonly PortRule[]): string[] {
  return list.map(({ id }) => id);
}

/** A rule with these ranges; what is not about ports is any rule's. */
function ruleWith(id: string, ...ranges: (readonly [from: number, to: number])[]): PortRule {
  const [any] = rules as [PortRule, ...PortRule[]];
  const ports = { text: '', ranges: ranges.map(([from, to]) => ({ from, to })), any: false, configurable: false };
  return { ...any, id: id as PortRule['id'], ports };
}

describe('what uses a port, and what covers it', () => {
  it('a port that rules name, with the ranges around it apart', () => {
    const { port, named, covering } = portsFor(5061);
    expect(port).toBe(5061);
    expect(idsOf(named)).toEqual(idsWhere(({ from, to }) => from === 5061 && to === 5061));
    expect(idsOf(named)).toContain('lync-server-2013/internal-servers/director-front-end-service-5061-tcp');
    // On the pages only the clients' range 1024-65535 goes around 5061.
    expect(new Set(covering.map((rule) => rule.ports?.text))).toEqual(new Set(['1024-65535*', '1024-65535']));
  });

  it('a port that no rule names, inside ranges', () => {
    const { named, covering } = portsFor(50123);
    expect(named).toEqual([]);
    expect(idsOf(covering)).toEqual(idsWhere(({ from, to }) => from <= 50123 && 50123 <= to));
    expect(new Set(covering.map((rule) => rule.ports?.text))).toEqual(
      // The media ranges of Edge Servers and of servers, as different pages print them.
      new Set([
        ...['49152-65535', '49152-57500', '49152-57499', '49152-65534', '1024-65535*', '1024-65535'],
        ...['50,000-59,999', '50000-59999', 'TCP 443; TCP 50,000-59,999', 'UDP 3478; UDP 50,000 - 59,999'],
        ...['TCP 49 152 - 57 500*', 'UDP 49 152 - 57 500', 'UDP 49 152 -57 500*'],
      ]),
    );
  });

  it('a port that nothing names or covers', () => {
    expect(portsFor(2)).toMatchObject({ named: [], covering: [] });
  });

  it('two ports of one cell, 67/68, are each named', () => {
    for (const port of [67, 68]) {
      expect(new Set(portsFor(port).named.map((rule) => rule.ports?.text))).toEqual(new Set(['67/68']));
    }
  });

  it('rules for any port are apart, and the same for every port', () => {
    const { any, exemptions } = portsFor(5061);
    const forAny = rules.filter((rule) => rule.ports?.any);
    expect(idsOf(any)).toEqual(idsOf(forAny.filter(({ kind }) => kind !== 'ipsec-exemption')));
    expect(idsOf(exemptions)).toEqual(idsOf(forAny.filter(({ kind }) => kind === 'ipsec-exemption')));
    expect(portsFor(2)).toMatchObject({ any, exemptions });
  });

  it.each([
    { end: 'before the first', port: 49999, covered: false },
    { end: 'the first', port: 50000, covered: true },
    { end: 'the last', port: 59999, covered: true },
    { end: 'after the last', port: 60000, covered: false },
  ])('of the range 50,000-59,999, $end port: covered $covered', ({ port, covered }) => {
    const texts = portsFor(port).covering.map((rule) => rule.ports?.text);
    expect(texts.includes('50,000-59,999')).toBe(covered);
  });

  it.each([1, 1023, 1024, 57500, 57501, 65535])(
    'port %i, at an end of ranges, as a walk over all rules finds it',
    (port) => {
      const { named, covering } = portsFor(port);
      expect(idsOf(named)).toEqual(idsWhere(({ from, to }) => from === to && from === port));
      expect(idsOf(covering)).toEqual(idsWhere(({ from, to }) => from < to && from <= port && port <= to));
    },
  );

  it('every port there is, as a walk over all rules finds it', () => {
    const ranges = rules.flatMap((rule) => (rule.ports?.ranges ?? []).map((range) => ({ ...range, rule })));
    const edges = new Set([1, 65535, ...ranges.flatMap(({ from, to }) => [from - 1, from, to, to + 1])]);
    for (const port of [...edges].filter((edge) => edge >= 1 && edge <= 65535)) {
      const around = ranges.filter(({ from, to }) => from <= port && port <= to).map(({ rule }) => rule.id);
      const { named, covering } = portsFor(port);
      expect(idsOf([...named, ...covering]).sort(), `port ${port}`).toEqual(around.sort());
    }
  });

  it.each([0, -1, 65536, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '5061', undefined, null])(
    '%j is no port',
    (port) => {
      expect(() => portsFor(port as number)).toThrow(RangeError);
      expect(() => portsFor(port as number)).toThrow(`not ${String(port)}`);
    },
  );

  it('what a look-up returns cannot be changed', () => {
    const lookup = portsFor(5061);
    for (const list of [lookup.named, lookup.covering, lookup.any, lookup.exemptions, portsFor(2).named]) {
      expect(Object.isFrozen(list)).toBe(true);
    }
  });
});

describe('rules that no page has', () => {
  it.each([
    {
      fact: 'ranges that overlap',
      port: 15,
      covering: ['a', 'b'],
      rules: [ruleWith('a', [10, 20]), ruleWith('b', [15, 30])],
    },
    { fact: 'ranges that touch', port: 20, covering: ['a'], rules: [ruleWith('a', [10, 20]), ruleWith('b', [21, 30])] },
    {
      fact: 'a range inside another',
      port: 15,
      covering: ['a', 'b'],
      rules: [ruleWith('a', [1, 65535]), ruleWith('b', [15, 16])],
    },
    { fact: 'a gap between ranges', port: 25, covering: [], rules: [ruleWith('a', [10, 20]), ruleWith('b', [30, 40])] },
    { fact: 'no rules at all', port: 25, covering: [], rules: [] },
  ])('$fact', ({ port, covering, rules: given }) => {
    expect(idsOf(lookUpPort(indexPorts(given), port).covering)).toEqual(covering);
  });

  it('a rule that names a port and has a range around it is found as both', () => {
    const { named, covering } = lookUpPort(indexPorts([ruleWith('a', [15, 15], [10, 20])]), 15);
    expect([idsOf(named), idsOf(covering)]).toEqual([['a'], ['a']]);
  });

  it('a range that is on a rule twice covers a port once', () => {
    const { covering } = lookUpPort(indexPorts([ruleWith('a', [10, 20], [12, 18])]), 15);
    expect(idsOf(covering)).toEqual(['a']);
  });
});
