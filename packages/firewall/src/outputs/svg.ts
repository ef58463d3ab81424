import type { Plan, PlanRule } from '../plan.ts';
import { headOf, type Language, type OutputFile, rangesOf } from './head.ts';
import { firewallName, roleName } from './names.ts';

/** Narrow enough to be read beside a form and on an upright page. */
const WIDTH = 960;
const ROW = 46;
const TOP = 92;
/** The middles of the Internet, the perimeter network and the inside. */
const COLUMNS = [130, 480, 830] as const;
const BOX = 240;
/** The tints that zones have on the site; the classes let a page put those of its theme in their place. */
const TINTS = [
  ['external', '#f3e8fb'],
  ['perimeter', '#e3f1ee'],
  ['internal', '#e6eefb'],
] as const;
/** Words over the line of a firewall have the ground behind them. */
const OVER_LINE = 'paint-order="stroke" stroke="#fff" stroke-width="4"';

const WORDS = {
  internet: { en: 'Internet', ko: '인터넷' },
  perimeter: { en: 'Perimeter network', ko: '경계 네트워크' },
  inside: { en: 'Inside', ko: '내부' },
} as const;

/** A drawing of a deployment: its networks side by side, and an arrow through a firewall for each rule. */
export function svg(plan: Plan, language: Language = 'en'): OutputFile[] {
  const rules = plan.rules.filter(({ firewall }) => !firewall.startsWith('host:'));
  const height = TOP + rules.length * ROW + 20;
  const bands = (['internet', 'perimeter', 'inside'] as const).map((zone, i) => {
    const x = COLUMNS[i] ?? 0;
    return `<text x="${x}" y="56" text-anchor="middle" font-weight="bold">${WORDS[zone][language]}</text>`;
  });
  const walls = (
    [
      ['external', (COLUMNS[0] + COLUMNS[1]) / 2],
      ['internal', (COLUMNS[1] + COLUMNS[2]) / 2],
    ] as const
  ).map(
    ([name, x]) =>
      `<line x1="${x}" x2="${x}" y1="80" y2="${height - 10}" stroke="#b00020" stroke-width="3" stroke-dasharray="10 5"/>` +
      `<text x="${x}" y="72" text-anchor="middle" fill="#b00020" font-size="12">${firewallName(name, language)}</text>`,
  );
  const [, deployment = ''] = headOf(plan, language);
  const text = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="sans-serif" font-size="14">`,
    `<title>${escaped(deployment)}</title>`,
    `<desc>${escaped(headOf(plan, language).join(' '))}</desc>`,
    '<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>',
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    `<text x="${WIDTH / 2}" y="28" text-anchor="middle" font-size="18">${escaped(deployment)}</text>`,
    ...bands,
    ...walls,
    ...rules.map((rule, i) => drawn(rule, TOP + i * ROW, language)),
    '</svg>',
    '',
  ];
  return [{ name: 'diagram.svg', text: text.join('\n') }];
}

function drawn(rule: PlanRule, y: number, language: Language): string {
  const named = (role: string) => roleName(role, language);
  const shown = (address: string) => (address === 'any' ? named(address) : address);
  const left = rule.firewall === 'external' ? 0 : 1;
  const forward = rule.way === 'in';
  const [start, end] = forward ? [left, left + 1] : [left + 1, left];
  const [from, to] = [COLUMNS[start] ?? 0, COLUMNS[end] ?? 0];
  const way = forward ? 1 : -1;
  const ports = rule.ports.length === 0 ? '*' : rangesOf(rule.ports, '–').join(', ');
  return [
    `<g id="${rule.code}">`,
    box(start, y, rule.sourceRoles.map(named), rule.sources.map(shown)),
    box(end, y, rule.destinationRoles.map(named), rule.destinations.map(shown)),
    `<line x1="${from + (way * BOX) / 2}" y1="${y + 19}" x2="${to - (way * BOX) / 2}" y2="${y + 19}" stroke="#000" stroke-width="1.5" marker-end="url(#tip)"/>`,
    `<text x="${(from + to) / 2}" y="${y + 14}" text-anchor="middle" font-size="12" font-weight="bold" ${OVER_LINE}>${rule.code}</text>`,
    `<text x="${(from + to) / 2}" y="${y + 33}" text-anchor="middle" font-size="11" ${OVER_LINE}>${rule.transport.toUpperCase()} ${escaped(short(ports, 13))}</text>`,
    '</g>',
  ].join('');
}

function box(column: number, y: number, names: readonly string[], addresses: readonly string[]): string {
  const x = COLUMNS[column] ?? 0;
  const [zone, tint] = TINTS[column] ?? TINTS[0];
  return [
    `<rect class="${zone}" x="${x - BOX / 2}" y="${y}" width="${BOX}" height="38" rx="4" fill="${tint}" stroke="#456"/>`,
    `<text x="${x}" y="${y + 15}" text-anchor="middle" font-size="12">${escaped(short(names.join(', '), 36))}</text>`,
    `<text x="${x}" y="${y + 31}" text-anchor="middle" font-size="11" fill="#333">${escaped(short(addresses.join(' '), 38))}</text>`,
  ].join('');
}

/** Korean letters are as wide as two others. */
function short(text: string, most: number): string {
  let width = 0;
  const letters = [...text];
  const end = letters.findIndex((letter) => {
    width += letter > '\u1100' && letter !== '–' ? 2 : 1;
    return width > most;
  });
  return end === -1 ? text : `${letters.slice(0, end - 1).join('')}…`;
}

/** What no XML may hold, escaped or not. */
const NO_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text as XML takes it. */
export function escaped(text: string): string {
  return text
    .replace(NO_XML, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
