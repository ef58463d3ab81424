import type { Endpoint, LocalizedText, PortRule, PortSet, Transport } from '../model/catalog.ts';
import type { Cell } from '../model/snapshot.ts';
import { reasonFor } from '../vocabulary/reasons.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Column } from './columns.ts';
import type { FoundCorrection } from './corrections.ts';
import { type Fact, readFact } from './fact.ts';
import { type FootnoteReading, takeMarks } from './footnotes.ts';
import { type Grammars, grammarsFor } from './grammars.ts';
import { readPorts } from './ports.ts';
import type { Protocols } from './protocols.ts';
import { isKorean, learntTerm, localized, publishedOf, type Reading, readCell, type Use } from './reading.ts';
import { type Problem, problem } from './result.ts';
import { readDeviceRole } from './roles.ts';

/** The facts of a row: a rule without what its place in the catalog adds. */
export type RuleFacts = Omit<PortRule, 'id' | 'product' | 'scenario' | 'table' | 'kind' | 'corrections' | 'origin'>;

/** Something to report about a row; `column` is the header of the cell that it is about. */
export interface CellProblem extends Omit<Problem, 'ok'> {
  column: string | null;
  severity: 'error' | 'warning';
}

export interface RowReading {
  /** null where a cell is not understood: half a rule would be a wrong one. */
  facts: RuleFacts | null;
  corrections: FoundCorrection[];
  uses: Use[];
  problems: CellProblem[];
}

/** What a column of a port table may hold. */
export type PortField = Exclude<ColumnField, 'none'>;

/** A cell, and the column that it stands in. */
export interface PlacedCell extends Column<PortField> {
  cell: Cell;
}

export interface RowContext {
  product: string;
  locale: string;
  footnotes: readonly FootnoteReading[];
  vocabulary: Vocabulary;
}

type PortCellField = 'ports' | 'sourcePorts';

/** What is known of a row while its cells are read. */
interface Draft extends RowReading {
  facts: RuleFacts;
  context: RowContext;
  grammars: Grammars;
  column: string | null;
  marks: Set<string>;
  /** The marks of each port cell. */
  portMarks: Record<PortCellField, readonly string[]>;
  /** The transports that stand beside ports. */
  besidePorts: Transport[][];
}

/** Reads a row of a port table, cell by cell. */
export function readRow(cells: readonly PlacedCell[], context: RowContext): RowReading {
  const draft: Draft = {
    facts: emptyFacts(),
    corrections: [],
    uses: [],
    problems: [],
    context,
    grammars: grammarsFor(context.product, context.vocabulary),
    column: null,
    marks: new Set(),
    portMarks: { ports: [], sourcePorts: [] },
    besidePorts: [],
  };
  for (const { header, field, cell } of cells) {
    draft.column = header;
    readField(draft, field, cell);
  }
  draft.column = null;
  addTransportsOfPorts(draft);
  implyTransports(draft);
  pointToFootnotes(draft);
  const { corrections, uses, problems } = draft;
  const failed = problems.some((each) => each.severity === 'error');
  return { facts: failed ? null : draft.facts, corrections, uses, problems };
}

function emptyFacts(): RuleFacts {
  return {
    role: null,
    service: null,
    source: null,
    destination: null,
    transports: [],
    transportsImplied: false,
    protocols: [],
    protocolNote: null,
    ports: null,
    sourcePorts: null,
    ruleName: null,
    authentication: null,
    direction: null,
    notes: null,
    footnotes: [],
    devices: [],
  };
}

