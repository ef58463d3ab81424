import type { PublishedRow } from './published.ts';

/**
 * Reads what the English of a published row says by words and numbers alone. It shares nothing with the grammars of the
 * scraper: it looks for words wherever they stand, and says which it does not know.
 */

type Ranges = readonly string[];

export interface SaidPorts {
  /** `443` or `50000-59999`. */
  ranges: Ranges;
  any: boolean;
  configurable: boolean | null;
}

export interface SaidEnd {
  any: boolean;
  narrowed: boolean;
  roles: readonly string[];
}

/** What a rule of the row has to say. */
export interface Said {
  kind: string;
  role: string | null;
  service: string | null;
  source: SaidEnd | null;
  destination: SaidEnd | null;
  transports: readonly string[];
  implied: boolean;
  protocols: readonly string[];
  ports: SaidPorts | null;
  sourcePorts: SaidPorts | null;
  name: string | null;
  nodePorts: SaidPorts | null;
  monitor: { role: string; ports: SaidPorts } | null;
  persistence: string | null;
  property: string | null;
  authentication: string | null;
  direction: string | null;
  optional: boolean | null;
  /** The products whose page it is, but for those that the row excepts. */
  releases: readonly string[] | null;
  interface: string | null;
  firewall: string | null;
}

export interface Reading {
  /** Why the row says nothing by itself; null where it says something. */
  silent: 'blank' | 'total' | 'count of another row' | null;
  says: Said[];
  /** Words that nothing here knows. */
  unknown: string[];
}

const NOTHING: Omit<Said, 'kind'> = {
  role: null,
  service: null,
  source: null,
  destination: null,
  transports: [],
  implied: false,
  protocols: [],
  ports: null,
  sourcePorts: null,
  name: null,
  nodePorts: null,
  monitor: null,
  persistence: null,
  property: null,
  authentication: null,
  direction: null,
  optional: null,
  releases: null,
  interface: null,
  firewall: null,
};

// ---- words ---------------------------------------------------------------------------------------------------------

const PROTOCOLS: readonly [word: RegExp, id: string, implies: string | null][] = [
  [/\bHTTP\b/i, 'http', 'tcp'],
  [/\bHTTPS\b/i, 'https', 'tcp'],
  [/\bTLS\b/i, 'tls', 'tcp'],
  [/\bMTLS\b/i, 'mtls', 'tcp'],
  [/\bSIP\b/i, 'sip', null],
  [/\bPSOM\b/i, 'psom', 'tcp'],
  [/\bSTUN\b/i, 'stun', null],
  [/\bMSTURN\b/i, 'msturn', null],
  [/\bRTP\b/i, 'rtp', null],
  [/\bDNS\b/i, 'dns', null],
  [/\bDHCP\b/i, 'dhcp', 'udp'],
  [/\bSMB\b/i, 'smb', 'tcp'],
  [/\bDCOM\b/i, 'dcom', 'tcp'],
  [/\bRPC\b/i, 'rpc', 'tcp'],
  [/\bXMPP\b/i, 'xmpp', 'tcp'],
];

