import { ports, scenarios, version } from '@lync/port-catalog';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { type ApiEndpoint, apiEndpoints, describeApi, LIST_NAMES } from '../../site/src/lib/api.ts';
import { readText } from '../support/catalog-data.ts';

const SERVER = 'https://example.com/base/api/v1';
const endpoints = apiEndpoints(SERVER);
const files = new Map(endpoints.flatMap((endpoint) => endpoint.files.map(({ path, body }) => [path, body])));
const description = describeApi(endpoints, SERVER);

function bodyOf(path: string): string {
  const body = files.get(path);
  if (body === undefined) throw new Error(`there is no ${path}`);
  return body();
}

const json = (path: string) => JSON.parse(bodyOf(path)) as Record<string, unknown>;

/** The files that an endpoint's path and parameters describe. */
function patternOf({ path, parameters }: ApiEndpoint): RegExp {
  const source = path.replaceAll('.', '\\.').replace(/\{(\w+)\}/g, (_, name: string) => {
    const { enum: values, pattern } = parameters.find((each) => each.name === name)?.schema ?? {};
    return `(?:${values?.join('|') ?? pattern?.replace(/^\^|\$$/g, '')})`;
  });
  return new RegExp(`^${source}$`);
}

describe('the files of the API', () => {
  it('are one for the catalog, each list, scenario, port and rule', () => {
    const wanted = [
      ...['index.json', 'data.json', 'ports.csv', 'schema.json', 'openapi.json'],
      ...LIST_NAMES.map((name) => `${name}.json`),
      ...scenarios.flatMap(({ id }) => [`scenarios/${id}.json`, `scenarios/${id}.csv`]),
      ...['ports/5061.json', 'ports/50000-59999.json'],
      ...ports.map(({ id }) => `rules/${id}.json`),
    ];
    expect(wanted.filter((path) => !files.has(path))).toEqual([]);
  });

  it('are the same whenever they are made', () => {
    const again = apiEndpoints(SERVER).flatMap((endpoint) => endpoint.files);
    const changed = again.filter(({ path, body }) => body() !== bodyOf(path));
    expect(changed.map(({ path }) => path)).toEqual([]);
  });

  it('all bear the version of the data', () => {
    const own = ['schema.json', 'openapi.json'];
    const others = [...files.keys()].filter((path) => path.endsWith('.json') && !own.includes(path));
    expect(others.filter((path) => json(path).version !== version)).toEqual([]);
  });

  it('hold what data.json holds, list by list', () => {
    const { evidence: _, ...lists } = Object.fromEntries(LIST_NAMES.map((name) => [name, json(`${name}.json`)[name]]));
    expect({ version, ...lists }).toEqual(json('data.json'));
  });

  it('have of a scenario what belongs to it', () => {
    const rules = scenarios.flatMap(
      ({ id }) => json(`scenarios/${id}.json`).ports as { id: string; scenario: string }[],
    );
    expect(rules.map(({ id }) => id).sort()).toEqual(ports.map(({ id }) => id).sort());
  });

  it('tell the rules that name a port from those that cover it', () => {
    const { named, covering, rules } = json('ports/50001.json') as Record<string, readonly (string | { id: string })[]>;
    expect(rules?.map((rule) => (typeof rule === 'string' ? rule : rule.id))).toEqual([
      ...(named ?? []),
      ...(covering ?? []),
    ]);
    expect(named).not.toHaveLength(0);
    expect(covering).not.toHaveLength(0);
  });

  it('give a rule with its published cells', () => {
    const id = 'lync-server-2013/internal-servers/director-front-end-service-5061-tcp';
    const file = json(`rules/${id}.json`);
    expect(file.rule).toMatchObject({ id, role: 'director' });
    expect(JSON.stringify(file.evidence)).toContain('이사');
    expect(file.corrections).toHaveLength(2);
  });

  it('give schema.json as the package does', () => {
    expect(json('schema.json')).toEqual(JSON.parse(readText('packages/catalog/data/schema.json')));
  });
});

describe('openapi.json', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(json('openapi.json'));
    expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
    expect(validator.version).toBe('3.1');
  });

  it('describes every file once, and nothing else', () => {
    const patterns = endpoints.map((endpoint) => ({ path: endpoint.path, pattern: patternOf(endpoint) }));
    expect(Object.keys(description.paths)).toEqual(patterns.map(({ path }) => `/${path}`));
    const matches = [...files.keys()].map((file) => patterns.filter(({ pattern }) => pattern.test(file)).length);
    expect(new Set(matches)).toEqual(new Set([1]));
    expect(endpoints.filter((endpoint) => endpoint.files.length === 0)).toEqual([]);
  });

  it('has examples that are there', () => {
    const examples = endpoints.map(({ path, parameters }) =>
      parameters.reduce((filled, { name, example }) => filled.replace(`{${name}}`, example), path),
    );
    expect(examples.filter((path) => !files.has(path))).toEqual([]);
  });

  it('names what the records share', () => {
    const names = Object.keys(description.components.schemas);
    expect(names).toContain('LocalizedText');
    expect(names.filter((name) => name.startsWith('__'))).toEqual([]);
  });

  it('is true: every JSON file fits its schema', () => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema({ ...description, $id: 'api' });
    const wrong = endpoints.flatMap(({ schema, files: own }) => {
      const validate = schema === null ? undefined : ajv.getSchema(`api#/components/schemas/${schema}`);
      if (schema !== null && validate === undefined) return [`no ${schema}`];
      return own.filter(({ body }) => validate?.(JSON.parse(body())) === false).map(({ path }) => path);
    });
    expect(wrong).toEqual([]);
  });
});

describe('index.json', () => {
  it('counts the files of every endpoint', () => {
    const listed = json('index.json').endpoints as { path: string; files: number }[];
    expect(listed.map(({ path, files: count }) => [path, count])).toEqual(
      endpoints.map(({ path, files: own }) => [path, own.length]),
    );
  });
});
