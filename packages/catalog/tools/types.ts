import { z } from 'zod';

/**
 * TypeScript types of JSON Schema: of what zod makes of the records. The declarations of the package are made here, since
 * those that refer to zod would need it, and cost a type checker twenty times as much.
 */

/** A JSON Schema, as far as zod writes it for the records. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  ...{ string: 'string', boolean: 'boolean', null: 'null', integer: 'number', number: 'number' },
};

/**
 * The types of a schema that is called `name` and of all that it refers to, readonly, under their descriptions.
 *
 * @param known types that are written in another way than the schema says, by name
 * @param elsewhere what it refers to and another module declares
 * @throws Error where the schema says something that is not known here
 */
export function typesOf(
  schema: z.ZodType,
  name: string,
  known: Readonly<Record<string, string>>,
  elsewhere: readonly string[] = [],
): string {
  const { $defs = {}, ...root } = z.toJSONSchema(schema) as JsonSchema;
  const own = Object.entries({ ...$defs, [name]: root }).filter(([each]) => !elsewhere.includes(each));
  const declarations = own.map(([each, definition]) => {
    const fields = known[each] === undefined && definition.properties !== undefined;
    const declared = fields
      ? `interface ${each} ${typeOf(definition, '')}`
      : `type ${each} =${known[each] ?? ` ${typeOf(definition, '')}`};`;
    return `${comment(definition, '')}export ${declared}\n`;
  });
  return declarations.join('\n');
}

function typeOf(schema: JsonSchema, indent: string): string {
  const { $ref, type, anyOf, items, properties, required = [] } = schema;
  if ($ref !== undefined) return $ref.replace('#/$defs/', '');
  if (anyOf !== undefined) return anyOf.map((each) => typeOf(each, indent)).join(' | ');
  if (schema.enum !== undefined) return schema.enum.map((value) => quoted(String(value))).join(' | ');
  if (Array.isArray(type)) return type.map((each) => typeOf({ type: each }, indent)).join(' | ');
  if (items !== undefined) return `readonly ${inList(typeOf(items, indent))}[]`;
  if (properties !== undefined) {
    const fields = Object.entries(properties).map(([field, value]) => {
      const mark = required.includes(field) ? '' : '?';
      const inner = `${indent}  `;
      return `${comment(value, inner)}${inner}readonly ${field}${mark}: ${typeOf(value, inner)};\n`;
    });
    return `{\n${fields.join('')}${indent}}`;
  }
  const primitive = PRIMITIVES[String(type)];
  if (primitive === undefined) throw new Error(`no type is known for the schema ${JSON.stringify(schema)}`);
  return primitive;
}

function inList(type: string): string {
  return type.includes(' | ') ? `(${type})` : type;
}

function comment({ description }: JsonSchema, indent: string): string {
  return description === undefined ? '' : `${indent}/** ${description} */\n`;
}

/** A union of texts, a line each. */
export function unionOf(texts: readonly string[]): string {
  return texts.map((text) => `\n  | ${quoted(text)}`).join('') || ' never';
}

/** A text as a literal of JavaScript. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\']/g, '\\$&').replace(/[\n\u2028\u2029]/g, (end) => JSON_ENDS[end] ?? end);
  return `'${escaped}'`;
}

/** What a literal may not have as it is: line ends. */
const JSON_ENDS: Readonly<Record<string, string>> = { '\n': '\\n', '\u2028': '\\u2028', '\u2029': '\\u2029' };
