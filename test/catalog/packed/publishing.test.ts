import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { publint } from 'publint';
import { describe, expect, inject, it } from 'vitest';
import * as coverage from '../../../packages/catalog/src/coverage.ts';
import * as evidence from '../../../packages/catalog/src/evidence.ts';
import * as catalog from '../../../packages/catalog/src/index.ts';
import * as match from '../../../packages/catalog/src/match.ts';
import * as schema from '../../../packages/catalog/src/schema.ts';

const { installed, tarball } = inject('packed');
const PRODUCTS = catalog.products.map(({ id }) => id);
const products = await Promise.all(
  PRODUCTS.map((id) => import(`../../../packages/catalog/src/generated/${id}.ts`) as Promise<object>),
);
const ATTW = fileURLToPath(new URL('../../../node_modules/@arethetypeswrong/cli/dist/index.js', import.meta.url));

function read(file: string): string {
  return readFileSync(join(installed, file), 'utf8');
}

describe('the published package', () => {
  it('gives publint nothing to say', async () => {
    const { messages } = await publint({ pkgDir: installed, pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('gives attw nothing to say; types are for modules, so the CSV file is not asked about', () => {
    const args = [ATTW, tarball, '--profile', 'esm-only', '--exclude-entrypoints', './ports.csv', '--format', 'table'];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(status, stdout).toBe(0);
  });

  it.each([
    { entry: '.', module: catalog },
    ...products.map((module, at) => ({ entry: `./${PRODUCTS[at]}`, module })),
    { entry: './evidence', module: evidence },
    { entry: './coverage', module: coverage },
    { entry: './match', module: match },
    { entry: './schema', module: schema },
  ])('exports from $entry what the sources do', async ({ entry, module }) => {
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, string> };
    const file = pathToFileURL(join(installed, exports[entry] ?? ''));
    expect(Object.keys((await import(file.href)) as object).sort()).toEqual(Object.keys(module).sort());
  });

  it('has each rule once, whichever entry it is imported from', async () => {
    const { exports } = JSON.parse(read('package.json')) as { exports: Record<string, string> };
    const entries = ['.', ...PRODUCTS.map((id) => `./${id}`)];
    const files = entries.map((entry) => pathToFileURL(join(installed, exports[entry] ?? '')).href);
    const [root, ...ofProducts] = await Promise.all(files.map((file) => import(file) as Promise<typeof catalog>));
    const own = ofProducts.flatMap(({ ports }) => ports);
    expect(root?.ports.length).toBe(own.length);
    expect(new Set(root?.ports)).toEqual(new Set(own));
    expect(root?.ports.every((rule) => own.includes(rule))).toBe(true);
  });

  it('brings no dependency', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, unknown>>;
    expect(Object.keys(manifest)).not.toContain('dependencies');
    expect(Object.keys(manifest.peerDependencies ?? {})).toEqual(['zod']);
    expect(manifest.peerDependenciesMeta).toEqual({ zod: { optional: true } });
  });

  it.each(['README.md', 'LICENSE', 'NOTICE'])('brings its %s', (file) => {
    expect(read(file).length).toBeGreaterThan(500);
  });
});

describe('the data for those who use no modules', () => {
  const data = JSON.parse(read('dist/data.json')) as { version: string; ports: { id: string }[] };

  it('data.json fits schema.json', () => {
    const isValid = new Ajv2020().compile(JSON.parse(read('dist/schema.json')) as object);
    expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true);
  });

  it('data.json has every rule as the package has it, and its version', () => {
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    expect(data.ports.toSorted(byId)).toEqual(catalog.ports.toSorted(byId));
    expect(data.version).toBe(catalog.version);
  });

  it('ports.csv has every rule, in the same order', () => {
    const records = parse(read('dist/ports.csv'), { columns: true, record_delimiter: '\r\n' }) as { id: string }[];
    expect(records.map(({ id }) => id)).toEqual(data.ports.map(({ id }) => id));
  });
});
