import { readFileSync } from 'node:fs';
import {
  type DeploymentInput,
  examples,
  firewallName,
  type OutputFile,
  outputs,
  type Plan,
  planOf,
  roleName,
} from '@lync/port-firewall';
import Ajv from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { deployments } from './support/deployments.ts';
import * as readers from './support/readers.ts';
import { block, product, range, sorted, type Tuple, tuplesOf } from './support/tuples.ts';

const RUNS = Number(process.env.FIREWALL_RUNS ?? 40);

/** Each syntax: its files, the firewall of a file, how it is read, and whether it names public destinations. */
const SYNTAXES: readonly {
  readonly name: string;
  readonly read: (plan: Plan) => Map<string, Tuple[]>;
  readonly outside?: true;
  readonly hosts?: false;
}[] = [
  { name: 'asa', hosts: false, read: (plan) => byFile(outputs.asa(plan), readers.readAsa) },
  { name: 'ios', hosts: false, outside: true, read: (plan) => byFile(outputs.ios(plan), readers.readIos) },
  {
    name: 'paloalto',
    hosts: false,
    outside: true,
    read: (plan) => byFile(outputs.paloalto(plan), readers.readPaloAlto),
  },
  {
    name: 'fortigate',
    hosts: false,
    outside: true,
    read: (plan) => byFile(outputs.fortigate(plan), readers.readFortigate),
  },
  { name: 'nftables', read: (plan) => byFile(outputs.nftables(plan), readers.readNftables) },
  { name: 'iptables', read: (plan) => byFile(outputs.iptables(plan), readers.readIptables) },
  { name: 'azure', read: (plan) => readers.readAzure(outputs.azure(plan)[0]?.text ?? '') },
  { name: 'terraform', read: (plan) => readers.readTerraform(outputs.terraform(plan)[0]?.text ?? '') },
  { name: 'capirca', read: readCapirca },
  { name: 'aerleon', read: readAerleon },
];

