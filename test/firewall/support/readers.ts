import { block, lengthOf, product, range, type Tuple } from './tuples.ts';

/** Readers of the syntaxes that are written, each by the words of its device and not by the writer's code. */

/** Cisco ASA: groups of objects, and lists of access that name them. Every list must be bound to an interface. */
export function readAsa(text: string): Tuple[] {
  const groups = new Map<string, string[]>();
  const tuples: Tuple[] = [];
  const lists = new Set<string>();
  const bound = new Set<string>();
  let group: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('!') || line === '' || /^access-list \S+ remark .{1,100}$/.test(line)) continue;
    const opened = /^object-group (?:network|service) (\S+)/.exec(line);
    const host = /^ network-object host (\S+)$/.exec(line);
    const net = /^ network-object (\S+) (\S+)$/.exec(line);
    const six = /^ network-object (\S+:\S*\/\d+)$/.exec(line);
    const eq = /^ port-object eq (\d+)$/.exec(line);
    const ports = /^ port-object range (\d+) (\d+)$/.exec(line);
    const access = /^access-list (\S+) extended permit (tcp|udp) (.*)$/.exec(line);
    const bind = /^access-group (\S+) in interface \S+$/.exec(line);
    if (opened) {
      group = [];
      groups.set(opened[1] ?? '', group);
    } else if (host) group.push(host[1] ?? '');
    else if (net) group.push(`${net[1]}/${lengthOf(net[2] ?? '')}`);
    else if (six) group.push(six[1] ?? '');
    else if (eq) group.push(`${eq[1]}-${eq[1]}`);
    else if (ports) group.push(`${ports[1]}-${ports[2]}`);
    else if (access) {
      lists.add(access[1] ?? '');
      tuples.push(...asaEntry(access[2] ?? '', (access[3] ?? '').split(' '), groups));
    } else if (bind) bound.add(bind[1] ?? '');
    else throw new Error(`not read: ${line}`);
  }
  for (const list of lists) if (!bound.has(list)) throw new Error(`${list} is not bound`);
  return tuples;
}

function asaEntry(transport: string, given: readonly string[], groups: ReadonlyMap<string, string[]>): Tuple[] {
  const sides: string[][] = [];
  for (let i = 0; i < given.length; i++) {
    if (given[i] === 'any') sides.push(['any']);
    else if (given[i] === 'object-group') {
      const name = given[++i] ?? '';
      const group = groups.get(name);
      if (!group) throw new Error(`no group ${name}`);
      sides.push(group);
    } else throw new Error(`not read: ${given.join(' ')}`);
  }
  const isPorts = (side: readonly string[] | undefined) => side !== undefined && /^\d+-\d+$/.test(side[0] ?? '');
  const [sources = [], ...rest] = sides;
  const sourcePorts = isPorts(rest[0]) ? (rest.shift() ?? []) : ['any'];
  const destinations = rest.shift() ?? [];
  return product(transport, sources, sourcePorts, destinations, rest.shift() ?? ['any']);
}

/** Cisco IOS, and what Capirca compiles for it: entries one after another. */
export function readIos(text: string): Tuple[] {
  return text.split('\n').flatMap((line) => {
    const entry = /^ permit (tcp|udp) (.*)$/.exec(line);
    if (!entry) return [];
    const given = (entry[2] ?? '').trim().split(/\s+/);
    const side = (): string => {
      const first = given.shift() ?? '';
      if (first === 'any') return 'any';
      if (first === 'host') return given.shift() ?? '';
      return first.includes('/') ? first : `${first}/${lengthOf(given.shift() ?? '', true)}`;
    };
    const ports = (): string => {
      if (given[0] === 'eq') return range(given.splice(0, 2)[1] ?? '');
      if (given[0] !== 'range') return 'any';
      const [, from, to] = given.splice(0, 3);
      return `${from}-${to}`;
    };
    const [source, sourcePort, destination, port] = [side(), ports(), side(), ports()];
    if (given.length > 0 && given.join() !== 'established') throw new Error(`not read: ${line}`);
    return product(entry[1] ?? '', [source], [sourcePort], [destination], [port]);
  });
}

