import { compare, type PortRule, ports, scenarios } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { differencesOf, neighbours } from '../../site/src/lib/diagram/differences.ts';
import { rolesOf } from '../../site/src/lib/diagram/roles.ts';
import { byRelease } from '../../site/src/lib/products.ts';

const productIds = byRelease.map(({ id }) => id);
const listed = scenarios
  .map(({ id }) => ({
    id,
    rules: ports.filter((rule) => rule.scenario === id && rule.source === null && rule.role !== null),
  }))
  .filter(({ rules }) => rules.length > 0);

/** "role service product tcp 5061-5061", as the rules say it. */
function told(rules: readonly PortRule[]): Set<string> {
  return new Set(
    rules.flatMap(({ role, service, product, ports: set, transports }) =>
      (set?.ranges.length ? set.ranges : [null]).flatMap((range) =>
        (transports.length === 0 ? ['-'] : transports).map(
          (transport) => `${role} ${service} ${product} ${transport} ${range?.from}-${range?.to}`,
        ),
      ),
    ),
  );
}

describe('the map of roles', () => {
  it.each(listed)('has each port of $id once, with the products that have it', ({ rules }) => {
    const said = rolesOf(rules, productIds).flatMap(({ role, services }) =>
      services.flatMap(({ service, ports: chips }) =>
        chips.flatMap(({ range, transports, tags }) =>
          tags.flatMap((product) =>
            (transports.length === 0 ? ['-'] : transports).map(
              (transport) => `${role} ${service} ${product} ${transport} ${range?.from}-${range?.to}`,
            ),
          ),
        ),
      ),
    );
    expect(new Set(said).size).toBe(said.length);
    expect(new Set(said)).toEqual(told(rules));
  });

  it.each(listed)('has each role and each of its services in $id once', ({ rules }) => {
    const map = rolesOf(rules, productIds);
    expect(new Set(map.map(({ role }) => role)).size).toBe(map.length);
    for (const { services } of map) {
      expect(new Set(services.map(({ service }) => service)).size).toBe(services.length);
    }
  });

  it('marks a port with the products that have it, where others do not', () => {
    const rules = ports.filter(({ scenario }) => scenario === 'internal-servers');
    const marked = rolesOf(rules, productIds).flatMap(({ role, services }) =>
      services.flatMap(({ service, ports: chips }) =>
        chips.flatMap(({ range, tags }) => (tags.length < 3 ? [`${role} ${service} ${range?.from} ${tags}`] : [])),
      ),
    );
    const alone = 'front-end-server file-share-server-access 445';
    expect(marked).toEqual([`${alone} skype-for-business-server-2015,skype-for-business-server-2019`]);
  });
});

describe('what differs between products', () => {
  it('is asked of each product and the next', () => {
    const names = neighbours(byRelease).map((pair) => pair.map(({ id }) => id));
    expect(names).toEqual(productIds.slice(1).map((id, at) => [productIds[at], id]));
    expect(neighbours(byRelease.slice(0, 1))).toEqual([]);
  });

  it.each(listed)('is what the comparison says of $id', ({ id }) => {
    for (const [{ id: a }, { id: b }] of neighbours(byRelease)) {
      const whole = compare(a, b);
      const found = differencesOf(id, a, b);
      const only = [...whole.onlyInA, ...whole.onlyInB].filter(({ scenario }) => scenario === id);
      expect(found.only.flatMap(({ rules }) => rules)).toEqual(only);
      expect(found.changed).toEqual(whole.changed.filter(({ a: rule }) => rule.scenario === id));
    }
  });
});
