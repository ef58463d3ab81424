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
import { bundleModules, shippedName } from './bundle.ts';
import { rulesToCsv } from './csv.ts';
import { readData } from './data.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const ROOT = join(PACKAGE, '../..');
const DIST = join(PACKAGE, 'dist');

const data = readData();
/** The modules whose declarations users see: the entries, and what those refer to. */
const DECLARED = new Set([
  ...['index', 'evidence', 'match', 'ranges', 'results', 'types', 'ids', 'version'],
  ...data.products.map(({ id }) => id),
]);

rmSync(DIST, { recursive: true, force: true });
await bundleModules(
  DIST,
  data.products.map(({ id }) => id),
);
chmodSync(join(DIST, 'cli.js'), 0o755);
writeDeclarations();

const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
const catalog = publishedLists();
writeFileSync(join(DIST, 'data.json'), JSON.stringify({ version, ...catalog }));
writeFileSync(join(DIST, 'ports.csv'), rulesToCsv(catalog));
writeFileSync(
  join(DIST, 'schema.json'),
  JSON.stringify(JSON.parse(readFileSync(join(PACKAGE, 'data/schema.json'), 'utf8'))),
);
writeFileSync(join(DIST, 'diff.json'), JSON.stringify(JSON.parse(readFileSync(join(PACKAGE, 'diff.json'), 'utf8'))));
for (const file of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, file), join(PACKAGE, file));

/**
 * The lists of data.json. Compression sees 32 kB, and whole.js, right before, ends with the lists of names: those that are
 * longest in both come while that is in sight.
 */
function publishedLists(): Omit<typeof data, 'evidence'> {
  const { scenarios, roles, products, protocols, advisories, documents, tables, services, corrections } = data;
  const ports = sideBySide(data.ports, scenarios);
  return { scenarios, roles, products, protocols, advisories, documents, tables, services, ports, corrections };
}

/** The declarations of what can be imported, and of what those refer to. */
function writeDeclarations(): void {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  execFileSync(process.execPath, [compiler, '-p', join(PACKAGE, 'tsconfig.build.json')], { stdio: 'inherit' });
  rmSync(join(DIST, 'data'), { recursive: true });
  for (const file of readdirSync(DIST).filter((name) => name.endsWith('.d.ts'))) {
    const name = file.slice(0, -'.d.ts'.length);
    const declarations = readFileSync(join(DIST, file), 'utf8');
    rmSync(join(DIST, file));
    if (DECLARED.has(name)) writeFileSync(join(DIST, `${shippedName(name)}.d.ts`), withShippedNames(declarations));
  }
  writeFileSync(join(DIST, `${shippedName('schema')}.d.ts`), schemaDeclarations());
}

/** The compiler leaves the names and endings of imported modules as they are written. */
function withShippedNames(declarations: string): string {
  return declarations.replace(/(?<=from '\.\/)([^']*)\.ts(?=')/g, (_, name: string) => `${shippedName(name)}.js`);
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
