import { type LocalizedText, type PortSet, Transport } from '../model/catalog.ts';
import type { Cell } from '../model/snapshot.ts';
import { reasonFor } from '../vocabulary/reasons.ts';
import type { Composite } from './composite.ts';
import { type Draft, type RuleFacts, report } from './draft.ts';
import type { Ends } from './endpoints.ts';
import type { Fact } from './fact.ts';
import { DEVICES, directionOfRule } from './grammars.ts';
import { type PortCell, readPorts } from './ports.ts';
import type { Protocols } from './protocols.ts';
import { isKorean, localized, publishedOf, type Reading, readCell } from './reading.ts';

/** What the cells of each column put into a row. */

/** A cell that was understood. */
export interface ReadCell<Value> {
  fact: Fact<Value>;
  /** As published, but for its footnote marks. */
  cell: Cell;
  marks: readonly string[];
}

/** Puts the value as it was read. */
export function fact<Field extends 'service' | 'authentication' | 'direction'>(field: Field) {
  return (row: Draft, value: RuleFacts[Field]): void => {
    row.facts[field] = value;
  };
}

/** A text, as it was published. */
export function text(field: 'notes' | 'ruleName') {
  return ({ facts, context }: Draft, _: string, read: ReadCell<string>): void => {
    facts[field] = localized(read.fact.reading, context.locale);
  };
}

/** A list of devices is one role with its devices. */
export function who({ facts, context }: Draft, role: string, { fact, cell }: ReadCell<string>): void {
  facts.role = role;
  if (fact.grammar !== DEVICES) return;
  facts.devices = cell.map((line) => localized(readCell([line], 'device', context.vocabulary), context.locale));
}

/** Role, protocols and, where the column has them, ports. */
export function composite(row: Draft, value: Composite, read: ReadCell<Composite>): void {
  protocols(row, value, read);
  if (value.reordered !== null) noteOrder(row, read.cell, value.reordered);
  row.facts.role ??= value.role;
  if (value.ports !== null) row.facts.ports = portSet(row, value.ports, read.marks);
}

export function protocols({ facts, context }: Draft, value: Protocols, { fact, cell }: ReadCell<Protocols>): void {
  const named = [...facts.transports, ...value.transports];
  facts.transports = Transport.options.filter((transport) => named.includes(transport));
  facts.protocols = [...new Set([...facts.protocols, ...value.protocols])].sort();
  if (value.note !== null) facts.protocolNote = noteOf(value.note, cell, fact.reading, context.locale);
}

export function ports(field: 'ports' | 'sourcePorts') {
  return (row: Draft, value: PortCell, { marks }: ReadCell<PortCell>): void => {
    if (value.transports.length > 0) row.besidePorts.push(value.transports);
    row.facts.protocols = [...new Set([...row.facts.protocols, ...value.protocols])].sort();
    row.facts[field] = marked(row, field, value.ports, marks);
  };
}

export function end(field: 'source' | 'destination') {
  return ({ facts, context }: Draft, value: Ends, { fact }: ReadCell<Ends>): void => {
    facts[field] = { text: unbroken(localized(fact.reading, context.locale)), ...value };
  };
}

/** An IPsec rule's name says its direction. */
export function ruleName(row: Draft, name: string, read: ReadCell<string>): void {
  text('ruleName')(row, name, read);
  row.facts.direction ??= directionOfRule(name);
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

/** Puts the footnote marks back behind the text of the ports, which is published with them. */
function marked(row: Draft, field: 'ports' | 'sourcePorts', set: PortSet, marks: readonly string[]): PortSet {
  row.portMarks[field] = marks;
  return { ...set, text: `${set.text}${marks.join('')}` };
}

/** One name that is broken into two lines becomes one line; a list keeps its lines. */
function unbroken(text: LocalizedText): LocalizedText {
  const isList = [text.en, text.ko].some((each) => each !== null && /^\s*[•·▪]|:/mu.test(each));
  const join = (each: string | null) => (isList ? each : (each?.replaceAll('\n', ' ') ?? null));
  return { ...text, en: join(text.en), ko: join(text.ko) };
}
