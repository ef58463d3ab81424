import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { products } from '../../packages/catalog/src/index.ts';
import type { Packed } from './packed.ts';

const COMPILER = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url));

/** What the compiler printed of some files, and the folder that they are in. */
export interface Check {
  ok: boolean;
  output: string;
  folder: string;
}

/** Type-checks files in a folder of the project where the package is installed. */
export function typeCheck(
  { project }: Packed,
  files: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): Check {
  const folder = mkdtempSync(join(project, 'types-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const compilerOptions = {
    ...{ target: 'es2022', lib: ['es2022'], types: [], module: 'nodenext', strict: true, noEmit: true },
    ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, verbatimModuleSyntax: true },
    ...options,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  const { status, stdout } = spawnSync(process.execPath, [COMPILER, '-p', folder, '--extendedDiagnostics'], {
    encoding: 'utf8',
  });
  return { ok: status === 0, output: stdout, folder };
}

/** What type-checking a program took. */
export interface Cost {
  types: number;
  seconds: number;
}

// All entries with code, but the schemas: those are for who has zod, and the types of zod are not ours.
const ENTRIES = ['', ...products.map(({ id }) => `/${id}`), '/evidence', '/match'];
const EVERYTHING = `${ENTRIES.map((entry, at) => `import * as entry${at} from '@lync/port-catalog${entry}';`).join('\n')}
export const all = [${ENTRIES.map((_, at) => `entry${at}`).join(', ')}];
`;

/** The cost of a file that imports everything, and of an empty one. */
export function typesOfEverything(packed: Packed): { all: Cost; none: Cost } {
  return { all: costOf(packed, EVERYTHING), none: costOf(packed, 'export {};\n') };
}

function costOf(packed: Packed, text: string): Cost {
  const { ok, output } = typeCheck(packed, { 'index.ts': text });
  if (!ok) throw new Error(output);
  return { types: diagnosticOf(output, 'Types'), seconds: diagnosticOf(output, 'Total time') };
}

/** A figure of the compiler's diagnostics, without its unit. */
function diagnosticOf(output: string, name: string): number {
  const [, value] = new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output) ?? [];
  if (value === undefined) throw new Error(`the compiler says nothing of ${name}:\n${output}`);
  return Number(value);
}
