import type { Components, JsonSchema } from './openapi-components.ts';

const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const nullable: JsonSchema = { type: ['string', 'null'] };
const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });
const listOf = (items: JsonSchema): JsonSchema => ({ type: 'array', items });

/** An object with exactly these fields. */
function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const moment = { date: text, commit: text };
const span = { first: ref('Moment'), last: ref('Moment'), gone: orNull(ref('Moment')) };
const change = { was: nullable, fields: listOf(object({ field: text, before: {}, after: {} })) };
const words = listOf(object({ published: text, corrected: text, count }));

/** The schema of history.json. */
export const historySchemas: Components = {
  Moment: object(moment),
  DocumentRevision: object({
    ...moment,
    path: text,
    sha256: text,
    handedOff: nullable,
    rules: count,
    corrections: count,
    unresolved: count,
    facts: object({ added: texts, removed: texts, changed: listOf(object({ id: text, ...change })) }),
    text: object({ rules: count, cells: count }),
    mistranslations: object({ new: words, gone: words }),
  }),
  DocumentHistory: object({
    document: text,
    title: ref('LocalizedText'),
    product: text,
    repository: nullable,
    branch: text,
    deleted: orNull(ref('Moment')),
    revisions: listOf(ref('DocumentRevision')),
    rules: listOf(object({ id: text, ...span, changes: listOf(object({ ...moment, ...change })) })),
    mistranslations: listOf(object({ published: text, corrected: text, ...span, rules: texts })),
  }),
  HistoryFile: object({ version: text, $schema: text, about: text, documents: listOf(ref('DocumentHistory')) }),
};
