import type { ApiEndpoint, ListName } from './api.ts';
import {
  RECORDS as CATALOG_RECORDS,
  type Components,
  catalogComponents,
  type JsonSchema,
} from './openapi-components.ts';
import { historySchemas } from './openapi-history.ts';
import { ATTRIBUTION, PROJECT } from './project.ts';

export interface OpenApi {
  readonly openapi: '3.1.1';
  readonly info: Readonly<Record<string, unknown>>;
  readonly externalDocs: { readonly description: string; readonly url: string };
  readonly servers: readonly { readonly url: string }[];
  readonly security: readonly [];
  readonly paths: Readonly<Record<string, { readonly get: object }>>;
  readonly components: { readonly schemas: Components };
}

/** The endpoints in OpenAPI 3.1. */
export function openApi(
  endpoints: readonly ApiEndpoint[],
  { server, version }: { server: string; version: string },
): OpenApi {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lync ports',
      summary: 'The network ports of Lync Server 2013 and Skype for Business Server, with a source for every fact',
      description: `Static files, made at build time; GET is all there is. ${ATTRIBUTION}`,
      version,
      license: { name: PROJECT.dataLicence.id, identifier: PROJECT.dataLicence.id },
      contact: { name: PROJECT.name, url: PROJECT.repository },
    },
    externalDocs: { description: 'The same data as an npm package', url: PROJECT.npm },
    servers: [{ url: server }],
    security: [],
    paths: Object.fromEntries(endpoints.map((endpoint) => [`/${endpoint.path}`, { get: operationOf(endpoint) }])),
    components: { schemas: { ...catalogComponents(), ...fileSchemas(), ...historySchemas } },
  };
}

function operationOf({ id, summary, type, schema, parameters }: ApiEndpoint): object {
  const body: JsonSchema = schema === null ? { type: type === 'text/csv' ? 'string' : 'object' } : ref(schema);
  return {
    operationId: id,
    summary: summary.en,
    parameters: parameters.map((each) => ({ in: 'path', required: true, ...each })),
    responses: {
      200: { description: summary.en, content: { [type]: { schema: body } } },
      ...(parameters.length > 0 && { 404: { description: 'There is no such file' } }),
    },
  };
}

const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });
const listOf = (name: string): JsonSchema => ({ type: 'array', items: ref(name) });
const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };

const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

/** An object with exactly these fields. */
function object(properties: Readonly<Record<string, JsonSchema>>): JsonSchema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

const RECORDS: Readonly<Record<ListName, string>> = { ...CATALOG_RECORDS, evidence: 'Evidence' };

/** What only the API has: evidence, and the files around the catalog's records. */
function fileSchemas(): Components {
  const lists = Object.entries(RECORDS).map(([name, record]) => [
    `${name}List`,
    object({ version: text, [name]: listOf(record) }),
  ]);
  const nullable: JsonSchema = { type: ['string', 'null'] };
  const line = object({ text: nullable, en: nullable });
  const cell = object({ column: ref('LocalizedText'), lines: { type: 'array', items: line } });
  const count: JsonSchema = { type: 'integer', minimum: 1 };
  return {
    ...(Object.fromEntries(lists) as Components),
    Evidence: object({ rule: text, document: text, table: text, row: count, cells: { type: 'array', items: cell } }),
    ScenarioFile: object({
      version: text,
      scenario: ref('Scenario'),
      documents: listOf('Document'),
      tables: listOf('Table'),
      ports: listOf('PortRule'),
      corrections: listOf('Correction'),
      advisories: listOf('Advisory'),
    }),
    PortFile: object({
      version: text,
      port: text,
      range: object({ from: ref('PortNumber'), to: ref('PortNumber') }),
      named: texts,
      covering: texts,
      any: texts,
      rules: listOf('PortRule'),
    }),
    RoleFile: object({
      version: text,
      role: ref('Role'),
      listens: texts,
      called: texts,
      calls: texts,
      rules: listOf('PortRule'),
      coverage: listOf('Coverage'),
    }),
    PairFile: object({
      version: text,
      ways: {
        type: 'array',
        items: object({
          source: text,
          destination: text,
          by: { type: 'array', items: object({ basis: { enum: ['flow', 'document', 'project'] }, rules: texts }) },
          exemptions: texts,
          any: texts,
        }),
      },
      rules: listOf('PortRule'),
    }),
    ChangesFile: object({
      version: text,
      since: text,
      added: texts,
      removed: texts,
      renamed: { type: 'array', items: object({ from: text, to: text }) },
      changed: {
        type: 'array',
        items: object({
          id: text,
          changes: {
            type: 'array',
            items: object({ version: text, fields: texts, before: { type: 'object' }, after: { type: 'object' } }),
          },
        }),
      },
    }),
    CoverageFile: object({ version: text, coverage: listOf('Coverage') }),
    Coverage: {
      type: 'object',
      properties: {
        id: text,
        page: nullable,
        product: nullable,
        products: texts,
        title: object({ en: nullable, ko: nullable }),
        state: { enum: ['tables', 'prose', 'absent'] },
        holds: orNull(object({ en: text, ko: text })),
        ranges: listOf('PortRange'),
        roles: texts,
        see: orNull(object({ name: object({ en: text, ko: text }), url: nullable })),
      },
      required: ['id', 'page', 'product', 'title', 'state', 'holds', 'ranges', 'roles', 'see'],
      additionalProperties: false,
    },
    RuleFile: object({
      version: text,
      rule: ref('PortRule'),
      document: ref('Document'),
      table: ref('Table'),
      evidence: ref('Evidence'),
      corrections: listOf('Correction'),
      advisories: listOf('Advisory'),
      need: orNull(ref('Need')),
    }),
    Index: object({
      version: text,
      name: text,
      repository: text,
      license: object({ id: text, url: text }),
      attribution: text,
      endpoints: {
        type: 'array',
        items: object({
          path: text,
          summary: text,
          type: text,
          files: count,
          parameters: { type: 'object', additionalProperties: { type: ['array', 'null'], items: text } },
        }),
      },
    }),
  };
}
