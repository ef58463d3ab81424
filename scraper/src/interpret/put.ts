import type { LocalizedText, PortSet, Transport } from '../model/catalog.ts';
import type { Cell } from '../model/snapshot.ts';
import { reasonFor } from '../vocabulary/reasons.ts';
import type { Composite } from './composite.ts';
import { addUses, type Draft, type PortsField, type RuleFacts, report, state } from './draft.ts';
import type { Ends } from './endpoints.ts';
import type { Fact } from './fact.ts';
import { DEVICES, type DirectionOf, directionOfRule } from './grammars.ts';
import type { NamedPorts } from './named-ports.ts';
import { type PortCells, readPorts } from './ports.ts';
import type { Protocols } from './protocols.ts';
import { isKorean, localized, publishedOf, type Reading, readCell } from './reading.ts';
import { readUser, remarksIn, saysOptional } from './remarks.ts';
import { problem } from './result.ts';
import type { PortSentence } from './sentence.ts';
import { readService } from './services.ts';

/** What the cells of each column put into a row. */

/** A cell that was understood. */
export interface ReadCell<Value> {
  fact: Fact<Value>;
  /** As published, but for its footnote marks. */
  cell: Cell;
  marks: readonly string[];
}

/** A fact that is just what was read. */
export function fact<Field extends 'service' | 'authentication' | 'persistence'>(field: Field) {
  return (row: Draft, value: RuleFacts[Field], { fact: { reading } }: { fact: Pick<Fact<unknown>, 'reading'> }): void =>
    state(row, field, value, reading.published);
}

/** A text, as it was published. */
export function text(field: 'notes' | 'ruleName') {
  return ({ facts, context }: Draft, _: string, read: ReadCell<string>): void => {
    facts[field] = localized(read.fact.reading, context.locale);
  };
}

/** A list of devices is one role with its devices. */
export function who(row: Draft, role: string, { fact, cell }: ReadCell<string>): void {
  const { facts, context } = row;
  state(row, 'role', role, fact.reading.published);
  if (fact.grammar !== DEVICES) return;
  facts.devices = cell.map((line) => localized(readCell([line], 'device', context.vocabulary), context.locale));
}

/** Role, protocols and, where the column has them, ports. */
export function composite(row: Draft, value: Composite, read: ReadCell<Composite>): void {
  protocols(row, value, read);
  if (value.reordered !== null) noteOrder(row, read.cell, value.reordered);
  state(row, 'role', value.role, read.fact.reading.published);
  if (value.ports !== null) state(row, 'ports', portSet(row, value.ports, read.marks), value.ports);
  state(row, 'direction', value.direction, read.fact.reading.published);
}

/** A cell of a column of composites that may hold several ports. */
export function compositeOrPorts(
  row: Draft,
  value: Composite | PortCells,
  read: ReadCell<Composite | PortCells>,
): void {
  if ('protocols' in value) composite(row, value, read as ReadCell<Composite>);
  else ports('ports')(row, value, read as ReadCell<PortCells>);
}

export function protocols(row: Draft, value: Protocols, { fact, cell }: ReadCell<Protocols>): void {
  const { facts, context } = row;
  transports(row, value.transports);
  facts.protocols = [...new Set([...facts.protocols, ...value.protocols])].sort();
  if (value.note === null) return;
  facts.protocolNote = noteOf(value.note, cell, fact.reading, context.locale);
  if (value.transports.length > 1 && saysOptional(value.note)) {
    const unclear = problem('unclear-note', 'only one of the transports may be optional', value.note);
    report(row, 'warning', unclear);
  } else row.said.push({ column: row.column, english: value.note, local: null });
}

function transports(row: Draft, value: readonly Transport[]): void {
  const { facts } = row;
  if (value.length === 0) return;
  if (facts.transports.length > 0 && facts.transports.join() !== value.join()) {
    const others = facts.transports.join(', ');
    report(row, 'error', problem('transports-disagree', `the row also names ${others}`, value.join(', ')));
  }
  facts.transports = [...value];
}

/** Of a cell whose ports have transports of their own, the part that is read now. */
export function ports(field: PortsField) {
  return (row: Draft, parts: PortCells, { marks }: ReadCell<PortCells>): void => {
    if (row.parts > 1 && parts.length > 1 && parts.length !== row.parts) {
      const text = parts.map((each) => each.ports.text).join('; ');
      report(row, 'error', problem('mixed-transports', 'these ports are not of the transports of the others', text));
    }
    row.parts = Math.max(row.parts, parts.length);
    const value = parts[row.part] ?? parts[0];
    if (value.transports.length > 0) row.besidePorts.push(value.transports);
    row.facts.protocols = [...new Set([...row.facts.protocols, ...value.protocols])].sort();
    state(row, field, marked(row, field, value.ports, marks), value.ports.text);
    row.facts.optional ??= value.optional;
  };
}

/** The lines of a virtual IP are its name and its ports. */
export function virtualIp(row: Draft, { name, ports: text }: NamedPorts, { marks }: ReadCell<NamedPorts>): void {
  row.facts.name = name;
  state(row, 'ports', portSet(row, text, marks), text);
}

