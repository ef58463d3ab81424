import type { PortRule, RoleId } from '@lync/port-catalog';
import { type Language, nameIn } from '../lang.ts';
import { escapeXml } from '../xml.ts';
import type { FlowLine, FlowNode, FlowPorts } from './flows.ts';
import { type Drawing, LEADING, type PlacedLine, type PlacedNode, type Point, ROW } from './place.ts';
import { arrowOf, bandName, portLabel, word } from './words.ts';

/** The drawing as SVG. Looks are classes in styles/diagram.css: the site's policy allows no inline style. */

/** Where things lead, passed in: the site's own addresses need the base path that it is built for. */
export interface Links {
  role: (id: RoleId) => string;
  /** The place on the page of the row that a rule stands in. */
  row: (rule: PortRule) => string;
}

export interface Reading {
  lang: Language;
  nameOf: (node: FlowNode) => string;
  links: Links;
  /** Begins the ids of title and description, which have to be unique on the page. */
  id: string;
}

/** A drawing as an SVG element whose nodes and ports are links; it is a group, because an image may hold no links. */
export function draw(drawing: Drawing, reading: Reading): string {
  const { width, height, bands, nodes, lines } = drawing;
  const { lang, id } = reading;
  const nameOfId = new Map(nodes.map(({ node }) => [node.id, reading.nameOf(node)]));
  const parts = [
    `<title id="${id}-t">${escapeXml(word('title', lang))}</title>`,
    `<desc id="${id}-d">${escapeXml(word('description', lang))}</desc>`,
    ...bands.map(
      ({ band, x, y, width: w, height: h }) =>
        `<rect class="${band}" x="${x}" y="${y}" width="${w}" height="${h}" rx="6"/>` +
        `<text class="zone" x="${x + 12}" y="19">${escapeXml(bandName(band, lang))}</text>`,
    ),
    ...lines.map(
      ({ line, paths }) =>
        `<g class="line"${rowsIn(line.ports, reading)}><path d="${paths.map(wayOf).join('')}"/><path class="head" d="${headsOf(line, paths.flat())}"/></g>`,
    ),
    ...nodes.map((node) => nodeSvg(node, reading)),
    ...lines.map((line) => labelSvg(line, nameOfId, reading)),
  ];
  return `<svg class="flow" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="group" aria-labelledby="${id}-t" aria-describedby="${id}-d">${parts.join('')}</svg>`;
}

function nodeSvg({ node, text, x, y, width, height }: PlacedNode, { links }: Reading): string {
  const middle = x + width / 2;
  const top = y + (height - text.length * LEADING) / 2 + 13;
  const lines = text.map((line, at) => `<tspan x="${middle}" y="${top + at * LEADING}">${escapeXml(line)} </tspan>`);
  const box = `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4"/><text>${lines.join('')}</text>`;
  if (node.role === null) return `<g class="node any">${box}</g>`;
  return `<a class="node${node.virtual ? ' virtual' : ''}" href="${escapeXml(links.role(node.role.id))}">${box}</a>`;
}

function labelSvg({ line, label }: PlacedLine, names: ReadonlyMap<string, string>, reading: Reading): string {
  const { lang } = reading;
  const between = `${names.get(line.left)} ↔ ${names.get(line.right)}`;
  const row = (at: number, ports: readonly FlowPorts[], title: string, text: string, look: string) => {
    const y = label.y + at * ROW;
    return (
      `<a href="${escapeXml(hrefOf(ports, reading))}"${rowsIn(ports, reading)}><title>${escapeXml(title)}</title>` +
      `<rect class="${look}" x="${label.x}" y="${y + 1}" width="${label.width}" height="22" rx="4"/>` +
      `<text x="${label.x + 7}" y="${y + 16}">${escapeXml(text)}</text></a>`
    );
  };
  const rows = label.rows.map(({ text, ports }, at) => {
    const advised = ports.advisories.map(({ title }) => nameIn(title, lang));
    const said = `${between.replace('↔', arrowOf(ports))}: ${portLabel(ports, lang)}`;
    const look = [ports.transports.join('-'), ...(advised.length > 0 ? ['advised'] : [])].join(' ');
    return row(at, [ports], [said, ...advised].join('. '), text, look);
  });
  const [first] = label.rest;
  if (first !== undefined) {
    const title = `${between}: ${label.rest.map((ports) => `${arrowOf(ports)} ${portLabel(ports, lang)}`).join(', ')}`;
    rows.push(row(label.rows.length, label.rest, title, `+${label.rest.length}`, 'more'));
  }
  return `<g class="label">${rows.join('')}</g>`;
}

/** The row of the first rule; it stands for all of them, which the page marks. */
function hrefOf(ports: readonly FlowPorts[], { links }: Reading): string {
  const [rule] = ports.flatMap(({ rules }) => rules);
  return rule === undefined ? '' : `#${links.row(rule)}`;
}

/** The rows that say the same, for the script that marks the one where the other is pointed at. */
function rowsIn(ports: readonly FlowPorts[], { links }: Reading): string {
  const rows = new Set(ports.flatMap(({ rules }) => rules).map(links.row));
  return ` data-rows="${escapeXml([...rows].join(' '))}"`;
}

function wayOf(points: readonly Point[]): string {
  return points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
}

/** An arrowhead at each end to which something of the line is opened. */
function headsOf({ ports }: FlowLine, points: readonly Point[]): string {
  const [start, second] = points;
  const [last, end] = points.slice(-2);
  if (start === undefined || second === undefined || last === undefined || end === undefined) return '';
  const right = ports.some(({ way }) => way !== 'left');
  const left = ports.some(({ way }) => way !== 'right');
  return (right ? headAt(end, last) : '') + (left ? headAt(start, second) : '');
}

/** A triangle with its tip at a point, seen from where the line comes. */
function headAt(tip: Point, from: Point): string {
  const x = Math.sign(from.x - tip.x);
  const y = Math.sign(from.y - tip.y);
  const corner = (side: number) => `L${tip.x + 8 * x + 4 * side * y} ${tip.y + 8 * y + 4 * side * x}`;
  return `M${tip.x} ${tip.y}${corner(1)}${corner(-1)}Z`;
}
