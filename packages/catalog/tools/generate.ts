/** Writes what is made of `data/*.json`: the modules in `src/generated/`, and the schema. `pnpm regenerate` runs this. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readData } from './data.ts';
import { generateModules, jsonSchema } from './modules.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const GENERATED = join(PACKAGE, 'src/generated');

const readJson = (file: string) => JSON.parse(readFileSync(join(PACKAGE, file), 'utf8'));
const modules = generateModules({
  version: readJson('package.json').version,
  data: readData(),
  redirects: readJson('redirects.json'),
});
mkdirSync(GENERATED, { recursive: true });
for (const file of readdirSync(GENERATED)) if (!modules.has(file)) rmSync(join(GENERATED, file));
for (const [file, text] of modules) writeFileSync(join(GENERATED, file), text);
writeFileSync(join(PACKAGE, 'data/schema.json'), `${JSON.stringify(jsonSchema(), null, 2)}\n`);
