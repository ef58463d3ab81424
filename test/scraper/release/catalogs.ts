import type { Comparable } from '../../../scraper/src/compare/diff.ts';
import type { Entry } from '../../../scraper/src/compare/names.ts';

/** Small catalogs to compare: a product with a table of two rules, one of them a flow. */

type Changes = Readonly<Record<string, unknown>>;

export const LISTENER = 'lync/servers/director-5061-tcp';
export const FLOW = 'lync/edge/443-tcp-from-any-to-director';

export function rule(id: string, changes: Changes = {}): Entry {
  return {
    id,
    product: 'lync',
    scenario: 'internal',
    table: id.slice(0, id.lastIndexOf('/')),
    kind: 'listener',
    role: 'director',
    service: null,
    source: null,
    destination: null,
    transports: ['tcp'],
    transportsImplied: false,
    protocols: ['sip', 'tls'],
    protocolNote: null,
    ports: portSet(5061),
    sourcePorts: null,
    ruleName: null,
    authentication: null,
    direction: null,
    notes: text('For servers.'),
    footnotes: [],
    devices: [],
    corrections: [],
    origin: { document: 'lync/ports', table: 1, row: 1 },
    ...changes,
  };
}

export function portSet(port: number, changes: Changes = {}): Changes {
  return { text: `${port}`, ranges: [{ from: port, to: port }], any: false, configurable: false, ...changes };
}

export function endpoint(roles: readonly string[], changes: Changes = {}): Changes {
  return { text: text('Somebody'), any: false, roles, ...changes };
}

export function text(en: string): Changes {
  return { en, ko: '아무개', by: { en: 'project', ko: 'document' } };
}

export function catalog(changes: Partial<Comparable> = {}): Comparable {
  const name = { en: 'Name', ko: '이름' };
  return {
    ports: [rule(LISTENER), flow()],
    tables: [
      { id: 'lync/servers', title: name, product: 'lync', scenario: 'internal', kind: 'listener', index: 1 },
      { id: 'lync/edge', title: name, product: 'lync', scenario: 'internal', kind: 'flow', index: 2 },
    ],
    scenarios: [{ id: 'internal', name }],
    documents: [{ id: 'lync/ports', title: text('Ports'), product: 'lync', commit: 'a1b2' }],
    roles: [
      { id: 'director', name, kind: 'server', zone: 'internal', base: null },
      { id: 'edge', name, kind: 'server', zone: 'perimeter', base: 'director' },
    ],
    services: [{ id: 'sql', name }],
    protocols: [
      { id: 'sip', name, label: 'SIP', implies: null },
      { id: 'tls', name, label: 'TLS', implies: 'tcp' },
    ],
    products: [{ id: 'lync', name }],
    corrections: [{ id: `${LISTENER}#role`, rule: LISTENER, field: 'role', published: '이사', corrected: 'Director' }],
    advisories: [{ id: 'old-port', title: name, explanation: name, rules: [LISTENER], severity: 'info' }],
    ...changes,
  };
}

export function flow(changes: Changes = {}): Entry {
  const ends = { source: endpoint([], { any: true }), destination: endpoint(['director', 'edge']) };
  return rule(FLOW, { kind: 'flow', role: null, ports: portSet(443), ...ends, ...changes });
}
