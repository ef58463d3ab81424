import type { Catalog, Endpoint, PortSet } from '../../scraper/src/model/catalog.ts';

type Rule = Catalog['ports'][number];

/** Ports as `80 443-444`, or what stands for them. */
export function tellPorts(ports: PortSet | null): string {
  if (ports === null) return '';
  const ranges = ports.ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}-${to}`));
  return [...ranges, ...(ports.any ? ['any'] : []), ...(ports.configurable ? ['configurable'] : [])].join(' ');
}

/** Transports and protocols as `tcp: sip tls`; the transport stands in parentheses where the page only implies it. */
export function tellProtocols({ transports, transportsImplied, protocols }: Rule): string {
  const carried = transports.join(' ');
  return [transportsImplied ? `(${carried})` : carried, ...(protocols.length > 0 ? [protocols.join(' ')] : [])].join(
    ': ',
  );
}

/** An end as the English names of its roles: `Any`, `Any: Directors, Front End Servers`, `Edge Server`. */
export function tellEnd(end: Endpoint | null, { roles }: Pick<Catalog, 'roles'>): string {
  const names = end?.roles.map((id) => nameOf(roles, id)).join(', ') ?? '';
  return [...(end?.any === true ? ['Any'] : []), ...(names === '' ? [] : [names])].join(': ');
}

/** The English name of a role or service; nothing where the rule has none. */
export function nameOf(list: Catalog['roles'] | Catalog['services'], id: string | null): string {
  return list.find((each) => each.id === id)?.name.en ?? '';
}

/** The rule of a published row. */
export function ruleAt({ ports }: Catalog, product: string, table: string, row: number): Rule {
  const rule = ports.find((each) => each.table === `${product}/${table}` && each.origin.row === row);
  if (rule === undefined) throw new Error(`${product}/${table} has no rule of row ${row}`);
  return rule;
}
