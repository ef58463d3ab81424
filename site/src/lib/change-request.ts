import { documents, type PortRule, ports } from '@lync/port-catalog';
import { RULE_FIELDS } from '@lync/port-catalog/fields';
import { needText } from '@lync/port-catalog/need';
import { rangesText } from '@lync/port-catalog/ranges';
import { type RequestFile, writeRequests } from '../scripts/tables/request-file.ts';
import { directionOf } from './bar.ts';
import { advisoriesOf, needOf, protocolOf, roleOf, serviceOf } from './catalog.ts';
import { type Language, nameIn, textIn } from './lang.ts';
import { namesOf, productsOf } from './products.ts';
import { sourceUrl } from './sources.ts';
import { type StringKey, say } from './strings.ts';

/**
 * Rules as lines of a change request, for spreadsheets and ticket systems: one fact a column, ports in ASCII. What a
 * page does not say is said to be so, for an empty cell could be read as "any".
 */

/** The columns, in their order: how programs call them, and what stands at their head. */
const COLUMNS = {
  source: 'source',
  destination: 'destination',
  firewall: 'firewall',
  direction: 'direction',
  transport: 'transportOnly',
  ports: 'ports',
  sourcePorts: 'sourcePort',
  protocols: 'protocols',
  purpose: 'purpose',
  need: 'need',
  caution: 'caution',
  product: 'product',
  page: 'sourcePage',
  url: 'sourceUrl',
} as const satisfies Record<string, StringKey>;

/** A line of a change request. */
export type RequestRecord = Readonly<Record<keyof typeof COLUMNS, string>>;

export function requestRecord(rule: PortRule, lang: Language): RequestRecord {
  const document = documents.find(({ id }) => id === rule.origin.document);
  const direction = directionOf(rule);
  const [source, destination] = endsOf(rule, lang);
  return {
    source,
    destination,
    firewall: firewallOf(rule, lang),
    direction: stated(direction === null ? '' : nameIn(RULE_FIELDS.direction.values[direction], lang), lang),
    transport: stated(rule.transports.map((each) => each.toUpperCase()).join(', '), lang),
    ports: portsOf(rule.ports, lang),
    sourcePorts: portsOf(rule.sourcePorts, lang),
    protocols: stated(rule.protocols.map((id) => protocolOf(id).label).join(', '), lang),
    purpose: purposeOf(rule, lang),
    need: needIn(rule, lang),
    caution: advisoriesOf(rule)
      .map(({ title }) => nameIn(title, lang))
      .join('; '),
    product: namesOf(productsOf(rule), lang),
    page: textIn(document?.title ?? null, lang).text,
    url: document === undefined ? '' : (sourceUrl(document) ?? ''),
  };
}

/** Whether the port must be open, and what stops working where it stays closed. */
function needIn(rule: PortRule, lang: Language): string {
  const need = needOf(rule);
  if (need === null) return stated('', lang);
  const closed = need.ifClosed === null ? '' : `. ${say('ifClosed', lang)} ${nameIn(need.ifClosed, lang)}`;
  return `${needText(need, lang)}${closed}`;
}

function stated(text: string, lang: Language): string {
  return text === '' ? say('notStated', lang) : text;
}

function portsOf(set: PortRule['ports'], lang: Language): string {
  if (set?.any === true) return say('any', lang);
  if (set === null || set.ranges.length === 0) return stated(inLine(set?.text ?? ''), lang);
  return rangesText(set.ranges);
}

function firewallOf({ firewall, kind }: PortRule, lang: Language): string {
  if (firewall !== null) return nameIn(RULE_FIELDS.firewall.values[firewall.at], lang);
  return kind === 'listener' ? say('hostFirewall', lang) : stated('', lang);
}

/** Who connects and to whom: of rows that name one end, the other is whom it is known of. */
function endsOf(rule: PortRule, lang: Language): [source: string, destination: string] {
  const { source, destination, callers, calls } = rule;
  if (source !== null || destination !== null) return [endOf(source, lang), endOf(destination, lang)];
  const names = (list: PortRule['callers']) =>
    stated(
      rolesText(
        list.map(({ role }) => role),
        lang,
      ),
      lang,
    );
  const own = stated(
    [rule.role === null ? '' : rolesText([rule.role], lang), rule.name ?? ''].filter(Boolean).join(', '),
    lang,
  );
  return calls.length > 0 ? [own, names(calls)] : [names(callers), own];
}

function rolesText(roles: readonly string[], lang: Language): string {
  return [...new Set(roles)].map((id) => nameIn(roleOf(id).name, lang)).join('; ');
}

/** The roles of an end, and what the page calls it where that says more. */
function endOf(end: PortRule['source'], lang: Language): string {
  if (end === null) return stated('', lang);
  const text = inLine(textIn(end.text, lang).text);
  if (end.any) return end.roles.length > 0 && text !== '' ? text : say('any', lang);
  const roles = rolesText(end.roles, lang);
  if (roles === '') return stated(text, lang);
  if (text === '') return roles;
  return text.toLowerCase().includes(roles.toLowerCase()) ? text : `${roles} (${text})`;
}

/** The service behind the port; else the first thing that the row says of what it is for. */
function purposeOf({ service, notes, protocolNote, ruleName, property }: PortRule, lang: Language): string {
  const said = [notes, protocolNote, ruleName].map((text) => inLine(textIn(text, lang).text));
  const texts = [service === null ? '' : nameIn(serviceOf(service).name, lang), ...said, property ?? ''];
  return stated(texts.find((text) => text !== '') ?? '', lang);
}

function inLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The change requests of all rules in a language, as a file that a page fetches when somebody asks for one. */
export function requestFile(lang: Language): RequestFile {
  const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  return writeRequests(
    keys.map((key) => [key, say(COLUMNS[key], lang)]),
    ports.map((rule) => {
      const record = requestRecord(rule, lang);
      return { id: rule.id, texts: keys.map((key) => record[key]) };
    }),
  );
}