/** PowerShell: the parameters of each `New-NetFirewallRule`. */
export function readPowershell(text: string): Tuple[] {
  const commands = text
    .replaceAll(' `\n', ' ')
    .split('\n')
    .filter((line) => line.startsWith('New-NetFirewallRule'));
  return commands.flatMap((command) => {
    const parameter = (name: string): string[] => {
      const found = new RegExp(` -${name} (@\\([^)]*\\)|'(?:[^']|'')*'|\\S+)`).exec(command)?.[1];
      if (found === undefined) throw new Error(`no ${name}: ${command}`);
      const items = found.startsWith('@')
        ? [...found.matchAll(/'((?:[^']|'')*)'/g)].map((each) => each[1] ?? '')
        : [found.replaceAll("'", '')];
      return items.map((item) => (item === 'Any' ? 'any' : item));
    };
    const ports = (name: string) => parameter(name).map((port) => (port === 'any' ? port : range(port)));
    const [protocol = ''] = parameter('Protocol');
    return product(
      protocol.toLowerCase(),
      parameter('RemoteAddress'),
      ports('RemotePort'),
      parameter('LocalAddress'),
      ports('LocalPort'),
    );
  });
}

interface NsgRule {
  name: string;
  properties: Record<string, unknown> & { priority: number; direction: string; access: string; protocol: string };
}

/** The rules that an Azure template allows, group by group; numbers, names and lengths are what Azure takes. */
export function readAzure(text: string): Map<string, Tuple[]> {
  const { resources } = JSON.parse(text) as { resources: { name: string; properties: { securityRules: NsgRule[] } }[] };
  return new Map(
    resources.map(({ name, properties: { securityRules } }) => {
      const seen = new Set<string>();
      for (const { name: rule, properties } of securityRules) {
        const key = `${properties.direction} ${properties.priority}`;
        if (seen.has(key) || properties.priority < 100 || properties.priority > 4096)
          throw new Error(`priority ${key}`);
        seen.add(key);
        if (rule.length > 80 || String(properties.description).length > 140) throw new Error(`too long: ${rule}`);
      }
      const tuples = securityRules.flatMap(({ properties }) => {
        if (properties.access !== 'Allow') return [];
        const side = (one: string, more: string) =>
          ((properties[more] as string[] | undefined) ?? [String(properties[one])]).map((item) =>
            item === '*' ? 'any' : item,
          );
        const ports = (one: string, more: string) =>
          side(one, more).map((item) => (item === 'any' ? item : range(item)));
        return product(
          properties.protocol.toLowerCase(),
          side('sourceAddressPrefix', 'sourceAddressPrefixes'),
          ports('sourcePortRange', 'sourcePortRanges'),
          side('destinationAddressPrefix', 'destinationAddressPrefixes'),
          ports('destinationPortRange', 'destinationPortRanges'),
        );
      });
      return [name, tuples];
    }),
  );
}

