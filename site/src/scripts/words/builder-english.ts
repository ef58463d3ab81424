/** What the firewall builder says on the English page. */

/** A question of a deployment: what it is called, why it is asked, and its answers where they are to choose from. */
export interface Asked {
  readonly label: string;
  readonly help?: string;
  /** One of them, where it is a list. */
  readonly item?: string;
  readonly answers?: Readonly<Record<string, string>>;
}

const NAME: Asked = { label: 'Name' };
const SERVERS: Asked = { label: 'Addresses of the servers', help: 'One a line.' };
const VIRTUAL: Asked = { label: 'Virtual address' };
const PUBLIC = 'Left out without NAT; else in the same order.';
const BALANCING: Asked = {
  label: 'Load balancing',
  answers: { none: 'None', dns: 'DNS; hardware for web services', hardware: 'Hardware' },
};
const POOL = { name: NAME, servers: SERVERS, balancing: BALANCING, virtual: VIRTUAL };
const ANY_OR_ADDRESSES = '“any”, or addresses one a line; empty is none.';
const RANGE = 'As 49152-57500; empty is the published one.';

/** Questions of a list, under its path. */
function of<Parts extends Readonly<Record<string, Asked>>>(path: string, parts: Parts): Record<string, Asked> {
  return Object.fromEntries(Object.entries(parts).map(([name, asked]) => [`${path}.${name}`, asked]));
}