// Longer names first: what is found is taken out of the text.
const ROLES: readonly [name: RegExp, role: string][] = [
  [/Front End Servers? that also run a Collocated Mediation Server/i, 'front-end-server-with-mediation-server'],
  [/Front End Servers? where the Central Management store resides/i, 'front-end-server-with-central-management-store'],
  [
    /Front End Server load balancer \(if the pool also runs Mediation Server\)/i,
    'front-end-load-balancer-with-mediation-server',
  ],
  [/Front End Server load balancer/i, 'front-end-load-balancer'],
  [/Director (?:Hardware )?load balancer/i, 'director-load-balancer'],
  [/Mediation Server load balancer/i, 'mediation-load-balancer'],
  [/Persistent Chat Front End Server/i, 'persistent-chat-front-end-server'],
  [/Front End (?:servers?(?: server)?|pool)/i, 'front-end-server'],
  [/Directors?(?: pool| web services)?\b/i, 'director'],
  [/Survivable Branch Appliance/i, 'survivable-branch-appliance'],
  [/Survivable Branch Server/i, 'survivable-branch-server'],
  [/Standard Edition server/i, 'standard-edition-server'],
  [/XMPP Proxy service/i, 'xmpp-proxy-service'],
  [/(?:Edge Server )?Access (?:Edge service|interface)/i, 'access-edge-service'],
  [/(?:Edge Server )?Web Conferencing Edge service/i, 'web-conferencing-edge-service'],
  [/(?:Edge Server )?A\/V Edge (?:service|Server)/i, 'av-edge-service'],
  [/Cloud Connectorr? Edge/i, 'cloud-connector-edge-component'],
  [/Cloud Connectorr? host/i, 'cloud-connector-host'],
  [/Cloud Connectorr? Mediation component/i, 'cloud-connector-mediation-component'],
  [/SBC\/PSTN Gateway/i, 'pstn-gateway'],
  [/Edge Server/i, 'edge-server'],
  [/Reverse proxy/i, 'reverse-proxy'],
  [/Office Web Apps(?: Servers?)?/i, 'office-web-apps-server'],
  [/Mediation Server(?:s\b|\(s\))?/i, 'mediation-server'],
  [/Application Sharing Servers?/i, 'application-sharing-server'],
  [/Exchange Unified Messaging/i, 'exchange-unified-messaging'],
  [/Live Messenger clients/i, 'live-messenger-client'],
  [/Internal clients/i, 'internal-client'],
  [/Clients/i, 'client'],
  [/Federated partner/i, 'federated-partner'],
  [/Public IM connectivity partners/i, 'public-im-partner'],
  [/All internal servers/i, 'all-internal-servers'],
  [/All Servers/i, 'all-servers'],
  [/Conferencing Server/i, 'conferencing-server'],
  [/Application Server/i, 'application-server'],
  [/SQL Server/i, 'sql-server'],
  [/Skype Meetings App/i, 'skype-meetings-app'],
  [/\bTeams\b/, 'teams-client'],
  [/Hosting server/i, 'statistics-manager-server'],
  [/Agents/i, 'statistics-manager-agent'],
  [/Front End/i, 'front-end-server'],
];

// Clauses that say more about a role that is named before them.
const CLAUSES: readonly RegExp[] = [
  /\(shares (?:an )?IP address with (?:the )?Access Edge service\)?/gi,
  /running the XMPP Gateway service/gi,
  /running Conferencing Attendant/gi,
  /using this Edge Server/gi,
  /that holds the (?:Central Management store|internal interface)/gi,
  /in (?:a|your) (?:Front End )?pool/gi,
  /for conferencing/gi,
];

const AROUND =
  /^(?:each|any|or|and|the|a|of|your|following|using|nat|can|be|defined|as|ip|ips|vip|virtual|address|addresses|interface|public|private|internal|external|listener|service|pool)$/i;

const SERVICES: readonly [name: RegExp, service: string][] = [
  [/^Audio\/Video Conferencing service$/i, 'av-conferencing-service'],
  [/^Conferencing Attendant service(?: \(dial-in conferencing\))?$/i, 'conferencing-attendant-service'],
  [/^Persistent Chat Windows Communication Foundation \(WCF\)$/i, 'persistent-chat-wcf'],
];

const PERIMETER = new Set([
  'edge-server',
  'access-edge-service',
  'web-conferencing-edge-service',
  'av-edge-service',
  'xmpp-proxy-service',
  'reverse-proxy',
  'cloud-connector-mediation-component',
  'cloud-connector-edge-component',
  'cloud-connector-host',
]);
const OUTSIDE = new Set([
  'client',
  'federated-partner',
  'public-im-partner',
  'office-365',
  'live-messenger-client',
  'skype-meetings-app',
  'teams-client',
]);

// ---- the row -------------------------------------------------------------------------------------------------------