function readField(draft: Draft, field: PortField, published: Cell): void {
  const { facts, grammars } = draft;
  if (field === 'notes') {
    facts.notes = readNotes(draft, published);
    return;
  }
  const { cell, marks } = takeMarks(published);
  for (const mark of marks) draft.marks.add(mark);
  switch (field) {
    case 'server-role':
    case 'load-balancer':
    case 'component':
      readWho(draft, cell);
      break;
    case 'service':
      facts.service = take(draft, readFact(grammars.serviceCell(cell), grammars.service, draft.context.vocabulary));
      break;
    case 'transport':
      addProtocols(draft, cell, grammars.protocols);
      break;
    case 'protocol':
    case 'role-or-protocol':
    case 'composite': {
      if (field === 'composite') required(draft, cell, 'port');
      const value = addProtocols(draft, cell, field === 'composite' ? grammars.composite : grammars.roleAndProtocol);
      if (value === null) break;
      if (value.reordered !== null) noteOrder(draft, cell, value.reordered);
      facts.role ??= value.role;
      if (value.ports !== null) facts.ports = portSet(draft, value.ports, marks);
      break;
    }
    case 'port':
    case 'destination-port':
      facts.ports = readPortCell(draft, cell, marks, 'ports');
      break;
    case 'source-port':
      facts.sourcePorts = readPortCell(draft, cell, marks, 'sourcePorts');
      break;
    case 'source':
    case 'destination':
      facts[field] = readEnd(draft, cell, field);
      break;
    case 'rule-name':
      facts.ruleName = readName(draft, cell);
      if (facts.ruleName?.en != null) facts.direction ??= grammars.directionOfRule(facts.ruleName.en);
      break;
    case 'authentication':
      facts.authentication = take(draft, readFact(cell, grammars.authentication, draft.context.vocabulary));
      break;
    case 'direction':
      facts.direction = take(draft, readFact(cell, grammars.direction, draft.context.vocabulary));
      break;
  }
}

/** Takes what a fact brings besides its value; an empty cell brings nothing. */
function take<Value>(draft: Draft, fact: Fact<Value>): Value | null {
  draft.corrections.push(...fact.corrections);
  addUses(draft, fact.uses);
  if (fact.problem !== null) report(draft, 'error', fact.problem);
  return fact.value;
}

/** Remembers which forms were found; one that nobody has accepted is reported wherever something is read by it. */
function addUses(draft: Draft, uses: readonly Use[]): void {
  draft.uses.push(...uses);
  for (const use of uses) {
    const learnt = learntTerm(use);
    if (learnt !== null) report(draft, 'warning', learnt);
  }
}

function report(draft: Draft, severity: CellProblem['severity'], { code, message, text }: Problem): void {
  draft.problems.push({ column: draft.column, severity, code, message, text });
}

function required(draft: Draft, cell: Cell, what: 'destination' | 'name' | 'port' | 'role' | 'source'): void {
  if (cell.length === 0) report(draft, 'error', problem(`missing-${what}`, `the row names no ${what} here`, ''));
}

/** The role of a row; a list of devices is one role with its devices. */
function readWho(draft: Draft, cell: Cell): void {
  const { facts, context, grammars } = draft;
  required(draft, cell, 'role');
  const list = readCell(cell, 'device', context.vocabulary);
  const role = list.english === null ? null : readDeviceRole(list.english, context.vocabulary);
  if (role === null) {
    facts.role = take(draft, readFact(cell, grammars.role, context.vocabulary));
    return;
  }
  addUses(draft, list.translation?.uses ?? []);
  facts.role = role;
  facts.devices = cell.map((line) => localized(readCell([line], 'device', context.vocabulary), context.locale));
}

function addProtocols<Value extends Protocols>(
  draft: Draft,
  cell: Cell,
  grammar: Parameters<typeof readFact<Value>>[1],
): Value | null {
  const { facts, context } = draft;
  const fact = readFact(cell, grammar, context.vocabulary);
  const value = take(draft, fact);
  if (value === null) return null;
  facts.transports = (['tcp', 'udp'] satisfies Transport[]).filter(
    (transport) => facts.transports.includes(transport) || value.transports.includes(transport),
  );
  facts.protocols = [...new Set([...facts.protocols, ...value.protocols])].sort();
  if (value.note !== null) facts.protocolNote = noteOf(value.note, cell, fact.reading, context.locale);
  return value;
}

/** A translation that had to be put in order was not taken at its word. */
function noteOrder(draft: Draft, cell: Cell, corrected: string): void {
  const reason = reasonFor(draft.context.vocabulary, 'words-reordered');
  const published = publishedOf(cell);
  draft.corrections.push({ field: 'protocols', published, corrected, reason, evidence: 'vocabulary', witness: null });
}

/** The part of a protocol cell that is no protocol, in both languages. */
function noteOf(note: string, cell: Cell, reading: Reading, locale: string): LocalizedText {
  const line = cell.find((each) => each.en === note)?.text;
  const word = reading.translation?.uses.find((use) => note.includes(use.form.en))?.published;
  const ko = isKorean(locale) ? (line ?? word ?? null) : null;
  return { en: note, ko, by: { en: reading.by, ko: ko === null ? null : 'document' } };
}

