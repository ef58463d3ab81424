import type { ColumnField } from '../vocabulary/schema.ts';
import type { Composite } from './composite.ts';
import type { Draft, RuleFacts } from './draft.ts';
import type { Grammar, Grammars } from './fact.ts';
import * as grammars from './grammars.ts';
import type { PortCells } from './ports.ts';
import type { Protocols } from './protocols.ts';
import * as put from './put.ts';

/** What a column of a port table may hold. */
export type PortField = Exclude<ColumnField, 'none'>;

/** How a column is read, and what its cells say of a rule. */
export interface PortColumn<Value> {
  /** A cell is read by the first that understands it. */
  grammars: Grammars<Value>;
  /** The facts that its cells state. */
  fills: readonly (keyof RuleFacts)[];
  /** What a row lacks whose cell is empty; left out where it may be. */
  needs?: 'role' | 'port' | 'source' | 'destination' | 'name' | 'count';
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
  fills: ['ports', 'transports', 'protocols', 'optional'],
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
  composite: column<Composite | PortCells>({
    grammars: [
      grammars.COMPOSITES as Grammar<Composite | PortCells>,
      grammars.COMPOSITE as Grammar<Composite | PortCells>,
    ],
    fills: ['role', 'transports', 'protocols', 'protocolNote', 'ports', 'optional', 'direction'],
    needs: 'port',
    put: put.compositeOrPorts,
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
  direction: column({ grammars: [grammars.DIRECTION], fills: ['direction', 'role'], put: put.direction }),
  'virtual-ip': column({
    grammars: [grammars.VIRTUAL_IP],
    fills: ['name', 'ports'],
    needs: 'port',
    put: put.virtualIp,
  }),
  'node-port': column({
    grammars: [grammars.NODE_PORTS],
    fills: ['nodePorts'],
    needs: 'port',
    put: put.ports('nodePorts'),
  }),
  monitor: column({ grammars: [grammars.MONITOR], fills: ['monitor', 'role'], put: put.monitor }),
  persistence: column({ grammars: [grammars.PERSISTENCE], fills: ['persistence'], put: put.fact('persistence') }),
  media: column({ grammars: [grammars.MEDIA], fills: ['service'], needs: 'name', put: put.fact('service') }),
  'port-start': column({ grammars: [grammars.START], fills: ['ports'], needs: 'port', put: put.start }),
  'port-count': column({ grammars: [grammars.COUNT], fills: ['ports'], needs: 'count', put: put.count }),
  property: column({ grammars: [grammars.PROPERTY], fills: ['property', 'service'], needs: 'name', put: put.property }),
  // `layout.ts` makes starts and counts of these.
  'property-value': column({ grammars: [grammars.COUNT], fills: ['ports'], put: put.nothing }),
  'role-value': column({ grammars: [grammars.COUNT], fills: ['ports'], put: put.nothing }),
  'protocol-or-note': column<Protocols | string>({
    grammars: [grammars.PROTOCOLS as Grammar<Protocols | string>, grammars.NOTE as Grammar<Protocols | string>],
    fills: ['transports', 'protocols', 'notes'],
    put: put.protocolOrNote,
  }),
  sentence: column({
    grammars: [grammars.SENTENCE],
    fills: ['direction', 'transports', 'ports', 'notes'],
    needs: 'port',
    put: put.sentence,
  }),
  hosts: column({ grammars: [grammars.HOSTS], fills: ['destination'], needs: 'destination', put: put.hosts }),
  notes: column({
    grammars: [grammars.NOTE],
    fills: ['notes', 'service', 'protocols', 'optional', 'releases', 'direction'],
    put: put.notes,
  }),
};

/** The columns that state a fact. */
export function columnsThatFill(field: keyof RuleFacts): PortField[] {
  return (Object.keys(PORT_COLUMNS) as PortField[]).filter((each) => PORT_COLUMNS[each].fills.includes(field));
}

/** Makes TypeScript check that `put` takes the values that the grammars read. */
function column<Value>(given: PortColumn<Value>): PortColumn<unknown> {
  return given as PortColumn<unknown>;
}
