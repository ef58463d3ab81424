import { describe, expect, it } from 'vitest';
import type { PortRule } from '../../../packages/catalog/src/record.ts';
import { readList } from '../../support/catalog-data.ts';
import { check } from './check.ts';
import { type PublishedRow, rowsOf, snapshots } from './published.ts';

const rules = readList('ports') as PortRule[];
const rows = snapshots().flatMap(rowsOf);

const placeOf = ({ document, table, row }: PortRule['origin']) => `${document} ${table}.${row}`;
const rulesOf = Map.groupBy(rules, ({ origin }) => placeOf(origin));
const own = (row: PublishedRow) => rulesOf.get(placeOf(row)) ?? [];

describe('every published row, read by its English alone', () => {
  const checked = rows.map((row) => ({ row, ...check(row, own(row)) }));

  // 588 rows in the 67 tables of servers, clients, flows and IPsec, 10 in five tables of virtual IPs, 42 in nine of media
  // ranges, two each of dial-in conferencing and of the Skype Meetings App, and three in the sentences of one table.
  it('is one of 647 in 84 tables', () => {
    const tables = new Set(rows.map(({ document, table }) => `${document} ${table}`));
    expect([rows.length, tables.size]).toEqual([588 + 10 + 42 + 2 + 2 + 3, 67 + 5 + 9 + 1 + 1 + 1]);
    const kinds = new Map(checked.flatMap(({ row, reading }) => reading.says.map(({ kind }) => [placeOf(row), kind])));
    const count = (kind: string) => [...kinds.values()].filter((each) => each === kind).length;
    expect(count('virtual-ip')).toBe(10);
    // Nine rows of counts belong to the rows of their starts, two add up the others.
    expect(count('media-range')).toBe(42 - 9 - 2);
  });

  it('states what its rules state', () => {
    expect(checked.flatMap(({ disagreements }) => disagreements)).toEqual([]);
  });

  it('is accounted for: a rule, a blank, a total, or the count of another row', () => {
    const silent = checked.flatMap(({ row, reading }) =>
      reading.silent === null ? [] : [[reading.silent, placeOf(row)]],
    );
    expect(silent.filter(([why]) => why !== 'count of another row')).toEqual(
      [
        ['total', 'lync-server-2013/configuring-port-ranges-for-your-edge-servers 1.4'],
        ['blank', 'lync-server-2013/ports-and-protocols-for-internal-servers 3.6'],
        ['blank', 'skype-for-business-server-2015/plan-network-requirements-for-skype-for-business 1.16'],
        [
          'total',
          'skype-for-business-server-2015/configuring-port-ranges-and-a-quality-of-service-policy-for-your-edge-servers 1.4',
        ],
      ].toSorted(([, a = ''], [, b = '']) => a.localeCompare(b)),
    );
    expect(silent.filter(([why]) => why === 'count of another row')).toHaveLength(9);
    const without = checked.filter(({ row, reading }) => reading.silent === null && own(row).length === 0);
    expect(without.map(({ row }) => placeOf(row))).toEqual([]);
  });

  it('has no rule whose row is not there', () => {
    const places = new Set(rows.map(placeOf));
    expect(rules.filter(({ origin }) => !places.has(placeOf(origin))).map(({ id }) => id)).toEqual([]);
  });
});

type Change = (rule: PortRule) => PortRule | null;
type Ports = NonNullable<PortRule['ports']>;

/** One more port, another number, none, and so on; null where a rule has nothing to change. */
const portChanges = (field: 'ports' | 'sourcePorts' | 'nodePorts'): Record<string, Change> => {
  const change = (make: (set: Ports) => Ports | null) => (rule: PortRule) => {
    const set = rule[field] && make(rule[field]);
    return set && { ...rule, [field]: set };
  };
  return {
    [`${field} begin one later`]: change((set) =>
      set.ranges.length === 0 ? null : { ...set, ranges: set.ranges.map(({ from, to }) => ({ from: from + 1, to })) },
    ),
    [`${field} end one sooner`]: change((set) =>
      set.ranges.length === 0 ? null : { ...set, ranges: set.ranges.map(({ from, to }) => ({ from, to: to - 1 })) },
    ),
    [`${field} lack the last`]: change((set) =>
      set.ranges.length === 0 ? null : { ...set, ranges: set.ranges.slice(0, -1) },
    ),
    [`${field} have one more`]: change((set) => ({ ...set, ranges: [...set.ranges, { from: 7, to: 7 }] })),
    [`${field} are any or not`]: change((set) => ({ ...set, any: !set.any })),
    [`${field} are configurable or not`]: change((set) => ({ ...set, configurable: set.configurable !== true })),
    [`${field} are not known to be configurable`]: change((set) =>
      set.configurable === null ? null : { ...set, configurable: null },
    ),
    [`${field} are missing`]: (rule) => rule[field] && { ...rule, [field]: null },
  };
};

const endChanges = (field: 'source' | 'destination'): Record<string, Change> => {
  const change = (make: (end: NonNullable<PortRule['source']>) => PortRule['source'] | null) => (rule: PortRule) => {
    const end = rule[field] && make(rule[field]);
    return end && { ...rule, [field]: end };
  };
  return {
    [`${field} is any or not`]: change((end) => ({ ...end, any: !end.any })),
    [`${field} is narrowed or not`]: change((end) => ({ ...end, narrowed: !end.narrowed })),
    [`${field} is one role more`]: change((end) => ({ ...end, roles: [...end.roles, 'sql-server'] })),
    [`${field} is one role less`]: change((end) =>
      end.roles[0] === undefined ? null : { ...end, roles: end.roles.slice(1) },
    ),
    [`${field} is another role`]: change((end) =>
      end.roles[0] === undefined ? null : { ...end, roles: ['call-park', ...end.roles.slice(1)] },
    ),
    [`${field} is missing`]: (rule) => rule[field] && { ...rule, [field]: null },
  };
};

