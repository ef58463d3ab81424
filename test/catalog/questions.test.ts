import { describe, expect, it } from 'vitest';
import { coverage, searchCoverage } from '../../packages/catalog/src/coverage.ts';
import {
  advisories,
  between,
  findPorts,
  type PortRule,
  portsFor,
  type RoleId,
  rangesText,
  search,
} from '../../packages/catalog/src/index.ts';

/** What people asked in public, each answered in one step of the package: what a right answer holds, and what it must not. */

/** "udp 3478": what rules open, each once, in the order of ports. */
function opened(rules: readonly PortRule[]): string[] {
  const told = rules.map(({ transports, ports }) => `${transports.join('+')} ${rangesText(ports?.ranges ?? [])}`);
  return [...new Set(told)].sort(
    (a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]) || a.localeCompare(b),
  );
}

const named = (source: RoleId, destination: RoleId, product?: string) =>
  between(source, destination).named.filter((rule) => product === undefined || rule.product === product);
const advisory = (id: string) => {
  const found = advisories.find((each) => each.id === id);
  if (found === undefined) throw new Error(`there is no advisory ${id}`);
  return found;
};
const topics = (query: string) => searchCoverage(query).map(({ coverage: { id } }) => id);
const LYNC = 'lync-server-2013';
const SKYPE = 'skype-for-business-server-2015';

describe('who asks for the ports between two parties is told', () => {
  it('where the file share is: one edition only has the row, and an advisory says so', () => {
    expect(opened(named('front-end-server', 'file-store'))).toEqual(['tcp 445']);
    expect(named('front-end-server', 'file-store', LYNC)).toEqual([]);
    expect(advisory('file-share-only-in-one-edition').rules).toEqual(
      named('front-end-server', 'file-store').map(({ id }) => id),
    );
  });

  it.each<[RoleId, RoleId, string[]]>([
    ['reverse-proxy', 'director', ['tcp 4443', 'tcp 8080']],
    ['director', 'front-end-server', ['tcp 444']],
    ['edge-server', 'director', ['tcp 5061']],
  ])('what %s opens to %s', (source, destination, expected) => {
    expect(opened(named(source, destination, LYNC).filter(({ kind }) => kind === 'flow'))).toEqual(expected);
  });

  it('what a client needs of the Director', () => {
    expect(opened(named('client', 'director', LYNC))).toEqual(
      expect.arrayContaining(['tcp 80', 'tcp 443', 'tcp 5061']),
    );
  });

  it('that 5070 is for Front End Servers, and which ports are for the gateway', () => {
    expect(opened(named('front-end-server', 'mediation-server', LYNC))).toContain('tcp 5070');
    const gateway = opened(named('pstn-gateway', 'mediation-server', LYNC));
    expect(gateway).toEqual(expect.arrayContaining(['tcp 5067', 'tcp 5068']));
    expect(gateway).not.toContain('tcp 5070');
    expect(advisory('mediation-outbound-missing').explanation.en).toMatch(/5066.*5067|5067.*5066/s);
    expect(advisory('mediation-5068-off').rules.length).toBeGreaterThan(0);
  });

  it('that a client inside needs 3478 and 443 of the Edge Server, and none that a cell narrows to servers', () => {
    const { named: own, any } = between('internal-client', 'edge-server');
    expect(own).toEqual([]);
    const media = any.filter(({ protocols }) => protocols.includes('stun'));
    expect(opened(media)).toEqual(['tcp 443', 'udp 3478']);
    for (const port of ['4443', '5061', '5062', '8057']) expect(opened(any)).not.toContain(`tcp ${port}`);
    // Some pages leave "Any" at 23456 as it is: an advisory says who is meant.
    const xmpp = any.filter(({ ports }) => ports?.ranges.some(({ from }) => from === 23456));
    expect(advisory('xmpp-gateway-source').rules).toEqual(expect.arrayContaining(xmpp.map(({ id }) => id)));
  });

  it('what SQL Server listens on', () => {
    const rules = findPorts({ role: 'sql-server' });
    expect(opened(rules)).toEqual(expect.arrayContaining(['tcp 1433', 'udp 1434']));
    expect(rules.map(({ ports }) => ports?.configurable)).toContain(true);
    for (const query of ['5022', '7022', 'mirroring']) expect(topics(query).length).toBeGreaterThan(0);
  });

  it('what the web client needs: 443 to the reverse proxy, 4443 on to the pool, PSOM of the pool', () => {
    expect(opened(between('client', 'reverse-proxy').any.filter(({ kind }) => kind === 'flow'))).toContain('tcp 443');
    expect(opened(named('reverse-proxy', 'front-end-server', LYNC))).toContain('tcp 4443');
    for (const port of [8060, 8061]) {
      expect(new Set(portsFor(port).named.map(({ role }) => role))).toContain('front-end-server');
    }
  });
});

