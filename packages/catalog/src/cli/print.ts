import { styleText } from 'node:util';
import type { Evidence } from '../evidence.ts';
import {
  advisories,
  type Correction,
  corrections,
  type Endpoint,
  type Language,
  type LocalizedText,
  type Name,
  type PortRule,
  type PortSet,
  products,
  protocols,
  roles,
  scenarios,
  services,
} from '../index.ts';
import { alignColumns } from './table.ts';
import { words } from './words.ts';

type Style = 'bold' | 'dim' | 'yellow';

/** How output looks: its language, and whether it goes to a terminal that shows colours. */
export interface Look {
  language: Language;
  colours: boolean;
}

// Marks in the columns of a list, explained under it.
const IMPLIED = '*';
const CONFIGURABLE = '†';

/** A list of rules as a table, under a heading for each product and scenario. */
export function printRules(rules: readonly PortRule[], look: Look): string[] {
  const { labels, implied, configurable } = words[look.language];
  const rows = alignColumns([
    [labels.ports, labels.transports, labels.protocols, labels.who, labels.id].map((label) => label.toUpperCase()),
    ...rules.map((rule) => [
      portsOf(rule.ports, look) + (rule.ports?.configurable ? CONFIGURABLE : ''),
      transportsOf(rule) + (rule.transportsImplied ? IMPLIED : ''),
      rule.protocols.map(labelOf).join(' '),
      whoOf(rule, look),
      rule.id,
    ]),
  ]);
  const lines = [paint(rows[0] ?? '', 'dim', look)];
  let heading = '';
  rules.forEach((rule, at) => {
    const place = `${nameOf(products, rule.product, look)} · ${nameOf(scenarios, rule.scenario, look)}`;
    if (place !== heading) lines.push(paint(place, 'bold', look));
    heading = place;
    lines.push(rows[at + 1] ?? '');
  });
  if (rules.some((rule) => rule.transportsImplied)) lines.push(paint(`${IMPLIED} ${implied}`, 'dim', look));
  if (rules.some((rule) => rule.ports?.configurable)) lines.push(paint(`${CONFIGURABLE} ${configurable}`, 'dim', look));
  return lines;
}

/** Everything about one rule: its facts, its published cells, what was corrected and why. */
export function printRule(rule: PortRule, evidence: Evidence | undefined, look: Look): string[] {
  const say = words[look.language];
  const lines = [paint(rule.id, 'bold', look), ...alignColumns(factsOf(rule, look))];
  if (evidence !== undefined) lines.push('', paint(say.published, 'bold', look), ...printEvidence(evidence, look));
  const corrected = corrections.filter((correction) => correction.rule === rule.id);
  if (corrected.length > 0) lines.push('', paint(say.corrections, 'bold', look));
  lines.push(...corrected.map((correction) => printCorrection(correction, look)));
  const warned = advisories.filter((advisory) => advisory.rules.includes(rule.id));
  if (warned.length > 0) lines.push('', paint(say.advisories, 'bold', look));
  for (const { title, explanation } of warned) lines.push(`${title[look.language]}: ${explanation[look.language]}`);
  return lines;
}

function factsOf(rule: PortRule, look: Look): string[][] {
  const say = words[look.language];
  const noted = (text: string, note: string, applies: boolean) => (applies ? `${text} (${note})` : text);
  const ports = (set: PortSet | null) => noted(portsOf(set, look), say.configurable, set?.configurable === true);
  const facts: [keyof typeof say.labels, string][] = [
    ['product', nameOf(products, rule.product, look)],
    ['scenario', nameOf(scenarios, rule.scenario, look)],
    ['role', nameOf(roles, rule.role, look)],
    ['ruleName', textOf(rule.ruleName, look)],
    ['service', nameOf(services, rule.service, look)],
    ['source', textOf(rule.source?.text, look)],
    ['destination', textOf(rule.destination?.text, look)],
    ['ports', ports(rule.ports)],
    ['sourcePorts', ports(rule.sourcePorts)],
    ['transports', noted(transportsOf(rule), say.implied, rule.transportsImplied)],
    ['protocols', [rule.protocols.map(labelOf).join(' '), textOf(rule.protocolNote, look)].filter(Boolean).join(' – ')],
    ['direction', rule.direction === null ? '' : say.directions[rule.direction]],
    ['authentication', rule.authentication === null ? '' : say.noAuthentication],
    ['devices', rule.devices.map((device) => textOf(device, look)).join('; ')],
    ['notes', textOf(rule.notes, look)],
    ['footnotes', rule.footnotes.map((footnote) => textOf(footnote, look)).join('; ')],
  ];
  return facts.filter(([, value]) => value !== '').map(([key, value]) => [say.labels[key], oneLine(value)]);
}

function printEvidence({ document, row, cells, table }: Evidence, look: Look): string[] {
  const page = [document.repository, document.commit?.slice(0, 12), document.path].filter(Boolean).join(' ');
  const rows = cells.map(({ column, lines }) => [
    column.ko ?? column.en ?? '',
    lines.map(({ text, en }) => [text, en].filter((each) => each !== null).join(' = ')).join(' / '),
  ]);
  return [...alignColumns(rows), paint(words[look.language].origin(page, table.index, row), 'dim', look)];
}

function printCorrection({ field, published, corrected, reason, evidence, witness }: Correction, look: Look): string {
  const say = words[look.language];
  const labels: Record<string, string> = say.labels;
  const why = [say.evidence[evidence], witness].filter(Boolean).join(': ');
  return `${labels[field] ?? field}: ${paint(oneLine(published), 'yellow', look)} → ${oneLine(corrected)}  ${reason} (${why})`;
}

export function paint(text: string, style: Style, { colours }: Look): string {
  return colours ? styleText(style, text, { validateStream: false }) : text;
}

/** Who a rule is about: the role and its service, or who talks to whom. */
function whoOf(rule: PortRule, look: Look): string {
  if (rule.source !== null && rule.destination !== null) {
    return `${endOf(rule.source, look)} → ${endOf(rule.destination, look)}`;
  }
  return [nameOf(roles, rule.role, look), nameOf(services, rule.service, look)].filter(Boolean).join(' – ');
}

function endOf(end: Endpoint, look: Look): string {
  const names = end.roles.map((role) => nameOf(roles, role, look)).join(', ');
  if (!end.any) return names;
  const { anybody } = words[look.language];
  return names === '' ? anybody : `${anybody} (${names})`;
}

function portsOf(ports: PortSet | null, { language }: Look): string {
  if (ports === null) return '';
  if (ports.any) return words[language].anybody;
  return ports.ranges.length === 0 ? ports.text : ports.ranges.map(rangeOf).join(', ');
}

function rangeOf({ from, to }: PortSet['ranges'][number]): string {
  return from === to ? `${from}` : `${from}–${to}`;
}

function transportsOf({ transports }: PortRule): string {
  return transports.map((each) => each.toUpperCase()).join('+');
}

function labelOf(id: string): string {
  return protocols.find((protocol) => protocol.id === id)?.label ?? id;
}

function nameOf(
  list: readonly { readonly id: string; readonly name: Name }[],
  id: string | null,
  { language }: Look,
): string {
  return list.find((each) => each.id === id)?.name[language] ?? '';
}

function textOf(text: LocalizedText | null | undefined, { language }: Look): string {
  if (text == null) return '';
  const shown = text[language] ?? text.en ?? text.ko ?? '';
  return text.by[language] === 'project' ? `${shown} [${words[language].byProject}]` : shown;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
