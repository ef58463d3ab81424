import { describe, expect, it } from 'vitest';
import { compareRules } from '../../packages/catalog/src/compare.ts';
import { byId, compare, findPorts, type PortRule, ports } from '../../packages/catalog/src/index.ts';

const LYNC = 'lync-server-2013';
const SKYPE = 'skype-for-business-server-2015';
const DIRECTOR = 'internal-servers/director-front-end-service-5061-tcp';
/** The tables of two pages that are editions of each other. */
const PAIR: readonly string[] = ['internal-servers', 'hardware-load-balancing', 'clients', 'ipsec-exemptions'];
const EXEMPTION = 'ipsec-exemptions/mediation-server-inbound';

/** The two products' rules, with one of Skype for Business changed. */
function withChanged(name: string, change: Partial<PortRule>): PortRule[] {
  const id = `${SKYPE}/${name}`;
  expect(byId(id)).toBeDefined();
  return ports.map((rule) => (rule.id === id ? { ...rule, ...change } : rule));
}

describe('Lync Server 2013 beside Skype for Business Server 2015', () => {
  const { same, changed, onlyInA, onlyInB } = compare(LYNC, SKYPE);

  const ofPair = ({ product, table }: PortRule) => PAIR.includes(table.slice(product.length + 1));

  it('of the pages that both have, the row of the file share is the only one that Lync Server lacks', () => {
    expect(onlyInB.filter(ofPair).map(({ id }) => id)).toEqual([
      'skype-for-business-server-2015/internal-servers/front-end-server-file-share-server-access-445-tcp-smb',
    ]);
    expect(onlyInA.filter(ofPair)).toEqual([]);
    expect(changed.filter(({ a }) => ofPair(a))).toEqual([]);
  });

  it('each rule of either is the same, changed or only in one', () => {
    const inBoth = same.length + changed.length;
    expect(inBoth + onlyInA.length).toBe(findPorts({ product: LYNC }).length);
    expect(inBoth + onlyInB.length).toBe(findPorts({ product: SKYPE }).length);
    expect(same.length).toBeGreaterThanOrEqual(105);
  });

  it('what is the same has the same id but for the product', () => {
    for (const { a, b } of same) expect(b.id).toBe(a.id.replace(LYNC, SKYPE));
  });

  it('the other way round it is the same with the sides changed', () => {
    const back = compare(SKYPE, LYNC);
    expect(new Set(back.same.map(({ a, b }) => `${b.id} ${a.id}`))).toEqual(
      new Set(same.map(({ a, b }) => `${a.id} ${b.id}`)),
    );
    expect([back.onlyInA, back.onlyInB]).toEqual([onlyInB, onlyInA]);
  });

  it('a product is the same as itself', () => {
    const { same: all, ...rest } = compare(LYNC, LYNC);
    expect(all.every(({ a, b }) => a === b)).toBe(true);
    expect(rest).toEqual({ changed: [], onlyInA: [], onlyInB: [] });
  });
});

describe('a rule that states something else in the second product is changed, and says in what', () => {
  it.each<{ rule: string; change: Partial<PortRule>; fields: string[] }>([
    { rule: DIRECTOR, change: { transports: ['udp'] }, fields: ['transports'] },
    { rule: DIRECTOR, change: { protocols: ['tls'] }, fields: ['protocols'] },
    { rule: DIRECTOR, change: { direction: 'inbound', transports: [] }, fields: ['direction', 'transports'] },
    // An IPsec rule is told by its name, so its id stays when its ports change.
    {
      rule: EXEMPTION,
      change: { ports: { text: '443', ranges: [{ from: 443, to: 443 }], any: false, configurable: false } },
      fields: ['ports'],
    },
    { rule: EXEMPTION, change: { sourcePorts: null }, fields: ['sourcePorts'] },
    { rule: EXEMPTION, change: { authentication: null }, fields: ['authentication'] },
    { rule: EXEMPTION, change: { destination: null }, fields: ['destination'] },
  ])('$rule: $fields', ({ rule, change, fields }) => {
    const before = compare(LYNC, SKYPE);
    const { changed, onlyInB } = compareRules(withChanged(rule, change), LYNC, SKYPE);
    const inShort = (list: typeof changed) => list.map(({ a, b, fields: differ }) => ({ a: a.id, b: b.id, differ }));
    const others = inShort(before.changed);
    expect(inShort(changed).filter(({ a }) => !others.some((other) => other.a === a))).toEqual([
      { a: `${LYNC}/${rule}`, b: `${SKYPE}/${rule}`, differ: fields },
    ]);
    expect(onlyInB).toHaveLength(before.onlyInB.length);
  });
});

describe('a rule is about something else', () => {
  it('where another port is opened: it is in one product, and another in the other', () => {
    const rules = withChanged(DIRECTOR, {
      ports: { text: '1', ranges: [{ from: 1, to: 1 }], any: false, configurable: false },
    });
    const { changed, onlyInA, onlyInB } = compareRules(rules, LYNC, SKYPE);
    expect(changed.map(({ a }) => a.id)).toEqual(compare(LYNC, SKYPE).changed.map(({ a }) => a.id));
    expect(onlyInA.map(({ id }) => id)).toContain(`${LYNC}/${DIRECTOR}`);
    expect(onlyInB.map(({ id }) => id)).toContain(`${SKYPE}/${DIRECTOR}`);
  });

  it('but not where only its texts differ', () => {
    const text = { en: 'Another note.', ko: null, by: { en: 'project', ko: null } } as const;
    const { same } = compareRules(withChanged(DIRECTOR, { notes: text }), LYNC, SKYPE);
    expect(same).toHaveLength(compare(LYNC, SKYPE).same.length);
  });
});
