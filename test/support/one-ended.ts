import type { PortRule } from '../../scraper/src/model/catalog.ts';

/** A rule that states nothing but what is given. */
export function ruleOf(given: Partial<PortRule>): PortRule {
  return {
    id: 'p/t/r',
    product: 'p',
    scenario: 's',
    table: 'p/t',
    kind: 'listener',
    role: null,
    service: null,
    source: null,
    destination: null,
    transports: [],
    transportsImplied: false,
    protocols: [],
    protocolNote: null,
    ports: null,
    sourcePorts: null,
    name: null,
    nodePorts: null,
    monitor: null,
    persistence: null,
    property: null,
    ruleName: null,
    authentication: null,
    direction: null,
    firewall: null,
    interface: null,
    callers: [],
    calls: [],
    need: null,
    optional: null,
    releases: null,
    notes: null,
    footnotes: [],
    devices: [],
    corrections: [],
    origin: { document: 'p/d', table: 1, row: 1 },
    ...given,
  };
}

/** One port as a page prints it. */
export function port(number: number): NonNullable<PortRule['ports']> {
  return { text: `${number}`, ranges: [{ from: number, to: number }], any: false, configurable: false };
}

/** An end with these roles; `any` and `narrowed` where the page says "Any". */
export function endOf(roles: string[], any: '' | 'any' | 'narrowed' = ''): NonNullable<PortRule['source']> {
  return {
    text: { en: null, ko: null, by: { en: null, ko: null } },
    any: any !== '',
    narrowed: any === 'narrowed',
    roles,
  };
}

/** A flow to a port. */
export function flowOf(
  id: string,
  from: string[],
  to: string[],
  number: number,
  given: Partial<PortRule> = {},
): PortRule {
  return ruleOf({ id, kind: 'flow', source: endOf(from), destination: endOf(to), ports: port(number), ...given });
}
