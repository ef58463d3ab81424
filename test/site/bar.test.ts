import { describe, expect, it } from 'vitest';
import { type PortRule, ports } from '../../packages/catalog/src/index.ts';
import { choicesAmong, dataOf, facetsOf } from '../../site/src/lib/bar.ts';

const ruleThat = (is: (rule: PortRule) => boolean): PortRule => {
  const rule = ports.find(is);
  if (rule === undefined) throw new Error('no such rule');
  return rule;
};

describe('what a row is filtered by', () => {
  it.each([
    ['external', 'in', 'inbound'],
    ['external', 'out', 'outbound'],
    ['internal', 'in', 'inbound'],
    ['internal', 'out', 'outbound'],
  ] as const)('a flow through the %s firewall going %s is %s', (at, way, direction) => {
    const rule = ruleThat(
      ({ firewall, direction: said }) => firewall?.at === at && firewall.way === way && said === null,
    );
    expect(facetsOf(rule)).toMatchObject({ firewall: [`${at}-${way}`], direction: [direction] });
  });

  it('a listener is opened in the firewall of its own server', () => {
    const listens = ruleThat(
      ({ kind, calls, direction }) => kind === 'listener' && calls.length === 0 && direction === null,
    );
    expect(facetsOf(listens)).toMatchObject({ firewall: ['host'], direction: ['inbound'] });
    const connects = ruleThat(({ kind, calls }) => kind === 'listener' && calls.length > 0);
    expect(facetsOf(connects).direction).toEqual(['outbound']);
    const balancer = ruleThat(({ kind }) => kind === 'load-balancer');
    expect(facetsOf(balancer)).toMatchObject({ firewall: [], direction: [] });
  });

  it('names everybody: the role, both ends, who is known to connect, and what a special case is a case of', () => {
    const called = ruleThat(({ kind, callers }) => kind === 'listener' && callers.length > 1);
    expect(facetsOf(called).role).toEqual(
      expect.arrayContaining([called.role, ...called.callers.map(({ role }) => role)]),
    );
    const special = ruleThat(({ role }) => role === 'front-end-server-with-mediation-server');
    expect(facetsOf(special).role).toContain('front-end-server');
    for (const rule of ports) {
      const ends = [rule.source, rule.destination].flatMap((end) => end?.roles ?? []);
      expect(facetsOf(rule).role).toEqual(expect.arrayContaining(ends));
    }
  });

  it('has every product of the published row, and no attribute without a value', () => {
    for (const rule of ports) expect(facetsOf(rule).product).toContain(rule.product);
    expect(ports.some((rule) => facetsOf(rule).product.length > 1)).toBe(true);
    const data = dataOf({
      rules: [ruleThat(({ kind, transports }) => kind === 'load-balancer' && transports.length > 0)],
    });
    expect(data['data-firewall']).toBeUndefined();
    expect(data['data-transport']).toMatch(/^(tcp|udp)( udp)?$/);
  });
});

describe('what the bar offers', () => {
  it.each(['en', 'ko'] as const)('only what some rows have and others have not: %s', (lang) => {
    for (const [, rules] of Map.groupBy(ports, ({ scenario }) => scenario)) {
      for (const { facet, options } of choicesAmong(rules, lang)) {
        expect(options.length).toBeGreaterThan(0);
        for (const { value, text } of options) {
          const count = rules.filter((rule) => facetsOf(rule)[facet].includes(value)).length;
          expect(count, `${facet} ${value}`).toBeGreaterThan(0);
          expect(count, `${facet} ${value}`).toBeLessThan(rules.length);
          expect(text).not.toBe('');
        }
      }
    }
  });

  it('nothing among rules that do not differ', () => {
    const [rule] = ports;
    expect(choicesAmong(rule === undefined ? [] : [rule], 'en')).toEqual([]);
  });
});
