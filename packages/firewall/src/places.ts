import { type AddressSet, type Block, blockOf, everywhere, type Family, setOf, union } from './addresses.ts';
import type { Deployment } from './deployment.ts';

/** On which side of which firewall an address is. */
export type Zone = 'internet' | 'perimeter' | 'internal';

/** One end of a row: addresses on the way, and on the hosts behind a load balancer. */
export interface Place {
  readonly role: string;
  readonly zone: Zone;
  readonly set: AddressSet;
  /** The hosts that listen, where their own firewall is one of the plan. */
  readonly hosts?: { readonly firewall: string; readonly set: AddressSet } | undefined;
}

/** What a row about all internal servers is about. */
export const INTERNAL_SERVERS: readonly string[] = [
  'front-end-server',
  'director',
  'mediation-server',
  'persistent-chat-front-end-server',
  'survivable-branch-appliance',
  'survivable-branch-server',
];

/** The ports that a load balancer of web services has, also where DNS spreads the rest. */
const WEB = new Set([80, 443, 4443, 8080]);

/** Roles that are the same hosts have one firewall. */
const HOSTS: Readonly<Record<string, string>> = {
  'front-end-server': 'front-end-server',
  'standard-edition-server': 'front-end-server',
  'front-end-server-with-mediation-server': 'front-end-server',
  'front-end-server-with-central-management-store': 'front-end-server',
  director: 'director',
  'mediation-server': 'mediation-server',
  'persistent-chat-front-end-server': 'persistent-chat-front-end-server',
  'office-web-apps-server': 'office-web-apps-server',
  'survivable-branch-appliance': 'survivable-branch',
  'survivable-branch-server': 'survivable-branch',
  'sql-server': 'sql-server',
  'file-store': 'file-store',
  'statistics-manager-server': 'statistics-manager-server',
};

type Balanced = {
  readonly servers: readonly string[];
  readonly virtual?: string | undefined;
  readonly balancing: string;
};

/** Who is where in a deployment, by the roles of the catalog. */
export class Places {
  readonly deployment: Deployment;
  readonly any: AddressSet;
  readonly #sets = new Map<string, AddressSet>();
  readonly #blocks = new Map<string, Block>();

  constructor(deployment: Deployment, family: Family) {
    this.deployment = deployment;
    this.any = everywhere(family);
  }