/** What the row says, a rule each. */
export function read(row: PublishedRow): Reading {
  const reading: Reading = { silent: null, says: [], unknown: [] };
  if (row.cells.every(({ lines }) => lines.join('').trim() === '')) return { ...reading, silent: 'blank' };
  const kind = kindOf(row);
  if (kind === 'media-range') return readMediaRange(row, reading);
  if (kind === 'sentence') return readSentences(row, reading);

  const under = (header: RegExp) => row.cells.find((cell) => header.test(cell.header))?.lines ?? null;
  const text = (header: RegExp) => under(header)?.join('\n').trim() || null;
  const ends = endsOf(row, reading);
  const composite = text(/^(?:role\/)?protocol\s?\/.*port$/i);
  const port = composite ?? text(/^(?:ports?|port number|port range|port or port range|destination port.*)$/i);
  const source = text(/^source port$/i);
  const protocol = text(/^(?:role or )?protocol$/i);
  const transport = text(/^tcp or udp$/i);
  const virtualIp = under(/^virtual ip/i);
  const note = text(/^(?:notes|comments|applications|purpose|description)$/i) ?? '';
  const beside = virtualIp === null ? [protocol, transport] : [note];
  // "Used by … application for SIP listening requests"
  const user = /^used by (?<service>.+) application for (?<protocol>\w+) listening requests$/i.exec(note)?.groups;
  if (user?.protocol !== undefined) beside.push(user.protocol);
  const words = beside.map((each) => withoutRemark(each ?? '')).join('\n');
  const who = text(/^(?:server role|load balancer|component)$/i);
  const prefix = /^(Access|Web Conferencing|A\/V)\//i.exec(protocol ?? composite ?? '')?.[1];

  const given = virtualIp === null ? (port ?? '') : (virtualIp.at(-1) ?? '');
  for (const part of partsOf(composite === null ? given : composite.replace(/^(?:A\/V)\//i, ''))) {
    const sourceWords = source === null || partsOf(source).length !== 1 ? '' : source;
    const transports = transportsIn(`${part.words}\n${words}\n${sourceWords}`);
    const protocols = protocolsIn(`${part.words}\n${words.replace(/^(?:A\/V)\//i, '')}`);
    const implied = [...new Set(protocols.flatMap((id) => PROTOCOLS.find((each) => each[1] === id)?.[2] ?? []))].sort();
    const without = transports.length === 0;
    const ports = said(part.ranges, given, row);
    const said_: Said = {
      kind,
      role: null,
      service: serviceIn(user === undefined ? text(/^service name$/i) : `${user.service} service`),
      ...ends,
      transports: without ? implied : transports,
      implied: without && implied.length > 0,
      protocols,
      ports,
      sourcePorts:
        source === null
          ? null
          : said(
              partsOf(source).flatMap(({ ranges }) => ranges),
              source,
              row,
            ),
      name: virtualIp === null ? null : virtualIp.slice(0, -1).join(' '),
      nodePorts: null,
      monitor: null,
      persistence: text(/^persistence/i)?.toLowerCase() ?? null,
      property: null,
      authentication: text(/^authentication/i) === 'Do not authenticate' ? 'none' : null,
      direction: directionIn(row, note),
      optional: /\boptional|\boff by default/i.test(`${note}\n${port ?? ''}`) ? true : null,
      releases: releasesIn(row),
      interface: null,
      firewall: null,
    };
    const node = text(/^node port$/i);
    if (node !== null)
      said_.nodePorts = said(
        partsOf(node).flatMap(({ ranges }) => ranges),
        node,
        row,
      );
    const monitor = under(/monitor/i);
    if (monitor !== null) {
      const role = rolesIn(monitor.slice(0, -1).join(' '), reading)[0] ?? '?';
      const last = monitor.at(-1) ?? '';
      said_.monitor = {
        role,
        ports: said(
          partsOf(last).flatMap(({ ranges }) => ranges),
          last,
          row,
        ),
      };
    }
    said_.role = roleOf(said_);
    place(said_, row);
    reading.says.push(said_);
  }
  return reading;

  function roleOf(each: Said): string | null {
    if (each.monitor !== null) return each.monitor.role;
    if (prefix !== undefined) {
      const services = { access: 'access-edge-service', 'web conferencing': 'web-conferencing-edge-service' };
      return services[prefix.toLowerCase() as keyof typeof services] ?? 'av-edge-service';
    }
    // A list of telephones, each with its maker's name.
    if (who !== null && /\bphone\b/i.test(who)) return 'ip-phone';
    if (who !== null) return rolesIn(who, reading)[0] ?? '?';
    if (kind === 'client') return 'client';
    if (kind === 'listener' && /SQL Server/.test(row.captions.join(' '))) return 'sql-server';
    return null;
  }
}

/** Two rows of settings or a row of start and count: the range is from the start on, as many as the count. */
function readMediaRange(row: PublishedRow, reading: Reading): Reading {
  const [first, ...values] = row.cells.map(({ lines }) => lines.join(' ').trim());
  const name = first ?? '';
  if (/^totals?$/i.test(name)) return { ...reading, silent: 'total' };
  const property = /Port(?:Start|Count)$/.test(name) ? name : null;
  if (property?.endsWith('Count')) return { ...reading, silent: 'count of another row' };
  const media = property?.replace(/PortStart$/, '').replace(/^App(?=Sharing)/, 'Application') ?? name;
  const counts = row.others.find((cells) => cells[0] === property?.replace(/Start$/, 'Count'));
  const protocol = row.cells.find(({ header }) => /^protocol$/i.test(header))?.lines.join(' ') ?? '';
  const clients = /\bclients\b/i.test(row.captions.join(' '));
  const about = /\bApplication Server\b/i.exec(row.captions[0] ?? '') ? 'application-server' : null;
  const roleless = clients ? 'client' : about;
  const pairs = property
    ? row.cells.slice(1).flatMap(({ header }, at): [string | null, string, string][] => {
        if (/^protocol$/i.test(header)) return [];
        const role = /^port value$/i.test(header) ? roleless : (rolesIn(header, reading)[0] ?? '?');
        return [[role, values[at] ?? '', counts?.[at + 1] ?? '']];
      })
    : [[roleless, values[0] ?? '', values[1] ?? ''] as const];
  for (const [role, start, count] of pairs) {
    if (!/\d/.test(start)) continue;
    const ranges = [`${Number(start)}-${Number(start) + Number(count) - 1}`];
    reading.says.push({
      ...NOTHING,
      kind: 'media-range',
      role,
      service: media.replaceAll(/(?<=[a-z])(?=[A-Z])| /g, '-').toLowerCase(),
      transports: transportsIn(protocol),
      protocols: protocolsIn(protocol),
      ports: { ranges, any: false, configurable: true },
      property,
    });
  }
  return reading;
}

/** "Outbound TCP port 8443 (customizable port number) to …" under the server that it is said of. */
function readSentences({ cells }: PublishedRow, reading: Reading): Reading {
  for (const { header, lines } of cells) {
    const text = lines.join(' ');
    const found = /\b(in|out)bound (tcp|udp) ports? (\d[\d ,or]*\d)(?<left> \(customizable port number\))?/i.exec(text);
    if (found === null) continue;
    const [, way = '', transport = '', numbers = ''] = found;
    const ranges = numbers.match(/\d+/g) ?? [];
    const [role = '?'] = rolesIn(header, reading);
    reading.says.push({
      ...NOTHING,
      kind: 'listener',
      role,
      transports: [transport.toLowerCase()],
      ports: { ranges, any: false, configurable: found.groups?.left !== undefined },
      direction: `${way.toLowerCase()}bound`,
    });
  }
  return reading;
}

// ---- cells ---------------------------------------------------------------------------------------------------------

function kindOf({ cells, captions }: PublishedRow): string {
  const headers = cells.map(({ header }) => header.toLowerCase());
  const has = (...words: string[]) => headers.some((header) => words.some((word) => header.startsWith(word)));
  if (has('rule name')) return 'ipsec-exemption';
  if (has('virtual ip')) return 'virtual-ip';
  if (has('packet type', 'client traffic type', 'property')) return 'media-range';
  if (has('hosting server', 'agents')) return 'sentence';
  if (has('source', 'destination', 'protocol / port', 'role/')) return 'flow';
  if (has('load balancer')) return 'load-balancer';
  if (has('component') || /client ports/i.test(captions[0] ?? '')) return 'client';
  return 'listener';
}

interface Part {
  words: string;
  ranges: string[];
}

/** Numbers with the words before them (or behind, where none are before): those of the same words are one part. */
function partsOf(cell: string): Part[] {
  const plain = cell.replaceAll('\\', '').replaceAll(/\(optional\)/gi, '');
  // 49 152 and 50,000 are one number each; 80, 443 are two.
  const tokens = plain.match(/\d{1,3}(?:[ ,]\d{3})+(?!\d)|\d+|[A-Za-z]+|[-–—]/g) ?? [];
  const parts: Part[] = [];
  let part: Part = { words: '', ranges: [] };
  for (const [at, token] of tokens.entries()) {
    const isNumber = /^\d/.test(token);
    if (!isNumber && !/^[-–—]$/.test(token) && !/^(?:and|or)$/i.test(token)) {
      if (part.ranges.length > 0) {
        parts.push(part);
        part = { words: '', ranges: [] };
      }
      part.words += `${token} `;
    }
    if (!isNumber) continue;
    const number = token.replaceAll(/[ ,]/g, '');
    const isEnd = /^[-–—]$/.test(tokens[at - 1] ?? '') && /^\d/.test(tokens[at - 2] ?? '');
    if (isEnd) part.ranges.push(`${part.ranges.pop()}-${number}`);
    else part.ranges.push(number);
  }
  parts.push(part);
  const numbered = parts.filter(({ ranges }) => ranges.length > 0);
  if (numbered.length === 0) return [part];
  const alike = Map.groupBy(numbered, ({ words }) => words);
  return [...alike].map(([words, each]) => ({ words, ranges: each.flatMap(({ ranges }) => ranges) }));
}

function said(ranges: Ranges, cell: string, { footnotes }: PublishedRow): SaidPorts {
  const any = /\bany\b/i.test(cell);
  const left = /^(?:statically defined|specified)/i.test(cell);
  const mark = /\*+$/.exec(cell.replaceAll('\n', ' ').trim())?.[0];
  const footnote = footnotes.find((each) => each.mark === mark)?.text;
  const byFootnote = mark === undefined ? false : footnote === undefined ? null : /configur/i.test(footnote);
  return { ranges, any, configurable: left || byFootnote };
}

/** "TCP - Client and device retrieval of …", "HTTPS (from reverse proxy)", "Not supported in …" are no protocols. */
function withoutRemark(cell: string): string {
  return cell
    .replace(/ [-–] .*$/s, '')
    .replace(/^not supported.*$/gim, '')
    .replace(/\(from reverse proxy\)/i, '');
}

function transportsIn(text: string): string[] {
  return ['tcp', 'udp'].filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(text));
}

function protocolsIn(text: string): string[] {
  return PROTOCOLS.filter(([word]) => word.test(text))
    .map(([, id]) => id)
    .sort();
}

function serviceIn(cell: string | null): string | null {
  const name = cell?.replace(/^(?:Lync Server|Skype for Business Server) /, '') ?? null;
  if (name === null || /^(?:various|not applicable)$/i.test(name)) return null;
  return SERVICES.find(([pattern]) => pattern.test(name))?.[1] ?? name.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function directionIn({ cells }: PublishedRow, note: string): string | null {
  const cell = cells.find(({ header }) => /^(?:direction|rule name)$/i.test(header))?.lines.join(' ') ?? '';
  const word = /\b(in|out)bound\b/i.exec(cell) ?? /^open (in|out)bound(?!\/)/i.exec(note);
  return word === null ? null : `${word[1]?.toLowerCase()}bound`;
}

/** "Not supported in … 2019", "no longer supported in … 2019": it is for the other products of the page. */
function releasesIn({ cells, products }: PublishedRow): string[] | null {
  const all = cells.map(({ lines }) => lines.join(' ')).join(' ');
  const year = /\b(?:not|no longer) supported in [^.]*?\b(20\d\d)\b/i.exec(all)?.[1];
  return year === undefined ? null : products.filter((product) => !product.endsWith(year));
}

function endsOf(row: PublishedRow, reading: Reading): Pick<Said, 'source' | 'destination'> {
  const under = (header: RegExp) =>
    row.cells
      .find((cell) => header.test(cell.header))
      ?.lines.join('\n')
      .trim();
  const [source, destination] = [under(/^source \(?ip/i), under(/^destination \(?ip/i)];
  const hosts = under(/^destination fqdns$/i);
  const app = under(/^app$/i);
  const end = (text: string | undefined) => (text === undefined ? null : endIn(text, reading));
  if (app === undefined) return { source: end(source), destination: end(destination) };
  const strange = hosts
    ?.split('\n')
    .filter(
      (host) =>
        !/\.(?:lync|microsoft|skype|sfbassets|msecnd|live|office|s-microsoft)\.(?:com|net)$/.test(
          host.replace(/^\*/, '.'),
        ),
    );
  reading.unknown.push(...(strange ?? []));
  return { source: end(app), destination: { any: false, narrowed: false, roles: ['office-365'] } };
}

function endIn(text: string, reading: Reading): SaidEnd {
  const roles = rolesIn(text.replace(/^Any of the following.*:|^Any:/i, ''), reading);
  // "Any (can be defined as …)" is anybody, to be narrowed; "Any of the following" is those that follow.
  const any = /^any(?:$|\s*\()/i.test(text);
  return { any, narrowed: any && roles.length > 0, roles };
}

/** The roles that the text names, in their order; words that are left must be known to say nothing more. */
function rolesIn(text: string, reading: Reading): string[] {
  let rest = text.replaceAll(/\s+/g, ' ');
  // "Standard Edition server IP, …, or pool": a pool of those that have pools.
  const barePool = /Standard Edition server.*, or pool\b/i.test(rest);
  for (const clause of CLAUSES) rest = rest.replaceAll(clause, (found) => ' '.repeat(found.length));
  const found: [at: number, role: string][] = barePool ? [[rest.length, 'front-end-server']] : [];
  for (const [name, role] of ROLES) {
    rest = rest.replaceAll(new RegExp(name.source, `g${name.flags}`), (match, ...groups) => {
      found.push([groups.find((each) => typeof each === 'number') ?? 0, role]);
      return ' '.repeat(match.length);
    });
  }
  const words = rest.match(/[A-Za-z][\w/-]*/g) ?? [];
  reading.unknown.push(...words.filter((word) => !AROUND.test(word)));
  return [...new Set(found.toSorted(([a], [b]) => a - b).map(([, role]) => role))];
}

/** Interface and firewall: from the captions, and from whom the perimeter network talks to. */
function place(each: Said, { captions, cells }: PublishedRow): void {
  const sides = captions.flatMap((caption) => /\b(ex|in)ternal interface\b/i.exec(caption)?.[1]?.toLowerCase() ?? []);
  const side = sides[0] === undefined ? null : `${sides[0]}ternal`;
  const address = /virtual ip/i.test(captions[0] ?? '')
    ? 'virtual-ip'
    : /\bnode\b/i.test(captions[0] ?? '')
      ? 'node'
      : null;
  if (each.kind === 'virtual-ip') each.interface = side === null ? null : `${side} virtual-ip`;
  if (each.kind !== 'flow') return;
  const [from, to] = [zoneOf(each.source), zoneOf(each.destination)];
  const crosses = (from === 'perimeter') !== (to === 'perimeter');
  const text = cells.find(({ header }) =>
    (from === 'perimeter' ? /^source \(?ip/i : /^destination \(?ip/i).test(header),
  );
  const shown = crosses ? (text?.lines.join(' ') ?? '') : '';
  const named = /\binternal\b/i.test(shown) ? 'internal' : /\b(?:public|external)\b/i.test(shown) ? 'external' : null;
  const own = side ?? named;
  const walls = captions.flatMap(
    (caption) => /\b(ex|in)ternal (?:port |a\/v )?firewall\b/i.exec(caption)?.[1]?.toLowerCase() ?? [],
  );
  const wall = walls[0] === undefined ? null : `${walls[0]}ternal`;
  const other = from === 'perimeter' ? to : from;
  const at = wall ?? own ?? (other === 'external' || other === 'internal' ? other : null);
  if (crosses && at !== null) each.firewall = `${at} ${(from === 'perimeter') === (at === 'external') ? 'out' : 'in'}`;
  const face = own ?? (crosses && at === 'external' ? at : null);
  each.interface = face === null ? null : `${face} ${side === null ? null : address}`;
}

function zoneOf(end: SaidEnd | null): string | null {
  if (end === null || (end.any && !end.narrowed)) return null;
  const zones = new Set(
    end.roles.map((role) => (PERIMETER.has(role) ? 'perimeter' : OUTSIDE.has(role) ? 'external' : 'internal')),
  );
  return zones.size === 1 ? ([...zones][0] ?? null) : null;
}