describe('outputs, read back', { timeout: 600_000 }, () => {
  for (const { name, read, outside, hosts } of SYNTAXES) {
    it(`${name} is the plan`, () => {
      fc.assert(
        fc.property(deployments, (input) => {
          const plan = stateful(input);
          const found = read(plan);
          const firewalls = [...new Set(plan.rules.map(({ firewall }) => firewall))];
          for (const firewall of firewalls.filter((one) => hosts !== false || !one.startsWith('host:'))) {
            const rules = plan.rules.filter((rule) => rule.firewall === firewall);
            const slug = firewall.replace(':', '-');
            const key = [...found.keys()].find((file) =>
              [slug, `lync-${slug}`, `lync_${slug.replaceAll('-', '_')}`].includes(file),
            );
            expect(sorted(found.get(key ?? '') ?? [])).toEqual(tuplesOf(plan, rules, outside));
          }
        }),
        { numRuns: RUNS },
      );
    });
  }

  it('powershell is the plan of each host', () => {
    fc.assert(
      fc.property(deployments, (input) => {
        const plan = stateful(input);
        const tuples = outputs.powershell(plan).flatMap(({ text }) => readers.readPowershell(text));
        expect(sorted(tuples)).toEqual(
          tuplesOf(
            plan,
            plan.rules.filter(({ firewall }) => firewall.startsWith('host:')),
          ),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('CSV has every rule and every row that is not used', () => {
    const plan = planned('scaled-edge-dns-nat');
    const [rules, unused] = outputs.csv(plan) as [OutputFile, OutputFile];
    const rows = parseCsv(rules.text, { columns: true }) as Record<string, string>[];
    const tuples = rows.flatMap((row) => {
      const ports = (text = '') => text.split(', ').map((port) => (port === 'Any' ? 'any' : range(port)));
      const blocks = (text = '') => text.split(' ');
      return product(
        (row.Transport ?? '').toLowerCase(),
        blocks(row['Source address']),
        ports(row['Source port']),
        blocks(row['Destination address']),
        ports(row['Destination port']),
      );
    });
    expect(sorted(tuples)).toEqual(tuplesOf(plan, plan.rules));
    expect(
      rows.find((row) => row['Destination address']?.startsWith('172.16.1.11'))?.['Destination address outside (NAT)'],
    ).toBe('203.0.113.11 203.0.113.12');
    expect(parseCsv(unused.text)).toHaveLength(plan.unused.length + 1);
  });

  it('CSV lets no text be a formula', () => {
    const plan = planned('no-edge');
    const [rule] = plan.rules as [Plan['rules'][number]];
    for (const text of ['=1+1', '+1', '-1', '@x', '\tx', '\rx', '\uff1d1+1', '\uff20x']) {
      const [csv] = outputs.csv({ ...plan, rules: [{ ...rule, code: text }] }) as [OutputFile];
      expect((parseCsv(csv.text) as string[][])[1]?.[1]).toBe(`'${text}`);
    }
  });

  it('JSON is as its schema says', () => {
    const schema = JSON.parse(
      readFileSync(new URL('../../packages/firewall/plan.schema.json', import.meta.url), 'utf8'),
    );
    const valid = new Ajv.default({ strict: false }).compile(schema);
    for (const name of Object.keys(examples) as (keyof typeof examples)[]) {
      const [json] = outputs.json(planned(name)) as [OutputFile];
      valid(JSON.parse(json.text));
      expect(valid.errors).toBeNull();
    }
  });

  it('the diagram is XML that draws every rule of the network firewalls', () => {
    for (const language of ['en', 'ko'] as const) {
      const plan = planned('scaled-edge-hlb', { name: 'A & B <x>' });
      const [svg] = outputs.svg(plan, language) as [OutputFile];
      expect(XMLValidator.validate(svg.text)).toBe(true);
      const drawn = [...svg.text.matchAll(/<g id="([^"]+)"/g)].map(([, id]) => id);
      expect(drawn).toEqual(plan.rules.filter(({ firewall }) => !firewall.startsWith('host:')).map(({ code }) => code));
    }
  });

  it('probes try both ends of every range', () => {
    const plan = planned('scaled-edge-hlb');
    const [shell] = outputs.probes(plan) as [OutputFile];
    const lines = [...shell.text.matchAll(/^rule (\S+) (\S+) '(.*)' '(.*)' '(.*)'$/gm)].map((match) => match.slice(1));
    expect(lines).toEqual(
      plan.rules.map(({ code, transport, sources, destinations, ports }) => [
        code,
        transport,
        sources.join(' '),
        destinations.join(' '),
        ports.flatMap(({ from, to }) => (from === to ? [from] : [from, to])).join(' '),
      ]),
    );
  });
});

describe('every output', () => {
  it('says what made it, of which deployment, what a person must decide, and which rows are behind each code', () => {
    const plan = planned('scaled-edge-hlb', { name: 'Contoso', version: '7b' });
    for (const [name, write] of Object.entries(outputs)) {
      if (name === 'csv') continue;
      const files = write(plan);
      const text = files.map((file) => file.text).join('\n');
      expect({ name, made: text.includes('@lync/port-firewall'), of: text.includes('Contoso, version 7b') }).toEqual({
        name,
        made: true,
        of: true,
      });
      expect({ name, note: text.includes('must turn these packets back') }).toEqual({ name, note: true });
      if (name === 'svg') continue;
      const rule = plan.rules.find(({ firewall }) =>
        name === 'powershell' ? firewall.startsWith('host:') : firewall === 'external',
      );
      expect({ name, row: text.includes(`/rules/${rule?.why[0]}/`) || name === 'probes' }).toEqual({ name, row: true });
    }
  });

  it('has a name for every role and firewall of a plan, in both languages', () => {
    for (const example of Object.values(examples)) {
      const { rules } = stateful(example);
      for (const { firewall, sourceRoles, destinationRoles } of rules) {
        for (const language of ['en', 'ko'] as const) {
          const names = [...sourceRoles, ...destinationRoles].map((role) => roleName(role, language));
          for (const name of [...names, firewallName(firewall, language)]) expect(name).not.toMatch(/^[a-z-]*$/);
        }
      }
    }
  });

  it('is the same bytes for the same plan, in any order of the input', () => {
    const plan = planned('scaled-edge-dns-nat');
    for (const write of Object.values(outputs)) expect(write(plan)).toEqual(write(planned('scaled-edge-dns-nat')));
  });

  it('writes replies for firewalls that keep no state', () => {
    const plan = planned('scaled-edge-hlb', { firewalls: { stateful: false } });
    const rules = plan.rules.filter(({ firewall }) => firewall === 'internal');
    const replies = rules.map((rule) => ({
      ...rule,
      sources: rule.destinations,
      destinations: rule.sources,
      ports: rule.sourcePorts,
      sourcePorts: rule.ports,
    }));
    const [file] = outputs.ios(plan).filter(({ name }) => name.includes('internal')) as [OutputFile];
    expect(sorted(readers.readIos(file.text))).toEqual(tuplesOf(plan, [...rules, ...replies]));
    const tcp = file.text.split('\n').filter((line) => line.includes('permit tcp') && line.includes('established'));
    expect(tcp.length).toBeGreaterThan(0);
    const [nft] = outputs.nftables(plan).filter(({ name }) => name === 'internal.nft') as [OutputFile];
    expect(sorted(readers.readNftables(nft.text))).toEqual(tuplesOf(plan, [...rules, ...replies]));
    expect(nft.text).not.toContain('ct state');
  });

  it('lets nobody end a comment or a text by the name of a deployment', () => {
    const plan = planned('single-edge-nat', { name: `a"b'c\`d$(e)\\` });
    for (const [name, write] of Object.entries(outputs)) {
      for (const { text } of write(plan)) {
        const line = text.split('\n').find((one) => one.includes('$(e)'));
        if (line === undefined || ['json', 'azure', 'svg', 'csv'].includes(name)) continue;
        expect({ name, comment: /^(?:[#!]| +comment::? ")/.test(line) }).toEqual({ name, comment: true });
      }
    }
  });
});

function stateful(input: DeploymentInput): Plan {
  const result = planOf({ ...input, firewalls: { ...input.firewalls, stateful: true } });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.plan;
}

function planned(name: keyof typeof examples, more: Partial<DeploymentInput> = {}): Plan {
  const result = planOf({ ...examples[name], ...more });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return result.plan;
}

function byFile(files: readonly OutputFile[], read: (text: string) => Tuple[]): Map<string, Tuple[]> {
  return new Map(
    files.map(({ name, text }) => [name.replace(/^(?:asa|ios|paloalto|fortigate)-|\.\w+$/g, ''), read(text)]),
  );
}

function readCapirca(plan: Plan): Map<string, Tuple[]> {
  const files = new Map(outputs.capirca(plan).map(({ name, text }) => [name, text]));
  const found = new Map<string, Tuple[]>();
  for (const [name, text] of files) {
    const firewall = /pol\/(.*)-(?:in|out)\.pol$/.exec(name)?.[1];
    if (firewall === undefined) continue;
    const tuples = readers.readCapirca(
      text,
      files.get('capirca/def/LYNC.net') ?? '',
      files.get('capirca/def/LYNC.svc') ?? '',
    );
    found.set(firewall, [...(found.get(firewall) ?? []), ...tuples]);
  }
  return found;
}

interface AerleonTerm {
  name: string;
  action: string;
  protocol?: string;
  'source-address'?: string;
  'destination-address'?: string;
  'source-port'?: string;
  'destination-port'?: string;
}

function readAerleon(plan: Plan): Map<string, Tuple[]> {
  const files = new Map(outputs.aerleon(plan).map(({ name, text }) => [name, parseYaml(text)]));
  const networks = files.get('aerleon/def/networks.yaml')?.networks as Record<
    string,
    { values: { address: string }[] }
  > | null;
  const services = files.get('aerleon/def/services.yaml')?.services as Record<string, { port: string }[]> | null;
  const found = new Map<string, Tuple[]>();
  for (const [name, policy] of files) {
    const firewall = /policies\/(.*)-(?:in|out)\.yaml$/.exec(name)?.[1];
    if (firewall === undefined) continue;
    for (const term of policy.filters[0].terms as AerleonTerm[]) {
      if (term.action !== 'accept') continue;
      const side = (token?: string) =>
        token ? (networks?.[token]?.values.map(({ address }) => block(address)) ?? []) : ['any'];
      const ports = (token?: string) =>
        token ? (services?.[token]?.map(({ port }) => range(String(port))) ?? []) : ['any'];
      const tuples = product(
        term.protocol ?? '',
        side(term['source-address']),
        ports(term['source-port']),
        side(term['destination-address']),
        ports(term['destination-port']),
      );
      found.set(firewall, [...(found.get(firewall) ?? []), ...tuples]);
    }
  }
  return found;
}
