/**
 * Builds `dist/`, what the package ships: the modules of `src/` bundled, their declarations, and the data for those who
 * use no modules.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sideBySide } from '../src/order.ts';
import * as schemas from '../src/schema.ts';
import { bundleModules } from './bundle.ts';
import { rulesToCsv } from './csv.ts';
import { readData } from './data.ts';
import { shipNames } from './ship.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const ROOT = join(PACKAGE, '../..');
const DIST = join(PACKAGE, 'dist');

const data = readData();

rmSync(DIST, { recursive: true, force: true });
await bundleModules(
  DIST,
  data.products.map(({ id }) => id),
);
chmodSync(join(DIST, 'cli.js'), 0o755);
writeDeclarations();

const { evidence: _, ports, tables, corrections, documents, ...names } = data;
const catalog = { ...inNameOrder(names), documents, tables, ports: sideBySide(ports, data.scenarios), corrections };
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
writeFileSync(join(DIST, 'data.json'), JSON.stringify({ version, ...catalog }));
writeFileSync(join(DIST, 'ports.csv'), rulesToCsv(catalog));
writeFileSync(
  join(DIST, 'schema.json'),
  JSON.stringify(JSON.parse(readFileSync(join(PACKAGE, 'data/schema.json'), 'utf8'))),
);
writeFileSync(join(DIST, 'diff.json'), JSON.stringify(JSON.parse(readFileSync(join(PACKAGE, 'diff.json'), 'utf8'))));
for (const file of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, file), join(PACKAGE, file));

/** The lists in the order in which they are shipped, see shipNames. */
function inNameOrder<Lists extends object>(lists: Lists): Lists {
  const order = Object.keys(shipNames(data, {}));
  const entries = Object.entries(lists).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  return Object.fromEntries(entries) as Lists;
}

/** The declarations of what can be imported, and of what those refer to. */
function writeDeclarations(): void {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(PACKAGE, 'tsconfig.build.json')], { stdio: 'inherit' });
  for (const folder of ['data', 'records']) rmSync(join(DIST, folder), { recursive: true });
  for (const inner of [
    'hydrate',
    'hydrate-names',
    'hydrate-parts',
    'shipped-names',
    'order',
    'parts',
    'records',
    'redirects',
    'repeating',
    'rules',
    'shipped',
  ])
    rmSync(join(DIST, `${inner}.d.ts`));
  for (const entry of readdirSync(DIST).filter((name) => name.endsWith('.d.ts'))) {
    const file = join(DIST, entry);
    // The compiler leaves the endings of imports as they are written.
    const text = readFileSync(file, 'utf8').replace(/(?<=from '|import\(["'])(\.[^'"]*)\.ts(?=['"])/g, '$1.js');
    writeFileSync(file, text);
  }
  writeFileSync(join(DIST, 'schema.d.ts'), schemaDeclarations());
}

/** The schemas are declared by the types that they check: what zod would infer is the same at twenty times the size. */
function schemaDeclarations(): string {
  return `import type { ZodType } from 'zod';
import type * as types from './types.js';

${Object.keys(schemas)
  .map((name) => `export declare const ${name}: ZodType<types.${name}>;`)
  .join('\n')}
`;
}
