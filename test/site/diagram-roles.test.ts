import { compare, type PortRule, ports, products, scenarios } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { differencesOf } from '../../site/src/lib/diagram/differences.ts';
import { rolesOf } from '../../site/src/lib/diagram/roles.ts';

const productIds = products.map(({ id }) => id);
const listed = scenarios
  .map(({ id }) => ({ id, rules: ports.filter((rule) => rule.scenario === id && rule.source === null) }))
  .filter(({ rules }) => rules.length > 0);

/** "role service product tcp 5061-5061", as the rules say it. */
function told(rules: readonly PortRule[]): Set<string> {
  return new Set(
    rules.flatMap(({ role, service, product, ports: set, transports }) =>
      (set?.ranges ?? []).flatMap(({ from, to }) =>
        (transports.length === 0 ? ['-'] : transports).map(
          (transport) => `${role} ${service} ${product} ${transport} ${from}-${to}`,
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

  it('marks a port that one product alone has', () => {
    const rules = ports.filter(({ scenario }) => scenario === 'internal-servers');
    const alone = rolesOf(rules, productIds).flatMap(({ role, services }) =>
      services.flatMap(({ service, ports: chips }) =>
        chips.flatMap(({ range, tags }) => (tags.length === 1 ? [`${role} ${service} ${range?.from} ${tags}`] : [])),
      ),
    );
    expect(alone).toEqual(['front-end-server file-share-server-access 445 skype-for-business-server-2015']);
  });
});

describe('what differs between products', () => {
  it('is nothing to ask where one product alone has the scenario', () => {
    expect(differencesOf('sip-federation', ['lync-server-2013'])).toBeNull();
  });

  it.each(listed)('is what the comparison says of $id', ({ id }) => {
    const [a, b] = productIds;
    if (a === undefined || b === undefined) throw new Error('there are no two products');
    const whole = compare(a, b);
    const found = differencesOf(id, productIds);
    const only = [...whole.onlyInA, ...whole.onlyInB].filter(({ scenario }) => scenario === id);
    expect(found?.only.flatMap(({ rules }) => rules)).toEqual(only);
    expect(found?.changed).toEqual(whole.changed.filter(({ a: rule }) => rule.scenario === id));
  });
});