/** Terraform: the attributes of each rule, group by group. */
export function readTerraform(text: string): Map<string, Tuple[]> {
  const groups = new Map<string, Tuple[]>();
  for (const [, body = ''] of text.matchAll(/resource "azurerm_network_security_rule" "\w+" \{\n([\s\S]*?)\n\}/g)) {
    const values = new Map(
      body.split('\n').map((line) => {
        const [, name = '', value = ''] = /^ {2}(\w+) = (.*)$/.exec(line) ?? [];
        return [name, value] as const;
      }),
    );
    if (values.get('access') !== '"Allow"') continue;
    const side = (one: string, more: string): string[] => {
      const value = JSON.parse(values.get(more) ?? `[${values.get(one)}]`) as string[];
      return value.map((item) => (item === '*' ? 'any' : item));
    };
    const ports = (one: string, more: string) => side(one, more).map((item) => (item === 'any' ? item : range(item)));
    const group = values.get('network_security_group_name')?.split('.')[1] ?? '';
    const tuples = product(
      JSON.parse(values.get('protocol') ?? '""').toLowerCase(),
      side('source_address_prefix', 'source_address_prefixes'),
      ports('source_port_range', 'source_port_ranges'),
      side('destination_address_prefix', 'destination_address_prefixes'),
      ports('destination_port_range', 'destination_port_ranges'),
    );
    groups.set(group, [...(groups.get(group) ?? []), ...tuples]);
  }
  return groups;
}

/** nftables: the accepting rules of a chain whose policy is to drop. */
export function readNftables(text: string): Tuple[] {
  if (!/policy drop;/.test(text)) throw new Error('nothing is dropped');
  return text.split('\n').flatMap((line) => {
    const rule = /^ {4}(.*) accept comment "[^"]{1,128}"$/.exec(line)?.[1];
    if (rule === undefined) return [];
    const set = (pattern: RegExp) => pattern.exec(rule)?.[1]?.split(', ') ?? ['any'];
    const transport = /\b(tcp|udp)\b/.exec(rule)?.[1] ?? '';
    const ports = (word: string) =>
      set(new RegExp(`(?:tcp|udp) ${word} \\{ ([^}]*) \\}`)).map((port) => (port === 'any' ? port : range(port)));
    return product(transport, set(/saddr \{ ([^}]*) \}/), ports('sport'), set(/daddr \{ ([^}]*) \}/), ports('dport'));
  });
}

/** iptables: the accepting rules of the chain, which ends with DROP. Multiport takes 15 ports, a range counting two. */
export function readIptables(text: string): Tuple[] {
  if (!/^-A \S+ -j DROP$/m.test(text)) throw new Error('nothing is dropped');
  return text.split('\n').flatMap((line) => {
    if (!/^-A LYNC.* -p (?:tcp|udp) .*-j ACCEPT$/.test(line)) return [];
    const one = (flag: string) => new RegExp(` ${flag} (\\S+)`).exec(line)?.[1];
    const ports = (flag: string) => {
      const list = one(flag)?.split(',') ?? [];
      if (list.reduce((sum, port) => sum + (port.includes(':') ? 2 : 1), 0) > 15) throw new Error(`too many: ${line}`);
      return list.length === 0 ? ['any'] : list.map(range);
    };
    return product(one('-p') ?? '', [one('-s') ?? 'any'], ports('--sports'), [one('-d') ?? 'any'], ports('--dports'));
  });
}

/** Palo Alto: addresses, services and rules by `set`. */
export function readPaloAlto(text: string): Tuple[] {
  const addresses = new Map([['any', 'any']]);
  const services = new Map<string, { transport: string; ports: string[]; sourcePorts: string[] }>();
  return text.split('\n').flatMap((line) => {
    const address = /^set address (\S+) ip-netmask (\S+)$/.exec(line);
    const service = /^set service (\S+) protocol (tcp|udp) port (\S+)(?: source-port (\S+))?$/.exec(line);
    const rule =
      /^set rulebase security rules (\S{1,63}) from \S+ to \S+ source \[ (.*?) \] destination \[ (.*?) \] application any service (\S+) action allow description "[^"]*"$/.exec(
        line,
      );
    const ports = (list: string | undefined) =>
      list === undefined || list === '0-65535' ? ['any'] : list.split(',').map(range);
    if (address) addresses.set(address[1] ?? '', address[2] ?? '');
    else if (service) {
      services.set(service[1] ?? '', {
        transport: service[2] ?? '',
        ports: ports(service[3]),
        sourcePorts: ports(service[4]),
      });
    } else if (rule) {
      const named = (list = '') => list.split(' ').map((name) => addresses.get(name) ?? `no ${name}`);
      const used = services.get(rule[4] ?? '');
      return product(used?.transport ?? '', named(rule[2]), used?.sourcePorts ?? [], named(rule[3]), used?.ports ?? []);
    } else if (line !== '' && !line.startsWith('#')) throw new Error(`not read: ${line}`);
    return [];
  });
}

