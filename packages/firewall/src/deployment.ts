import { z } from 'zod';
import { blockOf, isHost } from './addresses.ts';

/**
 * What a person says of a deployment. Every question has an answer already, and it is the closed one: what is not said
 * opens nothing. `schema.json` is made of this, words included, so that editors complete and explain it.
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
  .trim()
  .min(1)
  .max(60)
  .regex(/^[^\p{Cc}\p{Cf}\u2028\u2029]*$/u, { error: 'text' });

const Host = z
  .string()
  .superRefine((text, context) => {
    const block = blockOf(text);
    if (typeof block === 'string') context.addIssue({ code: 'custom', message: block, input: text });
    else if (!isHost(block)) context.addIssue({ code: 'custom', message: 'network-here', input: text });
  })
  .meta({ id: 'Address', description: 'One IPv4 or IPv6 address.' });

const Network = z
  .string()
  .superRefine((text, context) => {
    const block = blockOf(text);
    if (typeof block === 'string') context.addIssue({ code: 'custom', message: block, input: text });
  })
  .meta({ id: 'Network', description: 'One address, or a network as 10.1.0.0/16, without host bits.' });

const Hosts = z.array(Host).default([]);
const Networks = z.array(Network).default([]);
const NetworksOrAny = z
  .union([z.literal('any'), z.array(Network)])
  .default([])
  .describe('"any", or addresses; empty is none.');
const Off = z.boolean().default(false);

const Port = z.int().min(1).max(65535);
const Range = z
  .strictObject({ from: Port, to: Port })
  .refine(({ from, to }) => from <= to, { error: 'range' })
  .meta({ id: 'Range', description: 'Ports, both ends included.' });

const Balancing = z.enum(['none', 'dns', 'hardware']);

const EdgeServer = z.strictObject({
  name: Text.optional(),
  internal: Host.describe('Address of the internal interface.'),
  access: Host.describe('Address of the Access Edge service, as the server has it.'),
  webConferencing: Host.optional().describe('Left out with one address for all services.'),
  av: Host.optional().describe('Left out with one address for all services.'),
  public: z
    .strictObject({ access: Host, webConferencing: Host.optional(), av: Host.optional() })
    .optional()
    .describe('With NAT, the public address of each.'),
});

const Edge = z
  .strictObject({
    kind: z.enum(['none', 'single', 'scaled']).default('none'),
    balancing: z.enum(['dns', 'hardware']).default('dns').describe('Scaled only: what spreads external traffic.'),
    internalBalancing: z
      .enum(['dns', 'hardware'])
      .optional()
      .describe('Scaled only, and only where it is another kind than outside.'),
    nat: Off.describe('Whether external addresses are private and translated.'),
    addresses: z
      .enum(['three', 'one'])
      .default('three')
      .describe('An address for each service, or one with ports 5061, 444 and 443.'),
    servers: z.array(EdgeServer).default([]),
    virtual: z
      .strictObject({
        internal: Host.optional(),
        access: Host.optional(),
        webConferencing: Host.optional(),
        av: Host.optional(),
      })
      .prefault({})
      .describe('Virtual addresses of hardware load balancers.'),
    translatesSources: Off.describe(
      'Whether the load balancer translates sources: then 5061, 80, 53 and 5269 leave from its address, not the server’s.',
    ),
    oldClients: Off.describe(
      'Whether Exchange 2007 or 2010 Unified Messaging or clients of Office Communications Server are there: these alone need the internal virtual address for media.',
    ),
    mediaBack: Off.describe('TCP 443 from the internal virtual address to anybody inside; one table has it.'),
    mediaRangeOutbound: Off.describe(
      'Source ports 50,000-59,999 going out to any port. Media works without, by 443 and 3478.',
    ),
  })
  .prefault({});

const Pool = z.strictObject({
  name: Text.optional(),
  edition: z.enum(['standard', 'enterprise']).default('enterprise'),
  servers: z.array(Host).min(1),
  balancing: Balancing.default('none').describe('dns: web services alone are on the virtual address.'),
  virtual: Host.optional().describe('Virtual address of its load balancer.'),
  centralManagementStore: Off,
  mediation: Off.describe('Whether a Mediation Server is collocated.'),
});

const ServerPool = z.strictObject({
  name: Text.optional(),
  servers: z.array(Host).min(1),
  balancing: Balancing.default('none'),
  virtual: Host.optional(),
});

const SqlServer = z.strictObject({
  name: Text.optional(),
  address: Host,
  defaultInstance: Off.describe('TCP 1433.'),
  browser: Off.describe('UDP 1434, where instances are found by name.'),
  namedInstances: z.array(Port).default([]).describe('The static TCP port of each.'),
});

const Partner = z.strictObject({
  name: Text.optional(),
  access: Networks.describe('Addresses of its Access Edge service.'),
  media: Networks.describe('Addresses of its A/V Edge service.'),
  communicationsServer2007: Off.describe('Whether it runs OCS 2007: these alone need 50,000-59,999 inbound.'),
});

export const Deployment = z
  .strictObject({
    $schema: z.string().optional(),
    name: Text.default('Deployment'),
    version: Text.default('1').describe('Yours: every output says it.'),
    product: z.enum(PRODUCTS),
    edge: Edge,
    cloudConnector: z
      .strictObject({
        edge: Hosts.describe('External addresses of Edge components, as the machines have them.'),
        public: Hosts.describe('With NAT, their public addresses in the same order.'),
        mediation: Hosts.describe('Addresses of Mediation components.'),
        hosts: Hosts.describe('Addresses of host machines, which update themselves over the Internet.'),
        configuration: z
          .enum(['minimum', 'recommended'])
          .default('minimum')
          .describe('Recommended opens 50,000-59,999, so that media goes directly.'),
      })
      .prefault({})
      .describe('Cloud Connector Edition only.'),
    pools: z.array(Pool).default([]).describe('Front End pools and Standard Edition servers.'),
    directors: z.array(ServerPool).default([]),
    mediationServers: z.array(ServerPool).default([]).describe('Stand-alone Mediation Servers.'),
    persistentChat: z.array(ServerPool).default([]),
    officeWebApps: Hosts,
    survivableBranches: z
      .array(
        z.strictObject({
          name: Text.optional(),
          address: Host,
          kind: z.enum(['appliance', 'server']).default('appliance'),
        }),
      )
      .default([]),
    exchangeUnifiedMessaging: Hosts,
    reverseProxy: z
      .strictObject({
        outside: Hosts.describe('Addresses that listen outside, as the machine has them.'),
        public: Hosts.describe('With NAT, their public addresses in the same order.'),
        inside: Hosts.describe('Addresses from which it connects inside.'),
        http: Off.describe('TCP 80 from outside; the page calls it optional.'),
        translatesPorts: z
          .boolean()
          .default(true)
          .describe('443 to 4443 and 80 to 8080; else the load balancer behind it does.'),
      })
      .prefault({}),
    sqlServers: z.array(SqlServer).default([]),
    fileServers: Hosts,
    trustedApplications: Hosts,
    statisticsManager: Hosts.describe('Servers of Statistics Manager.'),
    networks: z
      .strictObject({
        clients: Networks,
        branches: Networks,
        administrators: Networks.describe('Instead of "Any" at the logging ports 50001-50003, and for management.'),
        dns: NetworksOrAny.describe('DNS servers that the Edge asks outside; "any" as the page has it.'),
      })
      .prefault({}),
    gateways: z
      .strictObject({
        tcp: Hosts.describe('PSTN gateways that connect to 5068 without TLS.'),
        tls: Hosts.describe('PSTN gateways that connect to 5067 with TLS.'),
      })
      .prefault({}),
    external: z
      .strictObject({
        users: Off.describe('Users sign in from the Internet.'),
        federation: z.enum(['none', 'open', 'partners']).default('none'),
        partners: z.array(Partner).default([]),
        publicIm: NetworksOrAny.describe('Public IM providers: "any", or their addresses.'),
        xmpp: NetworksOrAny.describe(
          'XMPP partners: "any", or their addresses. Not in Skype for Business Server 2019.',
        ),
      })
      .prefault({}),
    features: z
      .strictObject({
        webConferencing: Off,
        audioVideo: Off,
        applicationSharing: Off,
        videoBasedScreenSharing: Off,
        dialIn: Off,
        responseGroup: Off,
        callPark: Off,
        callAdmissionControl: Off,
        mobility: Off,
        remoteCallControl: Off.describe('Opens 5060 without TLS to trusted applications; leave it closed otherwise.'),
      })
      .prefault({}),
    mediaRanges: z
      .strictObject({ audio: Range.optional(), video: Range.optional(), applicationSharing: Range.optional() })
      .prefault({})
      .describe('As configured on servers, where they are not the published ones.'),
    firewalls: z
      .strictObject({
        external: z.boolean().default(true).describe('Between the Internet and the perimeter network.'),
        internal: z.boolean().default(true).describe('Between the perimeter network and the inside.'),
        hosts: z.boolean().default(true).describe('That of every server inside.'),
        stateful: z.boolean().default(true).describe('Stateless ones need rules for replies.'),
        interfaces: z
          .strictObject({
            outside: Text.default('outside'),
            perimeter: Text.default('dmz'),
            inside: Text.default('inside'),
          })
          .prefault({})
          .describe('Names of interfaces or zones.'),
      })
      .prefault({}),
  })
  .meta({ id: 'Deployment', title: 'Deployment', description: 'Who is there, at which addresses.' });

/** A deployment as a person writes it: what is left out is closed. */
export type DeploymentInput = z.input<typeof Deployment>;
/** A deployment with every answer. */
export type Deployment = z.output<typeof Deployment>;
export type Product = Deployment['product'];
