import { styleText } from 'node:util';
import type { Coverage } from '../coverage.ts';
import type { Evidence } from '../evidence.ts';
import { byCase, type Cases, describeField, fieldsThat, RULE_FIELDS, type RuleField } from '../fields.ts';
import {
  advisories,
  type Correction,
  corrections,
  type Endpoint,
  type Language,
  type LocalizedText,
  type Name,
  needs,
  type PortRule,
  type PortSet,
  products,
  protocols,
  roles,
  scenarios,
  services,
  type Title,
} from '../index.ts';
import { needText } from '../need.ts';
import { rangesText } from '../ranges.ts';
import { plain } from './plain.ts';
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
  const { who, implied, configurable } = words[look.language];
  const { ports, transports, protocols: protocol } = RULE_FIELDS;
  const headings = [...[ports, transports, protocol].map(({ label }) => label[look.language]), who, 'Id'];
  const rows = alignColumns([
    headings.map((heading) => heading.toUpperCase()),
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
  for (const { title, explanation } of warned)
    lines.push(plain(`${title[look.language]}: ${explanation[look.language]}`));
  return lines;
}

/** What no table has: its ports, and where to look. */
export function printCoverage(list: readonly Coverage[], look: Look): string[] {
  const { language } = look;
  return [
    paint(words[language].outside, 'bold', look),
    ...list.map(({ title, holds, see, page }) => {
      const what = [title[language] ?? title.en, holds?.[language]].filter(Boolean).join(' – ');
      const where = see === null ? page : [see.name[language], see.url].filter(Boolean).join(' ');
      return plain(`${what}\n  ${words[language].look(where ?? '')}`);
    }),
  ];
}

function factsOf(rule: PortRule, look: Look): string[][] {
  return fieldsThat().flatMap((field) => {
    const { label } = describeField(field);
    const value = label === null ? '' : byCase(VALUES, rule, field, rule, look);
    return label === null || value === '' ? [] : [[label[look.language], oneLine(value)]];
  });
}

const LISTS = { products, scenarios, roles, services } as const;

const none = () => '';

/** The value of a field; nothing where the rule has none, or where another field says it. */
const VALUES: Cases<string, [PortRule, Look]> = {
  id: none,
  name: (id, field, _, look) => nameOf(LISTS[describeField(field).of as keyof typeof LISTS], id, look),
  word: (word, field, _, { language }) =>
    word === null ? '' : (describeField(field).values?.[word]?.[language] ?? word),
  flag: none,
  label: (label) => label ?? '',
  choice: (said, _, __, { language }) => (said === null ? '' : words[language].said(said)),
  words: (said, field, _, { language }) => {
    const names: Readonly<Record<string, Name>> = describeField(field).values ?? {};
    return Object.values(said ?? {})
      .flatMap((word) => (word === null ? [] : (names[word]?.[language] ?? word)))
      .join(', ');
  },
  monitor: (monitor, _, __, look) =>
    monitor === null ? '' : `${nameOf(roles, monitor.role, look)} ${portsOf(monitor.ports, look)}`,
  callers: (callers, _, __, look) =>
    callers
      .map(({ role, by }) => noted(nameOf(roles, role, look), words[look.language].byProject, by === 'project'))
      .join(', '),
  need: (of, _, __, look) => {
    const need = needs.find(({ id }) => id === of?.id);
    if (need === undefined) return '';
    const said = noted(needText(need, look.language), words[look.language].byProject, need.by === 'project');
    return need.ifClosed === null ? said : `${said}. ${words[look.language].ifClosed} ${need.ifClosed[look.language]}`;
  },
  end: (end, _, __, look) => textOf(end?.text, look),
  ports: (set, _, __, look) => noted(portsOf(set, look), words[look.language].configurable, set?.configurable === true),
  text: (text, _, __, look) => textOf(text, look),
  texts: (texts, _, __, look) => texts.map((text) => textOf(text, look)).join('; '),
  transports: (_, __, rule, look) => noted(transportsOf(rule), words[look.language].implied, rule.transportsImplied),
  protocols: (ids, _, { protocolNote }, look) =>
    [ids.map(labelOf).join(' '), textOf(protocolNote, look)].filter(Boolean).join(' – '),
  ids: (ids, field, _, look) =>
    field === 'releases' ? (ids ?? []).map((id) => nameOf(products, id, look)).join(', ') : '',
  origin: none,
};

function noted(text: string, note: string, applies: boolean): string {
  return applies ? `${text} (${note})` : text;
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
  const why = [say.evidence[evidence], witness].filter(Boolean).join(': ');
  const label = field in RULE_FIELDS ? describeField(field as RuleField).label?.[look.language] : undefined;
  return `${label ?? field}: ${paint(oneLine(published), 'yellow', look)} → ${oneLine(corrected)}  ${oneLine(`${reason} (${why})`)}`;
}

export function paint(text: string, style: Style, { colours }: Look): string {
  return colours ? styleText(style, plain(text), { validateStream: false }) : plain(text);
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
  return ports.ranges.length === 0 ? ports.text : rangesText(ports.ranges);
}

function transportsOf({ transports }: PortRule): string {
  return transports.map((each) => each.toUpperCase()).join('+');
}

function labelOf(id: string): string {
  return protocols.find((protocol) => protocol.id === id)?.label ?? id;
}

function nameOf(
  list: readonly { readonly id: string; readonly name: Title }[],
  id: string | null,
  { language }: Look,
): string {
  const name = list.find((each) => each.id === id)?.name;
  return name?.[language] ?? name?.en ?? '';
}

function textOf(text: LocalizedText | null | undefined, { language }: Look): string {
  if (text == null) return '';
  const shown = text[language] ?? text.en ?? text.ko ?? '';
  return text.by[language] === 'project' ? `${shown} [${words[language].byProject}]` : shown;
}

function oneLine(text: string): string {
  return plain(text.replace(/\n/g, ' '));
}
