import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as schemas from '../src/schema.ts';

const PACKAGE = fileURLToPath(new URL('../', import.meta.url));
const COMPILER = fileURLToPath(new URL('../../../node_modules/typescript/bin/tsc', import.meta.url));

/** Writes the declarations of the entries, and of what those refer to, into `dist`, beside the modules. */
export function writeDeclarations(dist: string): void {
  const all = join(dist, 'declarations');
  execFileSync(process.execPath, [COMPILER, '-p', join(PACKAGE, 'tsconfig.build.json'), '--outDir', all], {
    stdio: 'inherit',
  });
  const paths = readdirSync(all, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.d.ts'));
  const texts = new Map(paths.map((path) => [basename(path, '.d.ts'), readFileSync(join(all, path), 'utf8')]));
  if (texts.size < paths.length) throw new Error('two modules have the same name, and their declarations one place');
  const entries = readdirSync(dist).filter((file) => file.endsWith('.js') && file !== 'cli.js');
  const wanted = new Set(entries.map((file) => basename(file, '.js')));
  for (const name of wanted) {
    const text = name === 'schema' ? schemaDeclarations() : (texts.get(name) ?? '');
    writeFileSync(join(dist, `${name}.d.ts`), withFlatNames(text));
    for (const [, other = ''] of text.matchAll(/from '\.[^']*?([^/']+)\.[jt]s'/g)) wanted.add(other);
  }
  rmSync(all, { recursive: true });
}

/** The declarations stand in one folder; the compiler leaves the places and endings of imported modules as they are. */
function withFlatNames(declarations: string): string {
  return declarations.replace(/(?<=from ')\.[^']*?([^/']+)\.ts(?=')/g, './$1.js');
}

/** The schemas are declared by the types that they check: what zod would infer is the same at twenty times the size. */
function schemaDeclarations(): string {
  const schema = (name: string) => `export declare const ${name}: ZodType<types.${name}>;`;
  return [
    "import type { ZodType } from 'zod';",
    "import type * as types from './types.js';",
    '',
    ...Object.keys(schemas).map(schema),
    '',
  ].join('\n');
}