describe('who asks for a port is told', () => {
  it.each([4092, 10000, 925])('that no rule names %d', (port) => {
    const { named: own, covering } = portsFor(port);
    expect(own).toEqual([]);
    // A range around a number is a rule for the range.
    for (const { ports } of covering) expect(ports?.ranges.some(({ from, to }) => from < port && port < to)).toBe(true);
  });

  it('that 8080 is for root certificates, and what HTTP of Autodiscover becomes', () => {
    const { named: own } = portsFor(8080);
    expect(own.some(({ protocolNote }) => protocolNote?.en?.includes('root certificate'))).toBe(true);
    expect(own.some(({ table }) => table === `${LYNC}/autodiscover-internal`)).toBe(true);
  });

  it('what must be reached for central logging, of every server', () => {
    for (const port of [50001, 50002, 50003]) {
      const ids = portsFor(port).named.map(({ id }) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(advisory('central-logging-every-server').rules).toEqual(expect.arrayContaining(ids));
    }
  });

  it('that 50,000-59,999 is a source range, going out, and inbound for OCS 2007 alone', () => {
    const { explanation, rules } = advisory('media-range-direction');
    expect(explanation.en).toMatch(/connects from TCP 50,000.59,999/);
    expect(explanation.en).toMatch(/2007/);
    const out = findPorts({ scenario: 'external-av' }).filter(({ sourcePorts }) =>
      sourcePorts?.ranges.some(({ from, to }) => from === 50000 && to === 59999),
    );
    expect(opened(out)).toEqual(['tcp 443']);
    expect(out.map(({ source }) => source?.roles)).toEqual([['av-edge-service']]);
    expect(rules.length).toBeGreaterThan(0);
  });

  it('that clients need 443 and 3478 of the A/V Edge service', () => {
    const { named: own, any } = between('client', 'av-edge-service');
    const all = [...own, ...any].filter(({ kind }) => kind === 'flow');
    expect(opened(all)).toEqual(expect.arrayContaining(['tcp 443', 'udp 3478']));
  });

  it('that 5060 is legacy and TCP, and 5061 what clients sign in at', () => {
    const legacy = portsFor(5060).named.filter(({ kind }) => kind === 'listener');
    expect(new Set(legacy.flatMap(({ transports }) => transports))).toEqual(new Set(['tcp']));
    expect(advisory('port-5060-no-longer-used').rules).toEqual(expect.arrayContaining(legacy.map(({ id }) => id)));
    expect(opened(named('client', 'front-end-server', SKYPE))).toContain('tcp 5061');
  });

  it('that 3478 is UDP only', () => {
    expect(new Set(portsFor(3478).named.flatMap(({ transports }) => transports))).toEqual(new Set(['udp']));
  });

  it('that 135 is not enough', () => {
    const dcom = portsFor(135).named.map(({ id }) => id);
    expect(advisory('dcom-dynamic-ports').rules).toEqual(expect.arrayContaining(dcom));
    expect(topics('dynamic')).toContain('rpc-dynamic');
  });

  it('that 8404 is the Response Group, whatever its note says', () => {
    const rules = portsFor(8404).named;
    expect(new Set(rules.map(({ service }) => service))).toEqual(new Set(['response-group-service']));
    expect(advisory('response-group-8404-not-sip').rules).toEqual(rules.map(({ id }) => id));
  });

  it('that sharing is TCP on one page and UDP too on another', () => {
    expect(advisory('screen-sharing-udp').explanation.en).toMatch(/UDP/);
  });

  it('that 1024-65535 is the end of the client, which may be set otherwise', () => {
    const rules = findPorts({ kind: 'client' }).filter(({ ports }) => ports?.ranges.some(({ from }) => from === 1024));
    expect(rules.length).toBeGreaterThan(0);
    expect(rules.map(({ ports }) => ports?.configurable)).toContain(true);
  });
});

describe('who asks for a deployment is told', () => {
  it('what hybrid needs towards Office 365', () => {
    expect(opened(findPorts({ scenario: 'hybrid' }))).toEqual([
      'tcp 80, 443',
      'tcp 443',
      'udp 3478',
      'tcp 5061',
      'tcp 50000-59999',
    ]);
  });

  it('which port of the load balancer leads to which, what is asked and how sessions are kept', () => {
    const paths = findPorts({ kind: 'virtual-ip', product: LYNC }).map(
      ({ ports, nodePorts, monitor, interface: at }) =>
        `${at?.side} ${rangesText(ports?.ranges ?? [])} → ${rangesText(nodePorts?.ranges ?? [])}, ${rangesText(monitor?.ports.ranges ?? [])}`,
    );
    expect(paths).toEqual([
      'internal 443 → 443, 5061',
      'internal 80 → 80, 5061',
      'external 443 → 4443, 5061',
      'external 80 → 8080, 5061',
    ]);
    for (const { persistence } of findPorts({ kind: 'virtual-ip' })) expect(persistence).not.toBeNull();
  });

  it('where presence runs: SIP inside and through the Access Edge, XMPP for its partners alone', () => {
    const sip = findPorts({ protocol: 'sip' });
    expect(opened(sip)).toEqual(expect.arrayContaining(['tcp 443', 'tcp 5061']));
    expect(new Set(portsFor(5269).named.map(({ protocols }) => protocols.includes('xmpp')))).toEqual(new Set([true]));
  });
});

describe('who asks for what no table has is told where to look', () => {
  it.each([
    ['active directory', 'active-directory'],
    ['389', 'active-directory'],
    ['ldap', 'active-directory'],
    ['kerberos', 'active-directory'],
    ['backup service', 'pool-pairing'],
    ['5223', 'lync-server-2013-defining-your-mobility-requirements'],
    ['ntp', 'ntp'],
    ['exchange online', 'microsoft-365'],
  ])('"%s"', (query, id) => {
    expect(topics(query)).toContain(id);
    const found = coverage.find((each) => each.id === id);
    expect(found?.see?.url ?? found?.page).toBeTruthy();
  });

  it.each(['65536', 'sharepoint 9999'])('"%s" finds no rule', (query) => {
    expect(search(query)).toEqual([]);
  });
});