const CHANGES: Record<string, Change> = {
  ...portChanges('ports'),
  ...portChanges('sourcePorts'),
  ...portChanges('nodePorts'),
  ...endChanges('source'),
  ...endChanges('destination'),
  'ends are exchanged': (rule) =>
    JSON.stringify(rule.source?.roles) === JSON.stringify(rule.destination?.roles)
      ? null
      : { ...rule, source: rule.destination, destination: rule.source },
  'kind is another': (rule) => ({ ...rule, kind: rule.kind === 'listener' ? 'client' : 'listener' }),
  'role is another': (rule) => ({ ...rule, role: rule.role === 'director' ? 'edge-server' : 'director' }),
  'service is another': (rule) => ({ ...rule, service: rule.service === 'audio' ? 'video' : 'audio' }),
  'a transport is more or less': (rule) => ({
    ...rule,
    transports: rule.transports.includes('udp')
      ? rule.transports.filter((each) => each !== 'udp')
      : [...rule.transports, 'udp'],
  }),
  'transports are implied or not': (rule) => ({ ...rule, transportsImplied: !rule.transportsImplied }),
  'a protocol is more': (rule) => ({ ...rule, protocols: [...rule.protocols, 'xmpp'] }),
  'a protocol is less': (rule) =>
    rule.protocols.length === 0 ? null : { ...rule, protocols: rule.protocols.slice(1) },
  'node ports are those of the virtual IP': (rule) =>
    rule.nodePorts === null || JSON.stringify(rule.nodePorts.ranges) === JSON.stringify(rule.ports?.ranges)
      ? null
      : { ...rule, nodePorts: rule.ports },
  'monitor is another role': (rule) => rule.monitor && { ...rule, monitor: { ...rule.monitor, role: 'director' } },
  'monitor asks another port': (rule) =>
    rule.monitor && {
      ...rule,
      monitor: { ...rule.monitor, ports: { ...rule.monitor.ports, ranges: [{ from: 5060, to: 5060 }] } },
    },
  'persistence is another': (rule) =>
    rule.persistence && { ...rule, persistence: rule.persistence === 'none' ? 'cookie' : 'none' },
  'name is another': (rule) => (rule.name === null ? null : { ...rule, name: `${rule.name}_2` }),
  'property is another': (rule) => (rule.property === null ? null : { ...rule, property: 'PortStart' }),
  'authentication is another': (rule) => ({ ...rule, authentication: rule.authentication === null ? 'none' : null }),
  'direction is another': (rule) => ({ ...rule, direction: rule.direction === 'inbound' ? 'outbound' : 'inbound' }),
  'optional is another': (rule) => ({ ...rule, optional: rule.optional === null ? true : null }),
  'releases are others': (rule) => ({ ...rule, releases: rule.releases === null ? [rule.product] : null }),
  'interface is another': (rule) => ({
    ...rule,
    interface: { side: rule.interface?.side === 'external' ? 'internal' : 'external', address: null },
  }),
  'firewall is another': (rule) => ({
    ...rule,
    firewall: { at: 'external', way: rule.firewall?.way === 'in' ? 'out' : 'in' },
  }),
  'product is another': (rule) => ({ ...rule, product: 'cloud-connector' }),
};

describe('a rule that is changed in one fact', () => {
  it.each(Object.entries(CHANGES))('is reported where %s', (_, change) => {
    let made = 0;
    const unseen: string[] = [];
    for (const row of rows) {
      for (const rule of own(row)) {
        const changed = change(rule);
        if (changed === null) continue;
        made += 1;
        const all = own(row).map((each) => (each === rule ? changed : each));
        if (check(row, all).disagreements.length === 0) unseen.push(rule.id);
      }
    }
    expect(made).toBeGreaterThan(0);
    expect(unseen).toEqual([]);
  });

  it('is reported where it is missing, or there twice', () => {
    for (const row of rows) {
      for (const rule of own(row)) {
        expect(
          check(
            row,
            own(row).filter((each) => each !== rule),
          ).disagreements,
        ).not.toEqual([]);
        expect(check(row, [...own(row), rule]).disagreements).not.toEqual([]);
      }
    }
  });

  it('is reported where it stands on a blank row, on a total, and on another row', () => {
    const [rule] = rules as [PortRule];
    for (const row of rows.filter((each) => own(each).length === 0)) {
      expect(check(row, [{ ...rule, product: row.products[0] ?? '' }]).disagreements).not.toEqual([]);
    }
  });
});

describe('a word that the reader does not know', () => {
  it('is reported, and taken for no one', () => {
    const row = rows.find(({ cells }) => cells.some(({ header }) => header === 'Source IP address')) as PublishedRow;
    const cells = row.cells.map((cell) =>
      cell.header === 'Source IP address' ? { ...cell, lines: ['Edge Server or Sandbox Server'] } : cell,
    );
    expect(check({ ...row, cells }, own(row)).disagreements).toContain(`${placeOf(row)}: "Sandbox" is not known`);
  });
});