export const questions: Readonly<Record<string, Asked>> = {
  product: {
    label: 'Product',
    help: 'Decides which pages the rules are read from.',
    answers: {
      'lync-server-2013': 'Lync Server 2013',
      'skype-for-business-server-2015': 'Skype for Business Server 2015',
      'skype-for-business-server-2019': 'Skype for Business Server 2019',
      'cloud-connector-edition': 'Cloud Connector Edition',
    },
  },
  name: { label: 'Name of the deployment', help: 'Stands in the head of every file.' },
  version: { label: 'Your version of it' },
  'edge.kind': {
    label: 'Edge',
    help: 'Each has a page of its own. Without an Edge, nothing is open to the Internet.',
    answers: { none: 'No Edge', single: 'A single Edge Server', scaled: 'A pool of Edge Servers' },
  },
  'edge.balancing': {
    label: 'What spreads external traffic',
    answers: { dns: 'DNS load balancing', hardware: 'Hardware load balancers' },
  },
  'edge.internalBalancing': {
    label: 'Inside of the Edge',
    help: 'The pages advise one kind for both sides.',
    answers: { '': 'The same', dns: 'DNS load balancing', hardware: 'Hardware load balancers' },
  },
  'edge.nat': {
    label: 'External addresses are private and translated (NAT)',
    help: 'The pages exclude it with hardware load balancers.',
  },
  'edge.addresses': {
    label: 'External addresses of a server',
    answers: { three: 'One for each of the three services', one: 'One for all, with ports 5061, 444 and 443' },
  },
  'edge.translatesSources': {
    label: 'The load balancer translates sources',
    help: 'Then 5061, 80, 53 and 5269 leave from the virtual address, else from each server. Look at what leaves yours.',
  },
  'edge.oldClients': {
    label: 'Exchange 2007 or 2010 Unified Messaging, or clients of Office Communications Server, are in use',
    help: 'These alone need the internal virtual address for media.',
  },
  'edge.mediaBack': {
    label: 'TCP 443 from the internal virtual address to anybody inside',
    help: 'One table has it. Leave it closed unless something fails.',
  },
  'edge.mediaRangeOutbound': {
    label: 'Source ports 50,000–59,999 may go out to any port',
    help: 'Media works without, by 443 and 3478.',
  },
  'edge.servers': { label: 'Edge Servers', item: 'Edge Server' },
  ...of('edge.servers', {
    name: NAME,
    internal: { label: 'Internal address' },
    access: { label: 'Access Edge address', help: 'As the server has it.' },
    webConferencing: { label: 'Web Conferencing Edge address' },
    av: { label: 'A/V Edge address' },
    'public.access': { label: 'Public address of Access Edge' },
    'public.webConferencing': { label: 'Public address of Web Conferencing Edge' },
    'public.av': { label: 'Public address of A/V Edge' },
  }),
  ...of('edge.virtual', {
    internal: { label: 'Internal virtual address' },
    access: { label: 'Virtual address of Access Edge' },
    webConferencing: { label: 'Virtual address of Web Conferencing Edge' },
    av: { label: 'Virtual address of A/V Edge' },
  }),
  ...of('cloudConnector', {
    configuration: {
      label: 'Ports of media',
      help: 'Recommended opens 50,000–59,999, so that media goes directly.',
      answers: { minimum: 'Minimum', recommended: 'Recommended' },
    },
    edge: { label: 'External addresses of Edge components', help: 'One a line, as the machines have them.' },
    public: { label: 'Their public addresses', help: PUBLIC },
    mediation: { label: 'Addresses of Mediation components', help: 'One a line.' },
    hosts: { label: 'Addresses of host machines', help: 'They update themselves over the Internet.' },
  }),
  ...of('reverseProxy', {
    outside: { label: 'Addresses that listen outside', help: 'As the machine has them.' },
    public: { label: 'Their public addresses', help: PUBLIC },
    inside: { label: 'Addresses from which it connects inside' },
    http: { label: 'TCP 80 from outside', help: 'The page calls it optional.' },
    translatesPorts: {
      label: 'It connects to 4443 and 8080 itself',
      help: 'Else the load balancer behind it translates 443 and 80.',
    },
  }),
  pools: { label: 'Front End pools and Standard Edition servers', item: 'Pool or server' },
  ...of('pools', {
    ...POOL,
    edition: { label: 'Edition', answers: { enterprise: 'Enterprise', standard: 'Standard' } },
    centralManagementStore: {
      label: 'Holds the Central Management store',
      help: 'It sends changes to the Edge by 4443.',
    },
    mediation: { label: 'A Mediation Server is collocated' },
  }),
  directors: { label: 'Directors', item: 'Director pool' },
  ...of('directors', POOL),
  mediationServers: { label: 'Stand-alone Mediation Servers', item: 'Mediation Server pool' },
  ...of('mediationServers', POOL),
  persistentChat: { label: 'Persistent Chat', item: 'Persistent Chat pool' },
  ...of('persistentChat', POOL),
  officeWebApps: { label: 'Office Web Apps Servers' },
  survivableBranches: { label: 'Survivable branches', item: 'Survivable branch' },
  ...of('survivableBranches', {
    name: NAME,
    address: { label: 'Address' },
    kind: { label: 'Kind', answers: { appliance: 'Appliance', server: 'Server' } },
  }),
  exchangeUnifiedMessaging: { label: 'Exchange Unified Messaging' },
  sqlServers: { label: 'SQL Servers', item: 'SQL Server' },
  ...of('sqlServers', {
    name: NAME,
    address: { label: 'Address' },
    defaultInstance: { label: 'Default instance', help: 'TCP 1433.' },
    browser: { label: 'SQL Browser', help: 'UDP 1434, where instances are found by name.' },
    namedInstances: { label: 'Static ports of named instances', help: 'One a line.' },
  }),
  fileServers: { label: 'File servers' },
  trustedApplications: { label: 'Trusted application servers' },
  statisticsManager: { label: 'Statistics Manager' },
  ...of('networks', {
    clients: { label: 'Networks of clients', help: 'As 10.20.0.0/16, one a line.' },
    branches: { label: 'Networks of branches' },
    administrators: { label: 'Networks of administrators', help: 'Instead of “Any” at the logging ports 50001–50003.' },
    dns: { label: 'DNS servers that the Edge asks outside', help: ANY_OR_ADDRESSES },
  }),
  ...of('gateways', {
    tls: { label: 'PSTN gateways with TLS', help: 'They connect to 5067.' },
    tcp: { label: 'PSTN gateways without TLS', help: 'They connect to 5068.' },
  }),
  ...of('external', {
    users: { label: 'Users sign in from the Internet' },
    federation: {
      label: 'Federation',
      answers: { none: 'None', open: 'With anybody', partners: 'With these partners alone' },
    },
    partners: { label: 'Partners', item: 'Partner' },
    publicIm: { label: 'Public IM providers', help: ANY_OR_ADDRESSES },
    xmpp: { label: 'XMPP partners', help: ANY_OR_ADDRESSES },
  }),
  ...of('external.partners', {
    name: NAME,
    access: { label: 'Addresses of its Access Edge' },
    media: { label: 'Addresses of its A/V Edge' },
    communicationsServer2007: {
      label: 'It runs Office Communications Server 2007',
      help: 'These partners alone need 50,000–59,999 inbound.',
    },
  }),
  ...of('features', {
    webConferencing: { label: 'Web conferencing' },
    audioVideo: { label: 'Audio and video' },
    applicationSharing: { label: 'Application sharing' },
    videoBasedScreenSharing: { label: 'Video-based screen sharing' },
    dialIn: { label: 'Dial-in conferencing' },
    responseGroup: { label: 'Response Group' },
    callPark: { label: 'Call Park' },
    callAdmissionControl: { label: 'Call admission control' },
    mobility: { label: 'Mobile clients' },
    remoteCallControl: {
      label: 'Remote call control without TLS (5060)',
      help: 'Open to trusted applications alone; leave it closed otherwise.',
    },
  }),
  ...of('mediaRanges', {
    audio: { label: 'Audio', help: RANGE },
    video: { label: 'Video', help: RANGE },
    applicationSharing: { label: 'Application sharing', help: RANGE },
  }),
  ...of('firewalls', {
    external: { label: 'Between the Internet and the perimeter network' },
    internal: { label: 'Between the perimeter network and the inside' },
    hosts: { label: 'That of every server inside' },
    stateful: { label: 'They keep state', help: 'Stateless ones need rules for replies.' },
  }),
  ...of('firewalls.interfaces', {
    outside: { label: 'Name of the outside interface or zone' },
    perimeter: { label: 'Name of the perimeter interface or zone' },
    inside: { label: 'Name of the inside interface or zone' },
  }),
};

