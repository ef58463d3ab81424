import { styleText } from 'node:util';
import type { Evidence } from '../evidence.ts';
import {
  advisories,
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

/** A list of rules as a table, under a heading for each product and scenario. */
export function printRules(rules: readonly PortRule[], look: Look): string[] {
  const say = words[look.language];
  const rows = alignColumns([
    ['port', 'transport', 'protocols', 'who', 'id'].map((key) => say[key] ?? ''),
    ...rules.map((rule) => [
      portsOf(rule.ports),
      rule.transports.map((each) => each.toUpperCase()).join('+') + (rule.transportsImplied ? '*' : ''),
      rule.protocols.map(labelOf).join(' '),
      whoOf(rule, look.language),
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
  if (rules.some((rule) => rule.transportsImplied)) lines.push(paint(`* ${say.implied}`, 'dim', look));
  return lines;
}

/** Everything about one rule: its facts, its published cells, what was corrected and why. */
export function printRule(rule: PortRule, evidence: Evidence | undefined, look: Look): string[] {
  const say = words[look.language];
  const text = (value: LocalizedText | null) => (value === null ? '' : textOf(value, look));
  const facts: [string, string][] = [
    ['product', nameOf(products, rule.product, look)],
    ['scenario', nameOf(scenarios, rule.scenario, look)],
    ['role', rule.role === null ? text(rule.ruleName) : nameOf(roles, rule.role, look)],
    ['service', rule.service === null ? '' : nameOf(services, rule.service, look)],
    ['source', rule.source === null ? '' : textOf(rule.source.text, look)],
    ['destination', rule.destination === null ? '' : textOf(rule.destination.text, look)],
    ['ports', portsOf(rule.ports)],
    [
      'transport',
      rule.transports.map((each) => each.toUpperCase()).join(', ') +
        (rule.transportsImplied ? ` (${say.implied})` : ''),
    ],
    ['protocols', [rule.protocols.map(labelOf).join(', '), text(rule.protocolNote)].filter(Boolean).join(' – ')],
    ['direction', rule.direction ?? ''],
    ['devices', rule.devices.map((device) => textOf(device, look)).join('; ')],
    ['notes', text(rule.notes)],
    ['footnotes', rule.footnotes.map((footnote) => textOf(footnote, look)).join('; ')],
  ];
  const lines = [paint(rule.id, 'bold', look)];
  lines.push(
    ...alignColumns(facts.filter(([, value]) => value !== '').map(([key, value]) => [say[key] ?? key, oneLine(value)])),
  );
  if (evidence !== undefined) lines.push('', ...printEvidence(evidence, look));
  const corrected = corrections.filter((correction) => correction.rule === rule.id);
  if (corrected.length > 0) lines.push('', paint(say.corrections ?? '', 'bold', look));
  for (const { published, corrected: right, reason, evidence: how, witness } of corrected) {
    lines.push(
      `${paint(published, 'yellow', look)} → ${right}  ${reason} (${[how, witness].filter(Boolean).join(': ')})`,
    );
  }
  const warned = advisories.filter((advisory) => advisory.rules.includes(rule.id));
  if (warned.length > 0) lines.push('', paint(say.advisories ?? '', 'bold', look));
  for (const { title, explanation } of warned) lines.push(`${title[look.language]}: ${explanation[look.language]}`);
  return lines;
}

function printEvidence({ document, row, cells, table }: Evidence, look: Look): string[] {
  const say = words[look.language];
  const where = [document.repository, document.commit?.slice(0, 12), document.path].filter(Boolean).join(' ');
  const rows = cells.map(({ column, lines }) => [
    column.ko ?? column.en ?? '',
    lines.map(({ text, en }) => [text, en].filter((each) => each !== null).join(' = ')).join(' / '),
  ]);
  return [
    paint(say.published ?? '', 'bold', look),
    ...alignColumns(rows),
    paint(`${say.from}: ${where}, ${say.table} ${table.index}, ${say.row} ${row}`, 'dim', look),
  ];
}

export function paint(text: string, style: Style, { colours }: Look): string {
  return colours ? styleText(style, text, { validateStream: false }) : text;
}

/** Who is about it: the role and its service, or who talks to whom. */
function whoOf(rule: PortRule, language: Language): string {
  if (rule.source !== null && rule.destination !== null) {
    return `${endOf(rule.source, language)} → ${endOf(rule.destination, language)}`;
  }
  const role = rule.role === null ? null : roles.find(({ id }) => id === rule.role)?.name[language];
  const service = rule.service === null ? null : services.find(({ id }) => id === rule.service)?.name[language];
  return [role, service].filter((name) => name != null).join(' – ');
}

function endOf(end: Endpoint, language: Language): string {
  const names = end.roles.map((role) => roles.find(({ id }) => id === role)?.name[language] ?? role);
  if (!end.any) return names.join(', ');
  const any = language === 'ko' ? '모두' : 'Any';
  return names.length === 0 ? any : `${any} (${names.join(', ')})`;
}

function portsOf(ports: PortSet | null): string {
  if (ports === null) return '';
  return ports.ranges.length === 0
    ? ports.text
    : ports.ranges.map(rangeOf).join(', ') + (ports.configurable ? '*' : '');
}

function rangeOf({ from, to }: PortSet['ranges'][number]): string {
  return from === to ? `${from}` : `${from}–${to}`;
}

function labelOf(id: string): string {
  return protocols.find((protocol) => protocol.id === id)?.label ?? id;
}

function nameOf(list: readonly { readonly id: string; readonly name: Name }[], id: string, { language }: Look): string {
  return list.find((each) => each.id === id)?.name[language] ?? id;
}

function textOf(text: LocalizedText, { language }: Look): string {
  const shown = text[language] ?? text.en ?? text.ko ?? '';
  return text.by[language] === 'project' ? `${shown} [${words[language].byProject}]` : shown;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
