import * as z from 'zod/mini';
import { blockOf, isHost } from './addresses.ts';

/**
 * What a person says of a deployment. Every question has an answer already, and it is the closed one: what is not said
 * opens nothing. `schema.json` is made of this, words included, so that editors complete and explain it. In the smaller
 * form of zod, for browsers load it too.
 */

/** Products whose pages have a plan. */
export const PRODUCTS = [
  'lync-server-2013',
  'skype-for-business-server-2015',
  'skype-for-business-server-2019',
  'cloud-connector-edition',
] as const;

/** Texts go into comments of every syntax, and a control character could end one. */
const Text = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(60), z.regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u, { error: 'text' }));

const Host = z
  .string()
  .check(
    z.superRefine((text, context) => {
      const block = blockOf(text);
      if (typeof block === 'string') context.addIssue({ code: 'custom', message: block, input: text });
      else if (!isHost(block)) context.addIssue({ code: 'custom', message: 'network-here', input: text });
    }),
  )
  .register(z.globalRegistry, { id: 'Address', description: 'One IPv4 or IPv6 address.' });

const Network = z
  .string()
  .check(
    z.superRefine((text, context) => {
      const block = blockOf(text);
      if (typeof block === 'string') context.addIssue({ code: 'custom', message: block, input: text });
    }),
  )
  .register(z.globalRegistry, {
    id: 'Network',
    description: 'One address, or a network as 10.1.0.0/16, without host bits.',
  });

const Hosts = z._default(z.array(Host), []);
const Networks = z._default(z.array(Network), []);
const NetworksOrAny = z._default(z.union([z.literal('any'), z.array(Network)]), []);
const Off = z._default(z.boolean(), false);
const On = z._default(z.boolean(), true);

const Port = z.int().check(z.minimum(1), z.maximum(65535));
const Range = z
  .strictObject({ from: Port, to: Port })
  .check(z.refine(({ from, to }) => from <= to, { error: 'range' }))
  .register(z.globalRegistry, { id: 'Range', description: 'Ports, both ends included.' });

const Balancing = z._default(z.enum(['none', 'dns', 'hardware']), 'none');
const Name = z.optional(Text);
const MaybeHost = z.optional(Host);

/** A part that may be left out: then each of its questions has its own answer. */
function part<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.prefault(z.strictObject(shape), {} as z.input<z.ZodMiniObject<Shape, z.core.$strict>>);
}

function list<Item extends z.ZodMiniType>(item: Item) {
  return z._default(z.array(item), []);
}

const EdgeServer = z.strictObject({
  name: Name,
  internal: Host.check(z.describe('Address of the internal interface.')),
  access: Host.check(z.describe('Address of the Access Edge service, as the server has it.')),
  webConferencing: MaybeHost.check(z.describe('Left out with one address for all services.')),
  av: MaybeHost.check(z.describe('Left out with one address for all services.')),
  public: z
    .optional(z.strictObject({ access: Host, webConferencing: MaybeHost, av: MaybeHost }))
    .check(z.describe('With NAT, the public address of each.')),
});

const Edge = part({
  kind: z._default(z.enum(['none', 'single', 'scaled']), 'none'),
  balancing: z
    ._default(z.enum(['dns', 'hardware']), 'dns')
    .check(z.describe('Scaled only: what spreads external traffic.')),
  internalBalancing: z
    .optional(z.enum(['dns', 'hardware']))
    .check(z.describe('Scaled only, and only where it is another kind than outside.')),
  nat: Off.check(z.describe('Whether external addresses are private and translated.')),
  addresses: z
    ._default(z.enum(['three', 'one']), 'three')
    .check(z.describe('An address for each service, or one with ports 5061, 444 and 443.')),
  servers: list(EdgeServer),
  virtual: part({ internal: MaybeHost, access: MaybeHost, webConferencing: MaybeHost, av: MaybeHost }).check(
    z.describe('Virtual addresses of hardware load balancers.'),
  ),
  translatesSources: Off.check(
    z.describe(
      'Whether the load balancer translates sources: then 5061, 80, 53 and 5269 leave from its address, not the server’s.',
    ),
  ),
  oldClients: Off.check(
    z.describe(
      'Whether Exchange 2007 or 2010 Unified Messaging or clients of Office Communications Server are there: these alone need the internal virtual address for media.',
    ),
  ),
  mediaBack: Off.check(z.describe('TCP 443 from the internal virtual address to anybody inside; one table has it.')),
  mediaRangeOutbound: Off.check(
    z.describe('Source ports 50,000-59,999 going out to any port. Media works without, by 443 and 3478.'),
  ),
});

const Pool = z.strictObject({
  name: Name,
  edition: z._default(z.enum(['standard', 'enterprise']), 'enterprise'),
  servers: z.array(Host).check(z.minLength(1)),
  balancing: Balancing.check(z.describe('dns: web services alone are on the virtual address.')),
  virtual: MaybeHost.check(z.describe('Virtual address of its load balancer.')),
  centralManagementStore: Off,
  mediation: Off.check(z.describe('Whether a Mediation Server is collocated.')),
});

const ServerPool = z.strictObject({
  name: Name,
  servers: z.array(Host).check(z.minLength(1)),
  balancing: Balancing,
  virtual: MaybeHost,
});