export function monitor(row: Draft, { name: role, ports: text }: NamedPorts): void {
  const ports = portSet(row, text, []);
  if (ports !== null) row.facts.monitor = { role, ports };
  state(row, 'role', role, text);
}

/** The setting that gives the first port; what it begins with says for which media. */
export function property(row: Draft, name: string): void {
  const { facts, context } = row;
  facts.property = name;
  const media = /^(?:Client)?(\w+?)Port(?:Start)?$/.exec(name)?.[1]?.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
  const read = media === undefined ? null : readService(media, context.vocabulary);
  if (read?.ok) state(row, 'service', read.value, name);
}

export function start(row: Draft, value: number): void {
  row.start = value;
}

export function count(row: Draft, value: number): void {
  row.count = value;
}

/** What stands before a direction or behind it names whom it is about. */
export function direction(row: Draft, { direction: way, role }: DirectionOf, { fact }: ReadCell<DirectionOf>): void {
  state(row, 'direction', way, fact.reading.published);
  state(row, 'role', role, fact.reading.published);
}

/** A note may say that the ports are optional, for which release they are, or that they must be closed. */
export function notes(row: Draft, note: string, read: ReadCell<string>): void {
  text('notes')(row, note, read);
  const { english: own, local, by, beside } = read.fact.reading;
  const remarks = local === null ? { english: '', uses: [] } : remarksIn(local, row.context.vocabulary);
  addUses(row, remarks.uses);
  // The page's own English says all that it says; a translation of ours need not.
  const english = own !== null && by === 'document' ? own : `${own ?? ''}\n${remarks.english}`.trim();
  readUser(row, english);
  row.said.push({ column: row.column, english, local: beside ? remarks.english : null });
}

export function hosts(row: Draft, roles: string[], { fact: { reading } }: ReadCell<string[]>): void {
  const ends = { text: localized(reading, row.context.locale), any: false, narrowed: false, roles };
  state(row, 'destination', ends, reading.published);
}

export function nothing(): void {}

/** The sentence is the rule's note too: it says what the port is for. */
export function sentence(row: Draft, value: PortSentence, { fact: { reading } }: ReadCell<PortSentence>): void {
  transports(row, value.transports);
  state(row, 'direction', value.direction, reading.published);
  state(row, 'ports', value.ports, reading.published);
  row.facts.notes = localized(reading, row.context.locale);
  row.said.push({ column: row.column, english: String(reading.english), local: null });
}

/** The note on a virtual IP is its protocol, as a rule. */
export function protocolOrNote(row: Draft, value: Protocols | string, read: ReadCell<Protocols | string>): void {
  if (typeof value === 'string') notes(row, value, read as ReadCell<string>);
  else protocols(row, value, read as ReadCell<Protocols>);
}

export function end(field: 'source' | 'destination') {
  return (row: Draft, value: Ends, { fact: { reading } }: ReadCell<Ends>): void => {
    const published = localized(reading, row.context.locale);
    // Somebody in each line is a list.
    const isList = String(reading.english).split('\n').length === value.roles.length;
    const text = isList ? published : unbroken(published);
    state(row, field, { text, ...value }, reading.published);
  };
}

/** An IPsec rule's name says its direction. */
export function ruleName(row: Draft, name: string, read: ReadCell<string>): void {
  text('ruleName')(row, name, read);
  state(row, 'direction', directionOfRule(name), name);
}

/** Notes a correction, because the words of the translation were put in another order. */
function noteOrder(row: Draft, cell: Cell, corrected: string): void {
  const reason = reasonFor(row.context.vocabulary, 'words-reordered');
  const published = publishedOf(cell);
  row.corrections.push({ field: 'protocols', published, corrected, reason, evidence: 'vocabulary', witness: null });
}

/** The remark in a protocol cell, in both languages. */
function noteOf(note: string, cell: Cell, reading: Reading, locale: string): LocalizedText {
  const line = cell.find((each) => each.en === note)?.text;
  const word = reading.translation?.uses.find((use) => note.includes(use.form.en))?.published;
  const ko = isKorean(locale) ? (line ?? word ?? null) : null;
  return { en: note, ko, by: { en: reading.by, ko: ko === null ? null : 'document' } };
}

function portSet(row: Draft, text: string, marks: readonly string[]): PortSet | null {
  const read = readPorts(text);
  if (read.ok) return marked(row, 'ports', read.value, marks);
  report(row, 'error', read);
  return null;
}

/** A port's text keeps the footnote marks that were taken off its cell. */
function marked(row: Draft, field: PortsField, set: PortSet, marks: readonly string[]): PortSet {
  row.portMarks[field] = marks;
  return { ...set, text: `${set.text}${marks.join('')}` };
}

/** One name that is broken into two lines becomes one line; a list keeps its lines. */
function unbroken(text: LocalizedText): LocalizedText {
  const isList = [text.en, text.ko].some((each) => each !== null && /^\s*[•·▪]|:/mu.test(each));
  const join = (each: string | null) => (isList ? each : (each?.replaceAll('\n', ' ') ?? null));
  return { ...text, en: join(text.en), ko: join(text.ko) };
}