const rules = (count: number) => `${count} ${count === 1 ? 'rule' : 'rules'}`;

export const builderEnglish = {
  questions,
  steps: {
    product: 'Product',
    edge: 'Edge',
    servers: 'Servers and addresses',
    networks: 'Pools and networks',
    features: 'Features',
  },
  groups: {
    virtual: 'Virtual addresses of the load balancers',
    reverseProxy: 'Reverse proxy',
    cloudConnector: 'Cloud Connector',
    networks: 'Networks',
    gateways: 'PSTN gateways',
    others: 'Other servers',
    external: 'With the Internet',
    features: 'Features in use',
    mediaRanges: 'Media ports, where they are not the published ones',
    firewalls: 'Firewalls',
    interfaces: 'Names of interfaces or zones',
  },
  noEdgeHere: 'This product has no Edge of its own; its Edge components come in the next step.',
  item: (name: string, at: number) => `${name} ${at}`,
  add: (name: string) => `Add: ${name}`,
  remove: (name: string) => `Remove ${name}`,
  step: (at: number, all: number) => `Step ${at} of ${all}`,
  stepFaults: (count: number) => `${count} to put right`,
  back: 'Back',
  next: 'Next',
  startAnew: 'Start anew',
  save: 'Save as a file',
  load: 'Load a file',
  keptHere: 'Nothing is sent: the address of this page holds the deployment, so its link is a document.',
  notReadFile: (why: string) => `The file cannot be read: ${why}`,
  notReadAddress: 'The address holds no deployment that can be read.',
  tooLarge: 'it is too large',
  noDeployment: 'it holds no deployment',
  loaded: (name: string) => `${name} loaded`,
  faults: (count: number) => (count === 1 ? 'One answer to put right' : `${count} answers to put right`),
  noRules: 'No rules yet. Choose an example, or answer the questions.',
  noFiles: 'There are no rules and no files while an answer is wrong.',
  found: (count: number, firewalls: number) =>
    `${rules(count)} for ${firewalls} ${firewalls === 1 ? 'firewall' : 'firewalls'}`,
  diagram: 'Diagram',
  noDiagram: 'The diagram comes with the first rule of a network firewall.',
  decide: 'What you must still decide or know',
  rules: 'Rules by firewall',
  toRules: 'To the rules',
  toFiles: 'To the files',
  count: rules,
  shown: (count: number, all: number) => `${count} of ${rules(all)}`,
  filter: 'Filter the rules',
  firewall: 'Firewall',
  need: 'Required or optional',
  text: 'Text',
  textHint: 'Port, address, role, code',
  all: 'All',
  required: 'required',
  optional: 'optional',
  hostFirewall: (role: string) => `Windows Firewall: ${role}`,
  inbound: 'in',
  outbound: 'out',
  to: 'to',
  any: 'Any',
  more: (count: number) => `${count} more`,
  source: 'Source',
  sourcePorts: 'Source ports',
  destination: 'Destination',
  ports: 'Ports',
  seenOutside: 'outside',
  ifClosed: 'If it is closed',
  why: 'Why',
  derived: 'Who connects is known from',
  bases: {
    flow: 'a row that names both ends',
    quoted: 'the words of a page',
    project: 'this project, with its reason at the rule',
    prose: 'a page, in prose',
  },
  advisories: 'Advisories',
  row: (at: number) => `row ${at}`,
  files: 'Files to take along',
  outputs: {
    xlsx: 'Workbook (xlsx)',
    csv: 'Tables (CSV)',
    json: 'Plan (JSON)',
    svg: 'Diagram (SVG)',
    asa: 'Cisco ASA 8.3 and later',
    ios: 'Cisco IOS',
    powershell: 'Windows Firewall (PowerShell)',
    probes: 'Test scripts (sh, PowerShell)',
    azure: 'Azure network security groups (ARM)',
    terraform: 'Azure (Terraform)',
    capirca: 'Capirca',
    aerleon: 'Aerleon',
    nftables: 'nftables',
    iptables: 'iptables',
    paloalto: 'Palo Alto PAN-OS',
    fortigate: 'FortiGate FortiOS',
  },
  unproven: 'Read back by this project alone: look at it before use.',
  notLoaded: 'This did not load. Check the connection and try again.',
  unused: (count: number) => `${count} published rows are not used`,
  unusedWhy: 'Each with the reason, so that nothing is left out in silence.',
};

export type BuilderWords = typeof builderEnglish;
