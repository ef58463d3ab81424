import { describe, expect, it } from 'vitest';
import { rulesBetween } from '../../packages/catalog/src/filter.ts';
import { between, type PortRule, type RoleId, search } from '../../packages/catalog/src/index.ts';
import { standingOf } from '../../packages/catalog/src/standing.ts';
import { endOf, flowOf, port, ruleOf } from '../support/one-ended.ts';

type Basis = 'flow' | 'document' | 'project' | 'any' | 'no';
type Given = Parameters<typeof ruleOf>[0];
const caller = (role: string, by: 'document' | 'project' = 'document') => ({ role, by, from: 'x' });

/** On what it rests that one rule is between two roles. */
function basisOf(rule: Given, source: RoleId, destination: RoleId): Basis[] {
  const found = rulesBetween([ruleOf(rule) as PortRule], source, destination);
  const { named, by, any } = found;
  const bases = (['flow', 'document', 'project'] as const).filter((basis) => by[basis].length > 0);
  expect(named).toHaveLength(bases.length);
  return any.length > 0 ? [...bases, 'any'] : bases.length > 0 ? bases : ['no'];
}

describe('a flow', () => {
  const flow = (source: ReturnType<typeof endOf>, to = endOf(['front-end-server'])) =>
    flowOf('flow', [], [], 443, { source, destination: to });
  const cases: { fact: string; rule: Given; source?: RoleId; destination?: RoleId; basis: Basis }[] = [
    { fact: 'that names both ends', rule: flow(endOf(['edge-server'])), basis: 'flow' },
    { fact: 'that names another', rule: flow(endOf(['client'])), basis: 'no' },
    { fact: 'the other way', rule: flow(endOf(['front-end-server']), endOf(['edge-server'])), basis: 'no' },
    { fact: 'from anybody', rule: flow(endOf([], 'any')), basis: 'any' },
    { fact: 'to anybody', rule: flow(endOf(['edge-server']), endOf([], 'any')), basis: 'any' },
    { fact: 'from Any that is narrowed to the role', rule: flow(endOf(['edge-server'], 'narrowed')), basis: 'flow' },
    { fact: 'from Any that is narrowed to others', rule: flow(endOf(['director'], 'narrowed')), basis: 'no' },
    { fact: 'from Any beside a role that does not narrow it', rule: flow(endOf(['director'], 'any')), basis: 'any' },
    {
      fact: 'to the load balancer before the role',
      rule: flow(endOf(['edge-server']), endOf(['front-end-load-balancer'])),
      basis: 'flow',
    },
    {
      fact: 'to the servers, where the load balancer is asked for',
      rule: flow(endOf(['edge-server'])),
      destination: 'front-end-load-balancer',
      basis: 'no',
    },
    {
      fact: 'from a special case of the role',
      rule: flow(endOf(['internal-client'])),
      source: 'client',
      basis: 'flow',
    },
    {
      fact: 'from the role, where a special case is asked for',
      rule: flow(endOf(['client'])),
      source: 'internal-client',
      basis: 'no',
    },
    { fact: 'without a source', rule: { ...flow(endOf([])), source: null }, basis: 'no' },
  ];

  it.each(cases)('$fact: $basis', ({ rule, source = 'edge-server', destination = 'front-end-server', basis }) => {
    expect(basisOf(rule, source, destination)).toEqual([basis]);
  });
});