/** FortiGate: objects in `config` blocks; a translated address is read as its public one. */
export function readFortigate(text: string): Tuple[] {
  const objects = new Map<string, Map<string, string>>();
  const policies: Map<string, string>[] = [];
  let section = '';
  let object = new Map<string, string>();
  for (const line of text.split('\n')) {
    const config = /^config (.*)$/.exec(line);
    const edit = /^ {2}edit (.*)$/.exec(line);
    const set = /^ {4}set (\S+) (.*)$/.exec(line);
    if (config) section = config[1] ?? '';
    else if (edit) {
      object = new Map();
      if (section === 'firewall policy') policies.push(object);
      else
        objects.set(`${section.includes('service') ? 'service ' : ''}${(edit[1] ?? '').replaceAll('"', '')}`, object);
    } else if (set) object.set(set[1] ?? '', set[2] ?? '');
  }
  const address = (name: string): string => {
    if (name === 'all') return 'any';
    const found = objects.get(name);
    if (!found) throw new Error(`no ${name}`);
    const six = found.get('ip6');
    if (six) return block(six);
    const [ip, mask] = (found.get('subnet') ?? '').split(' ');
    return found.get('extip') ?? block(`${ip}/${lengthOf(mask ?? '')}`);
  };
  return policies.flatMap((policy) => {
    const names = (key: string) =>
      [...(policy.get(key) ?? policy.get(`${key}6`) ?? '').matchAll(/"([^"]*)"/g)].map((each) =>
        address(each[1] ?? ''),
      );
    const service = objects.get(`service ${(policy.get('service') ?? '').replaceAll('"', '')}`);
    return ['tcp', 'udp'].flatMap((transport) =>
      (service?.get(`${transport}-portrange`)?.split(' ') ?? []).flatMap((ports) => {
        const [to = '', from] = ports.split(':');
        return product(transport, names('srcaddr'), [from === undefined ? 'any' : range(from)], names('dstaddr'), [
          to === '1-65535' ? 'any' : range(to),
        ]);
      }),
    );
  });
}

/** Capirca's policy with its definitions. */
export function readCapirca(policy: string, networks: string, services: string): Tuple[] {
  const defined = (text: string) => {
    const names = new Map<string, string[]>();
    let last: string[] = [];
    for (const line of text.split('\n')) {
      const [, name, first = ''] = /^(\S+) = (.*)$/.exec(line) ?? [];
      if (name !== undefined) {
        last = first.split(' ');
        names.set(name, last);
      } else if (line.trim() !== '') last.push(line.trim());
    }
    return names;
  };
  const [nets, ports] = [defined(networks), defined(services)];
  return [...policy.matchAll(/^term (\S+) \{\n([\s\S]*?)\n\}/gm)].flatMap(([, , body = '']) => {
    if (!body.includes('action:: accept')) return [];
    const key = (name: string) => new RegExp(`^ {2}${name}:: (\\S+)$`, 'm').exec(body)?.[1];
    const transport = key('protocol') ?? '';
    const side = (name: string) => (key(name) === undefined ? ['any'] : (nets.get(key(name) ?? '') ?? []).map(block));
    const numbers = (name: string) =>
      key(name) === undefined
        ? ['any']
        : (ports.get(key(name) ?? '') ?? []).map((port) => range(port.replace(`/${transport}`, '')));
    return product(
      transport,
      side('source-address'),
      numbers('source-port'),
      side('destination-address'),
      numbers('destination-port'),
    );
  });
}
