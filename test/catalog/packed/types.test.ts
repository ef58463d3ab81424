import { describe, expect, inject, it } from 'vitest';
import { ports } from '../../../packages/catalog/src/index.ts';
import { MOST_A_RULE } from '../../support/packed.ts';
import { typeCheck, typesOfEverything } from '../../support/types.ts';

const packed = inject('packed');
const RESOLUTIONS = [
  { resolution: 'nodenext', options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  { resolution: 'bundler', options: { module: 'esnext', moduleResolution: 'bundler' } },
];

const NAMES = 'byId, findPorts, between, compare, ports';
const TYPES = 'RuleId, RoleId, ScenarioId, ProductId, ServiceId, ProtocolId, TableId, DocumentId, AdvisoryId, PortRule';

function program(statement: string): string {
  return `import { ${NAMES} } from '@lync/port-catalog';
import type { ${TYPES} } from '@lync/port-catalog';
import { portsFor } from '@lync/port-catalog/lync-server-2013';
import { evidenceFor } from '@lync/port-catalog/evidence';
${statement}
`;
}

const COMPILES = [
  "const id: RuleId = 'lync-server-2013/clients/client-5061-tcp-mtls'; export default id;",
  "export default findPorts({ role: 'director', port: 443, source: 'any' }).map((rule) => rule.service);",
  "export default between('director', 'edge-server').named;",
  "export default compare('lync-server-2013', 'skype-for-business-server-2015').onlyInB;",
  "export default byId('an/id/that/may/be/old')?.id;",
  'export default portsFor(5061).covering.map(({ ports }) => ports?.ranges);',
  "export default evidenceFor('lync-server-2013/clients/client-5061-tcp-mtls')?.document.sha256;",
];

const FAILS = [
  { fault: 'a typo in a rule id', statement: "const id: RuleId = 'lync-server-2013/clients/client-5061-tcp-mtl';" },
  { fault: 'a typo in a role', statement: "findPorts({ role: 'directors' });" },
  { fault: 'a typo in a scenario', statement: "findPorts({ scenario: 'sip' });" },
  { fault: 'a typo in a product', statement: "compare('lync-server-2013', 'skype-for-business');" },
  { fault: 'a typo in a service', statement: "const service: ServiceId = 'sql';" },
  { fault: 'a typo in a protocol', statement: "const protocol: ProtocolId = 'smtp';" },
  { fault: 'a typo in a table', statement: "const table: TableId = 'lync-server-2013/sip';" },
  { fault: 'a typo in a document', statement: "const document: DocumentId = 'lync-server-2013/ports';" },
  { fault: 'an unknown transport', statement: "findPorts({ transport: 'sctp' });" },
  { fault: 'a field that no filter has', statement: "findPorts({ server: 'director' });" },
  { fault: 'a role that cannot stand at an end', statement: "between('anybody', 'edge-server');" },
  { fault: 'evidence for an unknown rule', statement: "evidenceFor('lync-server-2013');" },
  { fault: 'a port as text', statement: "portsFor('5061');" },
  { fault: 'a change to a rule', statement: 'for (const rule of ports) rule.kind = "flow";' },
  { fault: 'a change to a list', statement: 'ports.sort();' },
  { fault: 'a value that may be null used as if it were not', statement: 'ports.map((rule) => rule.role.length);' },
];

describe.each(RESOLUTIONS)('under module resolution "$resolution"', ({ options }) => {
  const files = {
    ...Object.fromEntries(COMPILES.map((statement, at) => [`compiles-${at}.ts`, program(statement)])),
    ...Object.fromEntries(FAILS.map(({ statement }, at) => [`fails-${at}.ts`, program(statement)])),
  };
  const { output } = typeCheck(packed, files, options);
  const errorsOf = (file: string) => output.split('\n').filter((line) => line.includes(`${file}(`));

  it.each(COMPILES.map((statement, at) => ({ statement, at })))('this compiles: $statement', ({ at }) => {
    expect(errorsOf(`compiles-${at}.ts`)).toEqual([]);
  });

  it.each(FAILS.map((row, at) => ({ ...row, at })))('$fault does not compile', ({ at }) => {
    expect(errorsOf(`fails-${at}.ts`)).toHaveLength(1);
  });
});

describe('the cost of the types', () => {
  it(`importing everything adds at most ${MOST_A_RULE.types} types a rule to an empty file`, () => {
    const { all, none } = typesOfEverything(packed);
    expect(all.types - none.types).toBeGreaterThan(300);
    expect((all.types - none.types) / ports.length).toBeLessThanOrEqual(MOST_A_RULE.types);
  });

  it('the schemas are typed by the records that they check', () => {
    const text = `import { Catalog, PortRule } from '@lync/port-catalog/schema';
import type { RuleId } from '@lync/port-catalog';
export const ids: RuleId[] = Catalog.parse({}).ports.map((rule) => rule.id);
type Flow = 'flow' | 'ipsec-exemption';
type Kind = Flow | 'listener' | 'load-balancer' | 'client' | 'virtual-ip' | 'media-range';
export const kind: Kind = PortRule.parse({}).kind;
`;
    const { ok, output } = typeCheck(packed, { 'index.ts': text }, { skipLibCheck: true });
    expect(ok, output).toBe(true);
  });
});
