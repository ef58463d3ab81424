/**
 * Builds `dist/`, what the package ships: the modules of `src/` compiled, the schemas in the place of their re-export,
 * and the data for those who use no modules.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rulesToCsv } from './csv.ts';
import { readData } from './data.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const ROOT = join(PACKAGE, '../..');
const DIST = join(PACKAGE, 'dist');
const STAGE = join(PACKAGE, '.build');

rmSync(DIST, { recursive: true, force: true });
rmSync(STAGE, { recursive: true, force: true });
try {
  // The package's own schema file leads out of the package; in the stage the schemas themselves stand in its place.
  cpSync(join(PACKAGE, 'src'), join(STAGE, 'src'), { recursive: true });
  cpSync(join(ROOT, 'scraper/src/model/record.ts'), join(STAGE, 'src/schema.ts'));
  cpSync(join(PACKAGE, 'tsconfig.build.json'), join(STAGE, 'tsconfig.json'));
  execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', STAGE], { stdio: 'inherit' });
} finally {
  rmSync(STAGE, { recursive: true, force: true });
}
pointDeclarationsToJs(DIST);

const { evidence: _, ...catalog } = readData();
const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as { version: string };
mkdirSync(DIST, { recursive: true });
writeFileSync(join(DIST, 'data.json'), JSON.stringify({ version, ...catalog }));
writeFileSync(join(DIST, 'ports.csv'), rulesToCsv(catalog));
cpSync(join(PACKAGE, 'data/schema.json'), join(DIST, 'schema.json'));
for (const file of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, file), join(PACKAGE, file));

/** The compiler rewrites `.ts` in the code's imports, but leaves it in the declarations'. */
function pointDeclarationsToJs(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!entry.endsWith('.d.ts')) continue;
    const file = join(folder, entry);
    const text = readFileSync(file, 'utf8').replace(/(from '|import\(")(\.[^'"]*)\.ts(?=['"])/g, '$1$2.js');
    writeFileSync(file, text);
  }
}
