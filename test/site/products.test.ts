import { ports, scenarios } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { fieldsThat } from '../../packages/catalog/src/fields.ts';
import { columnsOf, fieldsIn } from '../../site/src/lib/columns.ts';
import { alone, comparedPairs } from '../../site/src/lib/compared.ts';
import { LANGUAGES } from '../../site/src/lib/lang.ts';
import { besides, byRole, portPages } from '../../site/src/lib/port-pages.ts';
import { badgesOf, byRelease, equalRowsOf, namesOf, rowsOf, talliesOf } from '../../site/src/lib/products.ts';
import { sayGroup, scenarioGroups } from '../../site/src/lib/scenario-groups.ts';

const named = (...years: string[]) => byRelease.filter(({ name }) => years.some((year) => name.en.includes(year)));

describe('products', () => {
  it('stand in the order of their releases, those without a year last', () => {
    const years = byRelease.map(({ name }) => /\d{4}$/.exec(name.en)?.[0] ?? '9999');
    expect(years).toEqual([...years].sort());
  });

  it.each([
    [['2015', '2019'], 'Skype for Business Server 2015 and 2019', '비즈니스용 Skype 서버 2015, 2019'],
    [['2013'], 'Lync Server 2013', 'Lync Server 2013'],
    [
      ['2013', '2015'],
      'Lync Server 2013 and Skype for Business Server 2015',
      'Lync Server 2013, 비즈니스용 Skype 서버 2015',
    ],
    [['Cloud'], 'Skype for Business Cloud Connector Edition', '비즈니스용 Skype 클라우드 커넥터 에디션'],
  ])('%j are said in a few words', (years, en, ko) => {
    expect(namesOf(named(...years), 'en')).toBe(en);
    expect(namesOf(named(...years), 'ko')).toBe(ko);
  });

  it.each(scenarios)('have in $id as many rules as are told of them', ({ id }) => {
    const rules = ports.filter(({ scenario }) => scenario === id);
    const told = talliesOf(rules, byRelease).flatMap(({ products, count }) => products.map(() => count));
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(rules.length);
  });

  it('stand side by side where they have a scenario in common, the older first', () => {
    for (const [a, b] of comparedPairs) {
      expect(byRelease.indexOf(a)).toBeLessThan(byRelease.indexOf(b));
      const of = (product: string) => new Set(ports.flatMap((rule) => (rule.product === product ? rule.scenario : [])));
      expect(of(a.id).intersection(of(b.id)).size).toBeGreaterThan(0);
    }
    expect([...new Set(comparedPairs.flat()), ...alone].sort()).toEqual([...byRelease].sort());
  });
});

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
/** A fact without the words for it. */
const bare = (value: unknown) => JSON.stringify(value, (key, part) => (key === 'text' ? undefined : part));

describe('rows', () => {
  const rows = rowsOf(ports);

  it('stand for every rule, each product of a row once', () => {
    expect(rows.reduce((sum, { products }) => sum + products.length, 0)).toBe(ports.length);
  });

  it('put rules together only where they are of one published row and say the same', () => {
    const said = ({ id: _, product, table: __, corrections: ___, ...rest }: (typeof ports)[number]) => {
      // A flow of another page is known by its rule, which each product has of its own.
      const known = <Party extends { from: string }>({ from, ...party }: Party) => ({
        ...party,
        from: from.replace(product, ''),
      });
      return { ...rest, callers: rest.callers.map(known), calls: rest.calls.map(known) };
    };
    for (const { rule, products } of rows) {
      const same = products.map(({ id }) => ports.find((each) => each.id === rule.id.replace(rule.product, id)));
      for (const each of same) expect(each && said(each)).toEqual(said(rule));
    }
  });

  it('are one row where products state the same facts, with a badge for each published one, none lost', () => {
    const equal = equalRowsOf(ports);
    expect(equal.flatMap(({ rules }) => rules).sort(byId)).toEqual([...ports].sort(byId));
    expect(equal.length).toBeLessThan(rows.length);
    for (const row of equal) {
      const [first, ...others] = row.rules;
      for (const other of others) {
        for (const fact of fieldsThat('fact')) expect(bare(other[fact])).toBe(bare(first?.[fact]));
      }
      // No product has two of them.
      expect(new Set(row.rules.map(({ product }) => product)).size).toBe(row.rules.length);
      for (const lang of LANGUAGES) {
        const names = badgesOf(row, lang).map(({ name }) => name);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toHaveLength(rowsOf(row.rules).length);
      }
    }
  });

  it('stand on a port page role by role, none lost', () => {
    const sorted = byRole(ports);
    expect([...sorted].sort(byId)).toEqual([...ports].sort(byId));
    const roles = sorted.map(({ role }) => role).filter((role, at, all) => role !== all[at - 1]);
    expect(new Set(roles).size).toBe(roles.length);
  });
});

describe('the groups of scenarios', () => {
  it('have every scenario once, and a name in both languages', () => {
    const groups = scenarioGroups();
    expect(groups.flatMap(({ scenarios: its }) => its.map(({ id }) => id)).sort()).toEqual(
      scenarios.map(({ id }) => id).sort(),
    );
    for (const { group } of groups) for (const lang of LANGUAGES) expect(sayGroup(group, lang)).not.toBe('');
  });
});

describe('the columns of a table', () => {
  const has = (id: string) => ports.filter(({ scenario }) => scenario === id);

  it('of virtual IPs are what a load balancer is set up with', () => {
    const columns = columnsOf('virtual-ip', has('load-balancer-virtual-ips'));
    expect(columns).toEqual([
      'port',
      'protocols',
      'virtualIp',
      'who',
      'nodePort',
      'monitor',
      'persistence',
      'firewall',
      'callers',
    ]);
  });

  it('of media ranges are the property and what it is for, without transports that no page states', () => {
    expect(columnsOf('media-range', has('qos-servers'))).toEqual(['port', 'who', 'service', 'property']);
  });

  it('say at the port what is optional, and in the notes which product a row is for', () => {
    expect(fieldsIn('port')).toEqual(['ports', 'optional']);
    expect(fieldsIn('notes')).toContain('releases');
  });
});

describe('port pages', () => {
  it('are there for the ports of servers behind a virtual IP, and say so', () => {
    const behind = ports.flatMap((rule) => rule.nodePorts?.ranges.map((range) => ({ range, rule })) ?? []);
    expect(behind.length).toBeGreaterThan(0);
    for (const { range, rule } of behind) {
      expect(portPages()).toContainEqual(range);
      const itself = rule.ports?.ranges.some(({ from, to }) => from === range.from && to === range.to) === true;
      expect(besides(range).behind.includes(rule)).toBe(!itself);
    }
  });
});