function readPortCell(draft: Draft, cell: Cell, marks: string[], field: PortCellField): PortSet | null {
  required(draft, cell, 'port');
  const fact = readFact(cell, draft.grammars.ports(field), draft.context.vocabulary);
  const value = take(draft, fact);
  if (value === null) return null;
  if (value.transports.length > 0) draft.besidePorts.push(value.transports);
  draft.facts.protocols = [...new Set([...draft.facts.protocols, ...value.protocols])].sort();
  return marked(draft, field, value.ports, marks);
}

/** Transports beside ports are the row's, where nothing else in the row names others. */
function addTransportsOfPorts(draft: Draft): void {
  const { facts, besidePorts } = draft;
  for (const transports of besidePorts) {
    if (facts.transports.length === 0) facts.transports = transports;
    else if (facts.transports.join() !== transports.join()) {
      const others = facts.transports.join(', ');
      report(draft, 'error', problem('transports-disagree', `the row also names ${others}`, transports.join(', ')));
    }
  }
}

function portSet(draft: Draft, text: string, marks: string[]): PortSet | null {
  const read = readPorts(text);
  if (read.ok) return marked(draft, 'ports', read.value, marks);
  report(draft, 'error', read);
  return null;
}

/** A port's text keeps the footnote marks that were taken off its cell. */
function marked(draft: Draft, field: PortCellField, ports: PortSet, marks: string[]): PortSet {
  draft.portMarks[field] = marks;
  return { ...ports, text: `${ports.text}${marks.join('')}` };
}

function readEnd(draft: Draft, cell: Cell, field: 'source' | 'destination'): Endpoint | null {
  required(draft, cell, field);
  const fact = readFact(cell, draft.grammars.ends(field), draft.context.vocabulary);
  const value = take(draft, fact);
  return value === null ? null : { text: unbroken(localized(fact.reading, draft.context.locale)), ...value };
}

/** One name that is broken into two lines becomes one line; a list keeps its lines. */
function unbroken(text: LocalizedText): LocalizedText {
  const isList = [text.en, text.ko].some((each) => each !== null && /^\s*[•·▪]|:/mu.test(each));
  const join = (each: string | null) => (isList ? each : (each?.replaceAll('\n', ' ') ?? null));
  return { ...text, en: join(text.en), ko: join(text.ko) };
}

function readName(draft: Draft, cell: Cell): LocalizedText | null {
  required(draft, cell, 'name');
  const fact = readFact(cell, draft.grammars.ruleName, draft.context.vocabulary, draft.context.locale);
  return take(draft, fact) === null ? null : localized(fact.reading, draft.context.locale);
}

/** A note is text, not a fact: without English it is published as it is, and reported. */
function readNotes(draft: Draft, cell: Cell): LocalizedText | null {
  if (cell.length === 0) return null;
  const reading = readCell(cell, 'note', draft.context.vocabulary, draft.context.locale);
  addUses(draft, reading.translation?.uses ?? []);
  if (reading.english === null) {
    report(draft, 'warning', problem('untranslated', 'this note has no English text', publishedOf(cell)));
  }
  return localized(reading, draft.context.locale);
}

/** A page that names protocols only still means a transport, where the protocol has just one. */
function implyTransports({ facts, context }: Draft): void {
  if (facts.transports.length > 0) return;
  const implied = facts.protocols.map(
    (id) => context.vocabulary.entries.protocols.find((protocol) => protocol.id === id)?.implies,
  );
  facts.transports = (['tcp', 'udp'] satisfies Transport[]).filter((transport) => implied.includes(transport));
  facts.transportsImplied = facts.transports.length > 0;
}

/** Ports that carry the mark of a footnote on configuration are configurable; those beside them are not. */
function configure({ facts, portMarks }: Draft, field: PortCellField, mark: string): void {
  const ports = facts[field];
  if (ports !== null && portMarks[field].includes(mark)) facts[field] = { ...ports, configurable: true };
}

function pointToFootnotes(draft: Draft): void {
  const { facts, context, marks } = draft;
  for (const mark of marks) {
    const footnotes = context.footnotes.filter((footnote) => footnote.mark === mark);
    if (footnotes.length === 0) {
      report(draft, 'error', problem('missing-footnote', 'no footnote under the table has this mark', mark));
    }
    for (const { text, published, configurable, uses } of footnotes) {
      facts.footnotes.push(text);
      addUses(draft, uses);
      if (text.en === null) {
        report(draft, 'warning', problem('untranslated', 'this footnote has no English text', published));
      }
      if (configurable) for (const field of ['ports', 'sourcePorts'] as const) configure(draft, field, mark);
    }
  }
}
