import type { Cell } from '../model/snapshot.ts';
import type { ColumnField } from '../vocabulary/schema.ts';
import { type Draft, report } from './draft.ts';
import { readFact } from './fact.ts';
import { ROLE_AND_PROTOCOL } from './grammars.ts';
import { transportsImpliedBy } from './inferences.ts';
import type { PlacedCell } from './layout.ts';
import { publishedOf } from './reading.ts';
import { problem } from './result.ts';

const PORTS: readonly ColumnField[] = ['port', 'destination-port'];
const PROTOCOLS: readonly ColumnField[] = ['protocol', 'transport', 'role-or-protocol'];

/** The lines of a cell, or what stands between the commas of its only line. */
function items(cell: Cell): Cell {
  const [line, ...others] = cell;
  if (line === undefined || others.length > 0) return cell;
  const { text, en } = line;
  const parts = String(en ?? text).split(/,\s+/);
  return parts.map((part) => (en === null ? { text: part, en } : { text: null, en: part }));
}

/**
 * Reports ports and protocols that stand beside each other line by line, or comma by comma, and are not all of the same
 * transport: a reader takes each port to be of the protocol in its line, and a rule would have all ports of all transports.
 */
export function compareLines(row: Draft, cells: readonly PlacedCell[]): void {
  const { context } = row;
  const ports = cells.filter(({ field }) => PORTS.includes(field));
  for (const { field, cell, header } of cells) {
    const lines = items(cell);
    if (!PROTOCOLS.includes(field) || lines.length < 2) continue;
    // Lines beside commas are a list beside the names of all its transports.
    const isBeside = (other: Cell) => other.length === cell.length && items(other).length === lines.length;
    if (!ports.some((each) => isBeside(each.cell))) continue;
    const transports = lines.flatMap((line) => {
      const { value } = readFact([line], ROLE_AND_PROTOCOL, context);
      // A remark has a line of its own, and names no protocol.
      if (value === null || value.transports.length + value.protocols.length === 0) return [];
      const named = value.transports.length > 0 ? value.transports : transportsImpliedBy(value.protocols, context);
      return [named.join()];
    });
    if (new Set(transports).size < 2) continue;
    row.column = header;
    const message = 'each of the ports may be of the transport in the same place here';
    report(row, 'error', problem('mixed-transports', message, publishedOf(cell)));
  }
}