  /** A set by name, made once. Empty ones are undefined: nobody is there. */
  named(name: string, addresses: () => readonly string[]): AddressSet | undefined {
    let set = this.#sets.get(name);
    if (!set) {
      set = setOf(addresses().map((text) => this.#block(text)));
      this.#sets.set(name, set);
    }
    return set.blocks.length > 0 ? set : undefined;
  }

  #block(text: string): Block {
    let block = this.#blocks.get(text);
    if (!block) {
      block = blockOf(text) as Block;
      this.#blocks.set(text, block);
    }
    return block;
  }

  /** "any" or addresses, as some questions are answered. */
  open(name: string, answer: 'any' | readonly string[]): AddressSet | undefined {
    return answer === 'any' ? this.any : this.named(name, () => answer);
  }

  /** A role inside, as the one that connects: the servers themselves. */
  from(role: string): Place[] {
    const set = this.named(role, () => this.#addresses(role));
    if (set) return [{ role, zone: 'internal', set }];
    return [];
  }

  /** A role inside, as the one that listens on a port. */
  to(role: string, port: number): Place[] {
    const balancer = this.#behind(role);
    if (balancer) {
      const set = this.named(`${role}:${WEB.has(port)}`, () => balancer.flatMap((pool) => virtualOf(pool, port)));
      return set ? [{ role, zone: 'internal', set }] : [];
    }
    const hosts = this.named(role, () => this.#addresses(role));
    if (!hosts) return [];
    const firewall = HOSTS[role];
    const reached = this.named(`${role}>${port === 5061}:${WEB.has(port)}`, () =>
      (this.#pools(role) ?? []).flatMap((pool) => reachedOf(pool, port)),
    );
    return [
      {
        role,
        zone: 'internal',
        set: reached ?? hosts,
        hosts: firewall === undefined ? undefined : { firewall: `host:${firewall}`, set: hosts },
      },
    ];
  }

  /** Everybody inside that the deployment names and that takes part in calls: what "Any" inside means. */
  everybodyInside(): Place[] {
    const { networks } = this.deployment;
    const set = this.named('everybody inside', () => [
      ...networks.clients,
      ...networks.branches,
      ...this.#addresses('all-internal-servers'),
      ...this.#addresses('exchange-unified-messaging'),
    ]);
    return set ? [{ role: 'any', zone: 'internal', set }] : [];
  }

  /** Several sets as one, or nobody. */
  together(...sets: readonly (AddressSet | undefined)[]): AddressSet | undefined {
    const there = sets.filter((set) => set !== undefined);
    if (there.length < 2) return there[0];
    return there.includes(this.any) ? this.any : union(...there);
  }

  #addresses(role: string): readonly string[] {
    const d = this.deployment;
    const pools = this.#pools(role);
    if (pools) return pools.flatMap(({ servers }) => servers);
    switch (role) {
      case 'all-internal-servers':
        return INTERNAL_SERVERS.flatMap((one) => this.#addresses(one));
      case 'statistics-manager-agent':
        return this.#addresses('all-internal-servers');
      case 'office-web-apps-server':
        return d.officeWebApps;
      case 'survivable-branch-appliance':
      case 'survivable-branch-server':
        return d.survivableBranches.flatMap(({ kind, address }) => (role.endsWith(kind) ? [address] : []));
      case 'exchange-unified-messaging':
        return d.exchangeUnifiedMessaging;
      case 'sql-server':
        return d.sqlServers.map(({ address }) => address);
      case 'file-store':
        return d.fileServers;
      case 'trusted-application-server':
        return d.trustedApplications;
      case 'statistics-manager-server':
        return d.statisticsManager;
      case 'pstn-gateway':
        return [...d.gateways.tcp, ...d.gateways.tls];
      case 'internal-client':
      case 'client':
      case 'ip-phone':
        return [...d.networks.clients, ...d.networks.branches];
      case 'management-host':
        return d.networks.administrators;
      default:
        return [];
    }
  }

  #pools(role: string): readonly Balanced[] | undefined {
    const d = this.deployment;
    switch (role) {
      case 'front-end-server':
        return d.pools;
      case 'standard-edition-server':
        return d.pools.filter(({ edition }) => edition === 'standard');
      case 'front-end-server-with-mediation-server':
        return d.pools.filter(({ mediation }) => mediation);
      case 'front-end-server-with-central-management-store':
        return d.pools.filter(({ centralManagementStore }) => centralManagementStore);
      case 'director':
        return d.directors;
      case 'mediation-server':
        return d.mediationServers;
      case 'persistent-chat-front-end-server':
        return d.persistentChat;
      default:
        return undefined;
    }
  }

  #behind(role: string): readonly Balanced[] | undefined {
    const d = this.deployment;
    switch (role) {
      case 'front-end-load-balancer':
        return d.pools;
      case 'front-end-load-balancer-with-mediation-server':
        return d.pools.filter(({ mediation }) => mediation);
      case 'director-load-balancer':
        return d.directors;
      case 'mediation-load-balancer':
        return d.mediationServers;
      default:
        return undefined;
    }
  }
}

/** The virtual address where one has the port: with hardware all of them, with DNS those of web services. */
function virtualOf({ virtual, balancing }: Balanced, port: number): string[] {
  return virtual && (balancing === 'hardware' || (balancing === 'dns' && WEB.has(port))) ? [virtual] : [];
}

/** What one from outside connects to: the virtual address where it has the port, else the servers. */
function reachedOf(pool: Balanced, port: number): readonly string[] {
  const virtual = virtualOf(pool, port);
  return virtual.length > 0 && (WEB.has(port) || port === 5061) ? virtual : pool.servers;
}
