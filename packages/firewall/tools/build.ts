/** Builds `dist/`, what the package ships: each module of `src/` as JavaScript with its declarations. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const ROOT = join(PACKAGE, '../..');
const DIST = join(PACKAGE, 'dist');
const COMPILER = join(ROOT, 'node_modules/typescript/bin/tsc');

rmSync(DIST, { recursive: true, force: true });
execFileSync(process.execPath, [COMPILER, '-p', join(PACKAGE, 'tsconfig.build.json')], { stdio: 'inherit' });
for (const file of readdirSync(DIST, { recursive: true, encoding: 'utf8' })) {
  if (!file.endsWith('.d.ts')) continue;
  const path = join(DIST, file);
  // The compiler rewrites the endings of imports in modules, and leaves them in declarations.
  writeFileSync(path, readFileSync(path, 'utf8').replace(/(?<=(?:from|import\() ?'\.[^']*)\.ts(?=')/g, '.js'));
}
chmodSync(join(DIST, 'cli.js'), 0o755);
for (const file of ['LICENSE', 'NOTICE']) cpSync(join(ROOT, file), join(PACKAGE, file));
