import { rangeText } from '../../../packages/catalog/src/ranges.ts';
import { Transport } from '../model/catalog.ts';
import { addUses, type Draft, report, state } from './draft.ts';
import type { ReadContext } from './fact.ts';
import { problem } from './result.ts';

/** What the cells of a row state together. */

/** A range that is given by its first port and how many it has; whoever runs the servers may set it otherwise. */
export function countPorts(row: Draft): void {
  const { start: from, count } = row;
  if (from === null || count === null) return;
  const to = from + count - 1;
  if (to > 65535) {
    report(row, 'error', problem('port-number', 'this range goes beyond the highest port', `${from} and ${count}`));
    return;
  }
  const text = rangeText({ from, to });
  state(row, 'ports', { text, ranges: [{ from, to }], any: false, configurable: true }, text);
}

/** Transports beside ports are the row's, where nothing else in the row names others. */
export function addTransportsOfPorts(row: Draft): void {
  const { facts, besidePorts } = row;
  for (const transports of besidePorts) {
    if (facts.transports.length === 0) facts.transports = transports;
    else if (facts.transports.join() !== transports.join()) {
      const others = facts.transports.join(', ');
      report(row, 'error', problem('transports-disagree', `the row also names ${others}`, transports.join(', ')));
    }
  }
}

/** A row that names protocols only still states a transport, where the protocol has just one. */
export function implyTransports({ facts, context }: Draft): void {
  if (facts.transports.length > 0) return;
  facts.transports = transportsImpliedBy(facts.protocols, context);
  facts.transportsImplied = facts.transports.length > 0;
}

/**
 * The transports of protocols that have just one each; none where one of them may run over another transport, unless a
 * protocol beside it carries it.
 */
export function transportsImpliedBy(ids: readonly string[], { vocabulary }: ReadContext): Transport[] {
  const named = vocabulary.entries.protocols.filter(({ id }) => ids.includes(id));
  const known = named.filter(({ implies }) => implies !== undefined);
  if (known.length < named.length && !named.some(({ carries }) => carries)) return [];
  return Transport.options.filter((transport) => known.some(({ implies }) => implies === transport));
}

/** Gives the row the footnotes that its marks point to. */
export function pointToFootnotes(row: Draft): void {
  const { facts, context, marks, portMarks } = row;
  // Behind several ports a mark may be that of the last.
  const isList = (facts.ports?.ranges.length ?? 0) > 1;
  for (const mark of marks) {
    const footnotes = context.footnotes.filter((footnote) => footnote.mark === mark);
    // The remark is lost, and what the row says is not; but the remark may have been that the ports are configurable.
    if (footnotes.length === 0) {
      report(row, 'note', problem('missing-footnote', 'no footnote under the table has this mark', mark));
      configure(row, mark, null);
    }
    for (const { text, published, configurable, says, uses } of footnotes) {
      row.said.push({ column: null, english: says, local: null, atLast: isList && portMarks.ports.includes(mark) });
      facts.footnotes.push(text);
      addUses(row, uses);
      if (text.en === null) {
        report(row, 'warning', problem('untranslated', 'this footnote has no English text', published));
      }
      if (configurable !== false) configure(row, mark, configurable);
    }
  }
}

/** Ports that carry the mark of a footnote on configuration are configurable; those beside them are not. */
function configure({ facts, portMarks }: Draft, mark: string, configurable: true | null): void {
  for (const field of ['ports', 'sourcePorts'] as const) {
    const ports = facts[field];
    if (ports === null || ports.configurable === true || !portMarks[field].includes(mark)) continue;
    facts[field] = { ...ports, configurable };
  }
}