describe('a listening port', () => {
  const listener = (given: Given = {}): Given => ({
    kind: 'listener',
    role: 'mediation-server',
    ports: port(5070),
    callers: [caller('front-end-server')],
    ...given,
  });
  const cases: { fact: string; rule: Given; source?: RoleId; destination?: RoleId; basis: Basis }[] = [
    { fact: 'of which a page says who connects', rule: listener(), basis: 'document' },
    {
      fact: 'of which this project knows it',
      rule: listener({ callers: [caller('front-end-server', 'project')] }),
      basis: 'project',
    },
    { fact: 'to which others connect', rule: listener({ callers: [caller('client')] }), basis: 'no' },
    { fact: 'of which nobody knows', rule: listener({ callers: [] }), basis: 'no' },
    { fact: 'of another role', rule: listener({ role: 'director' }), basis: 'no' },
    { fact: 'of a row without a role', rule: listener({ role: null }), basis: 'no' },
    {
      fact: 'of the load balancer before the role',
      rule: listener({ role: 'mediation-load-balancer' }),
      basis: 'document',
    },
    { fact: 'of a group that the role is in', rule: listener({ role: 'all-internal-servers' }), basis: 'document' },
    {
      fact: 'of a special case of the role',
      rule: listener({ role: 'front-end-server-with-mediation-server' }),
      destination: 'front-end-server',
      basis: 'document',
    },
    {
      fact: 'of the load balancer before a special case of the role',
      rule: listener({ role: 'front-end-load-balancer-with-mediation-server' }),
      destination: 'front-end-server',
      basis: 'document',
    },
    {
      fact: 'to which a special case of the role connects, of both bases',
      rule: listener({ callers: [caller('client', 'project'), caller('internal-client')] }),
      source: 'client',
      basis: 'document',
    },
    {
      fact: 'the other way, of which nobody says it',
      rule: listener(),
      source: 'mediation-server',
      destination: 'front-end-server',
      basis: 'no',
    },
    {
      fact: 'among those of the role that connects to it',
      rule: listener({ role: 'front-end-server', callers: [], calls: [caller('mediation-server')] }),
      basis: 'document',
    },
    {
      fact: 'from the role to which its own connects',
      rule: listener({ role: 'front-end-server', callers: [], calls: [caller('mediation-server')] }),
      source: 'mediation-server',
      destination: 'front-end-server',
      basis: 'no',
    },
    { fact: 'is not for anybody', rule: listener({ ports: { ...port(1), any: true } }), source: 'client', basis: 'no' },
  ];

  it.each(cases)('$fact: $basis', ({ rule, source = 'front-end-server', destination = 'mediation-server', basis }) => {
    expect(basisOf(rule, source, destination)).toEqual([basis]);
  });
});

describe('in the catalog', () => {
  const portsOf = (rules: readonly PortRule[]) => new Set(rules.map((rule) => rule.ports?.text));

  it.each<{ source: RoleId; destination: RoleId; ports: string[]; others: string[] }>([
    { source: 'front-end-server', destination: 'mediation-server', ports: ['5070'], others: ['5061'] },
    { source: 'pstn-gateway', destination: 'mediation-server', ports: ['5067', '5068'], others: ['5070'] },
    { source: 'client', destination: 'front-end-server', ports: ['5061', '443', '8057'], others: ['4443', '5062'] },
    { source: 'reverse-proxy', destination: 'front-end-server', ports: ['4443', '8080'], others: ['5061'] },
    { source: 'edge-server', destination: 'front-end-server', ports: ['5061'], others: ['4443', '8057'] },
    { source: 'front-end-server', destination: 'file-store', ports: ['445'], others: [] },
    { source: 'front-end-server', destination: 'sql-server', ports: ['1433'], others: [] },
    { source: 'client', destination: 'dhcp-server', ports: ['67/68'], others: [] },
    { source: 'management-host', destination: 'front-end-server', ports: ['135'], others: ['5061'] },
  ])('$source reaches $destination on $ports, and not on $others', ({ source, destination, ports, others }) => {
    const { named, any } = between(source, destination);
    expect([...portsOf(named)]).toEqual(expect.arrayContaining(ports));
    const found = portsOf([...named, ...any]);
    expect(others.filter((each) => found.has(each))).toEqual([]);
  });

  it('who has no rules of its own is found by the ports to which it connects, and others by their own alone', () => {
    expect(portsOf(search('DHCP server').map(({ rule }) => rule))).toEqual(new Set(['67/68']));
    expect(portsOf(search('관리 컴퓨터').map(({ rule }) => rule))).toContain('135');
    expect(search('Reverse proxy').some(({ rule }) => rule.kind === 'virtual-ip')).toBe(false);
  });

  it('each rule rests on one thing, and keeps its order', () => {
    const { named, by } = between('edge-server', 'front-end-server');
    const rest = [...by.flow, ...by.document, ...by.project];
    expect(rest).toHaveLength(named.length);
    expect(named.filter((rule) => rest.includes(rule))).toEqual(named);
    expect(by.flow.every(({ kind }) => kind === 'flow' || kind === 'ipsec-exemption')).toBe(true);
  });
});

describe('a role stands', () => {
  it('for those of which it is a special case and those behind it, at any distance, and for itself without saying so', () => {
    const roles = [
      { id: 'a', base: 'b' },
      { id: 'b', base: null, servers: ['c'] },
      { id: 'c', servers: [] },
    ];
    expect(standingOf(roles)).toEqual({ a: ['b', 'c'], b: ['c'] });
  });

  it('for others in a circle once', () => {
    expect(
      standingOf([
        { id: 'a', base: 'b' },
        { id: 'b', base: 'a' },
      ]),
    ).toEqual({ a: ['b'], b: ['a'] });
  });
});
