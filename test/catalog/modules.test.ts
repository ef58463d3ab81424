import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readData } from '../../packages/catalog/tools/data.ts';
import { generateModules, type Release } from '../../packages/catalog/tools/modules.ts';
import { typesOf } from '../../packages/catalog/tools/types.ts';

const data = readData();
const [rule] = data.ports;
const id = rule?.id ?? '';

function generate(change: Partial<Release>): ReadonlyMap<string, string> {
  return generateModules({ version: '1.2.3', data, redirects: {}, ...change });
}

describe('a further product', () => {
  const product = { id: 'cloud-connector', name: { en: 'Cloud Connector', ko: '클라우드 커넥터' } };
  const modules = generate({ data: { ...data, products: [...data.products, product] } });

  it('has an entry of its own, and a literal type', () => {
    expect(modules.get('cloud-connector.ts')).toContain('/** The rules of Cloud Connector,');
    expect(modules.get('types.ts')).toContain("| 'cloud-connector'");
  });

  it('is among those that the root has the rules of', () => {
    expect(modules.get('lists.ts')).toContain("from './cloud-connector.ts'");
  });
});

describe('the ids of rules that were renamed', () => {
  it.each<{ fact: string; redirects: Record<string, string>; shipped: Record<string, string> }>([
    { fact: 'lead to the rule', redirects: { 'a/b': id }, shipped: { 'a/b': id } },
    { fact: 'lead straight to it', redirects: { 'a/b': 'a/c', 'a/c': id }, shipped: { 'a/b': id, 'a/c': id } },
    { fact: 'are those of rules alone', redirects: { 'role a': 'role b' }, shipped: {} },
  ])('$fact', ({ redirects, shipped }) => {
    expect(generate({ redirects }).get('renamed-ids.ts')).toContain(`'${JSON.stringify(shipped)}'`);
  });

  it.each<{ fact: string; redirects: Record<string, string> }>([
    { fact: 'to nothing', redirects: { 'a/b': 'a/c' } },
    { fact: 'in a circle', redirects: { 'a/b': 'a/c', 'a/c': 'a/b' } },
  ])('must not lead $fact', ({ redirects }) => {
    expect(() => generate({ redirects })).toThrow('redirects.json: "a/b" leads to no rule');
  });
});

describe('types of a schema', () => {
  it.each<{ schema: z.ZodType; type: string }>([
    { schema: z.string(), type: 'string' },
    { schema: z.string().nullable(), type: 'string | null' },
    { schema: z.int().positive(), type: 'number' },
    { schema: z.enum(['tcp', 'udp']).nullable(), type: "'tcp' | 'udp' | null" },
    { schema: z.array(z.enum(['tcp', 'udp'])), type: "readonly ('tcp' | 'udp')[]" },
    { schema: z.array(z.string()).nullable(), type: 'readonly string[] | null' },
    { schema: z.boolean().nullable(), type: 'boolean | null' },
  ])('$type', ({ schema, type }) => {
    expect(typesOf(schema, 'It', {})).toBe(`export type It = ${type};\n`);
  });

  it('fields are readonly and have their descriptions; what may be left out is optional', () => {
    const schema = z.strictObject({ a: z.string().describe('An a.'), b: z.int().optional() }).describe('A record.');
    expect(typesOf(schema, 'It', {})).toBe(
      '/** A record. */\nexport interface It {\n  /** An a. */\n  readonly a: string;\n  readonly b?: number;\n}\n',
    );
  });

  it('a schema with a name is a type of its own, and one that is known is what it is known as', () => {
    const schema = z.strictObject({ id: z.string().meta({ id: 'OneId' }) });
    expect(typesOf(schema, 'It', { OneId: " 'a' | 'b'" })).toBe(
      "export type OneId = 'a' | 'b';\n\nexport interface It {\n  readonly id: OneId;\n}\n",
    );
  });

  it('what is not known is an error', () => {
    expect(() => typesOf(z.unknown(), 'It', {})).toThrow('no type is known for the schema');
  });
});
