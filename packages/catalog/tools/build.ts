/**
 * Builds `dist/`, what the package ships: the modules of `src/` bundled, their declarations, and the data for those who
 * use no modules.
 */
import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleModules } from './bundle.ts';
import { rulesToCsv } from './csv.ts';
import { readData } from './data.ts';
import { writeDeclarations } from './declarations.ts';
import { sideBySide } from './side-by-side.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const ROOT = join(PACKAGE, '../..');
const DIST = join(PACKAGE, 'dist');

const { evidence: _, coverage: __, synonyms: ___, ...data } = readData();
const catalog = { ...data, ports: sideBySide(data) };
const products = data.products.map(({ id }) => id);

rmSync(DIST, { recursive: true, force: true });
await bundleModules(join(PACKAGE, 'src'), DIST, products);
chmodSync(join(DIST, 'cli.js'), 0o755);
writeDeclarations(DIST);

write('data.json', { version: readJson('package.json').version, ...catalog });
write('schema.json', readJson('data/schema.json'));
write('diff.json', readJson('diff.json'));
writeFileSync(join(DIST, 'ports.csv'), rulesToCsv(catalog));
for (const file of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, file), join(PACKAGE, file));

function readJson(file: string): { version?: string } {
  return JSON.parse(readFileSync(join(PACKAGE, file), 'utf8'));
}

function write(file: string, value: object): void {
  writeFileSync(join(DIST, file), JSON.stringify(value));
}
