import { z } from 'zod';

const Text = { en: z.string(), ko: z.string() };
const Range = z.strictObject({ from: z.int().min(1).max(65535), to: z.int().min(1).max(65535) });
const Blocks = z.array(z.string()).min(1).describe('Addresses and networks in order, or "any" alone.');
const Ports = z.array(Range).describe('Empty: any.');

/** The JSON output; `plan.schema.json` is made of this. */
export const PlanFile = z
  .strictObject({
    head: z.array(z.string()).describe('What made it, of which deployment, and what a person must still decide.'),
    deployment: z.strictObject({
      name: z.string(),
      version: z.string(),
      product: z.string(),
      firewalls: z.looseObject({ stateful: z.boolean() }),
    }),
    catalog: z.string().describe('The version of the catalog.'),
    family: z.union([z.literal(4), z.literal(6)]),
    rules: z.array(
      z.strictObject({
        firewall: z.string().describe('external, internal, or host: and the role of the servers.'),
        way: z.enum(['in', 'out']).describe('Into what the firewall protects, or out of it.'),
        code: z.string(),
        sources: Blocks,
        sourcePorts: Ports,
        destinations: Blocks,
        ports: Ports,
        transport: z.enum(['tcp', 'udp']),
        sourceRoles: z.array(z.string()),
        destinationRoles: z.array(z.string()),
        why: z.array(z.string()).min(1).describe('The rules of the catalog behind it, and those in prose.'),
        required: z.boolean(),
        ifClosed: z.array(z.strictObject(Text)).min(1),
        advisories: z.array(z.string()),
        derived: z.array(z.enum(['flow', 'quoted', 'project', 'prose'])).describe('On what it rests who connects.'),
      }),
    ),
    unused: z.array(z.strictObject({ id: z.string(), code: z.string(), ...Text })),
    notes: z.array(z.strictObject({ code: z.string(), ...Text })),
    translations: z.array(z.strictObject({ inside: z.string(), outside: z.string() })),
    prose: z.array(z.strictObject({ id: z.string(), text: z.strictObject(Text), source: z.string() })),
    codes: z.record(z.string(), z.array(z.strictObject({ id: z.string(), address: z.string() }))),
  })
  .meta({ id: 'Plan', title: 'Plan' });
