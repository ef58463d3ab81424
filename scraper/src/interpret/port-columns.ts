import type { ColumnField } from '../vocabulary/schema.ts';
import type { Draft, RuleFacts } from './draft.ts';
import type { Grammars } from './fact.ts';
import * as grammars from './grammars.ts';
import * as put from './put.ts';

/** What a column of a port table may hold. */
export type PortField = Exclude<ColumnField, 'none'>;

/** How a column is read, and what its cells say of a rule. */
export interface PortColumn<Value> {
  /** A cell is read by the first that understands it. */
  grammars: Grammars<Value>;
  /** The facts that its cells state. */
  fills: readonly (keyof RuleFacts)[];
  /** What a row lacks where this cell is empty; undefined for a cell that may be empty. */
  needs?: 'role' | 'port' | 'source' | 'destination' | 'name';
  put: (row: Draft, value: Value, read: put.ReadCell<Value>) => void;
}

const WHO = column({
  grammars: [grammars.DEVICES, grammars.ROLE],
  fills: ['role', 'devices'],
  needs: 'role',
  put: put.who,
});
const PORTS = column({
  grammars: [grammars.PORTS],
  fills: ['ports', 'transports', 'protocols'],
  needs: 'port',
  put: put.ports('ports'),
});
const ROLE_AND_PROTOCOL = column({
  grammars: [grammars.ROLE_AND_PROTOCOL],
  fills: ['role', 'transports', 'protocols', 'protocolNote'],
  put: put.composite,
});

/** The columns of port tables: reading, variants and learning go by this table. */
export const PORT_COLUMNS: { readonly [Field in PortField]: PortColumn<unknown> } = {
  'server-role': WHO,
  'load-balancer': WHO,
  component: WHO,
  service: column({ grammars: [grammars.SERVICE], fills: ['service'], put: put.fact('service') }),
  port: PORTS,
  'destination-port': PORTS,
  'source-port': column({
    grammars: [grammars.SOURCE_PORTS],
    fills: ['sourcePorts', 'transports', 'protocols'],
    needs: 'port',
    put: put.ports('sourcePorts'),
  }),
  transport: column({
    grammars: [grammars.PROTOCOLS],
    fills: ['transports', 'protocols', 'protocolNote'],
    put: put.protocols,
  }),
  protocol: ROLE_AND_PROTOCOL,
  'role-or-protocol': ROLE_AND_PROTOCOL,
  composite: column({
    grammars: [grammars.COMPOSITE],
    fills: ['role', 'transports', 'protocols', 'protocolNote', 'ports'],
    needs: 'port',
    put: put.composite,
  }),
  source: column({ grammars: [grammars.SOURCE], fills: ['source'], needs: 'source', put: put.end('source') }),
  destination: column({
    grammars: [grammars.DESTINATION],
    fills: ['destination'],
    needs: 'destination',
    put: put.end('destination'),
  }),
  'rule-name': column({
    grammars: [grammars.RULE_NAME],
    fills: ['ruleName', 'direction'],
    needs: 'name',
    put: put.ruleName,
  }),
  authentication: column({
    grammars: [grammars.AUTHENTICATION],
    fills: ['authentication'],
    put: put.fact('authentication'),
  }),
  direction: column({ grammars: [grammars.DIRECTION], fills: ['direction'], put: put.fact('direction') }),
  notes: column({ grammars: [grammars.NOTE], fills: ['notes'], put: put.text('notes') }),
};

/** The columns that state a fact. */
export function columnsThatFill(field: keyof RuleFacts): PortField[] {
  return (Object.keys(PORT_COLUMNS) as PortField[]).filter((each) => PORT_COLUMNS[each].fills.includes(field));
}

/** Makes TypeScript check that `put` takes the values that the grammars read. */
function column<Value>(given: PortColumn<Value>): PortColumn<unknown> {
  return given as PortColumn<unknown>;
}