const SqlServer = z.strictObject({
  name: Name,
  address: Host,
  defaultInstance: Off.check(z.describe('TCP 1433.')),
  browser: Off.check(z.describe('UDP 1434, where instances are found by name.')),
  namedInstances: list(Port).check(z.describe('The static TCP port of each.')),
});

const Partner = z.strictObject({
  name: Name,
  access: Networks.check(z.describe('Addresses of its Access Edge service.')),
  media: Networks.check(z.describe('Addresses of its A/V Edge service.')),
  communicationsServer2007: Off.check(z.describe('Whether it runs OCS 2007: these alone need 50,000-59,999 inbound.')),
});

const Branch = z.strictObject({
  name: Name,
  address: Host,
  kind: z._default(z.enum(['appliance', 'server']), 'appliance'),
});

export const Deployment = z
  .strictObject({
    $schema: z.optional(z.string()),
    name: z._default(Text, 'Deployment'),
    version: z._default(Text, '1').check(z.describe('Yours: every output says it.')),
    product: z.enum(PRODUCTS),
    edge: Edge,
    cloudConnector: part({
      edge: Hosts.check(z.describe('External addresses of Edge components, as the machines have them.')),
      public: Hosts.check(z.describe('With NAT, their public addresses in the same order.')),
      mediation: Hosts.check(z.describe('Addresses of Mediation components.')),
      hosts: Hosts.check(z.describe('Addresses of host machines, which update themselves over the Internet.')),
      configuration: z
        ._default(z.enum(['minimum', 'recommended']), 'minimum')
        .check(z.describe('Recommended opens 50,000-59,999, so that media goes directly.')),
    }).check(z.describe('Cloud Connector Edition only.')),
    pools: list(Pool).check(z.describe('Front End pools and Standard Edition servers.')),
    directors: list(ServerPool),
    mediationServers: list(ServerPool).check(z.describe('Stand-alone Mediation Servers.')),
    persistentChat: list(ServerPool),
    officeWebApps: Hosts,
    survivableBranches: list(Branch),
    exchangeUnifiedMessaging: Hosts,
    reverseProxy: part({
      outside: Hosts.check(z.describe('Addresses that listen outside, as the machine has them.')),
      public: Hosts.check(z.describe('With NAT, their public addresses in the same order.')),
      inside: Hosts.check(z.describe('Addresses from which it connects inside.')),
      http: Off.check(z.describe('TCP 80 from outside; the page calls it optional.')),
      translatesPorts: On.check(z.describe('443 to 4443 and 80 to 8080; else the load balancer behind it does.')),
    }),
    sqlServers: list(SqlServer),
    fileServers: Hosts,
    trustedApplications: Hosts,
    statisticsManager: Hosts.check(z.describe('Servers of Statistics Manager.')),
    networks: part({
      clients: Networks,
      branches: Networks,
      administrators: Networks.check(
        z.describe('Instead of "Any" at the logging ports 50001-50003, and for management.'),
      ),
      dns: NetworksOrAny.check(z.describe('DNS servers that the Edge asks outside; "any" as the page has it.')),
    }),
    gateways: part({
      tcp: Hosts.check(z.describe('PSTN gateways that connect to 5068 without TLS.')),
      tls: Hosts.check(z.describe('PSTN gateways that connect to 5067 with TLS.')),
    }),
    external: part({
      users: Off.check(z.describe('Users sign in from the Internet.')),
      federation: z._default(z.enum(['none', 'open', 'partners']), 'none'),
      partners: list(Partner),
      publicIm: NetworksOrAny.check(z.describe('Public IM providers: "any", or their addresses.')),
      xmpp: NetworksOrAny.check(
        z.describe('XMPP partners: "any", or their addresses. Not in Skype for Business Server 2019.'),
      ),
    }),
    features: part({
      webConferencing: Off,
      audioVideo: Off,
      applicationSharing: Off,
      videoBasedScreenSharing: Off,
      dialIn: Off,
      responseGroup: Off,
      callPark: Off,
      callAdmissionControl: Off,
      mobility: Off,
      remoteCallControl: Off.check(
        z.describe('Opens 5060 without TLS to trusted applications; leave it closed otherwise.'),
      ),
    }),
    mediaRanges: part({
      audio: z.optional(Range),
      video: z.optional(Range),
      applicationSharing: z.optional(Range),
    }).check(z.describe('As configured on servers, where they are not the published ones.')),
    firewalls: part({
      external: On.check(z.describe('Between the Internet and the perimeter network.')),
      internal: On.check(z.describe('Between the perimeter network and the inside.')),
      hosts: On.check(z.describe('That of every server inside.')),
      stateful: On.check(z.describe('Stateless ones need rules for replies.')),
      interfaces: part({
        outside: z._default(Text, 'outside'),
        perimeter: z._default(Text, 'dmz'),
        inside: z._default(Text, 'inside'),
      }).check(z.describe('Names of interfaces or zones.')),
    }),
  })
  .register(z.globalRegistry, {
    id: 'Deployment',
    title: 'Deployment',
    description: 'Who is there, at which addresses.',
  });
/** A deployment as a person writes it: what is left out is closed. */
export type DeploymentInput = z.input<typeof Deployment>;
/** A deployment with every answer. */
export type Deployment = z.output<typeof Deployment>;
export type Product = Deployment['product'];
