import { execFile, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../scraper/src/commands/places.ts';
import { Catalog } from '../../scraper/src/model/catalog.ts';

/** The program itself, for a test that starts it in a way of its own. */
export const CLI = fileURLToPath(new URL('../../scraper/cli.js', import.meta.url));

/** Where what was compiled is kept: a command that is started for the hundredth time need not be compiled again. */
export const COMPILED = join(ROOT, 'node_modules/.cache/compiled');

export const FIXTURES = fileURLToPath(new URL('../fixtures/', import.meta.url));

export interface Run {
  status: number | null;
  /** The lines of each stream. */
  out: string[];
  err: string[];
}

export interface RunOptions {
  /** The folder that the command is typed in. */
  cwd: string;
  env?: Record<string, string>;
  /** Another command line than the repository's own, for a copy of it. */
  cli?: string;
}

/** Runs the command line as a person does. */
export function run(args: readonly string[], { cwd, env = {}, cli = CLI }: RunOptions): Run {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env },
  });
  if (error !== undefined) throw error;
  return { status, out: lines(stdout), err: lines(stderr) };
}

/** Runs the command line while the test goes on, as where it answers what the command asks. */
export function runBeside(args: readonly string[], { cwd, env = {}, cli = CLI }: RunOptions): Promise<Run> {
  const options = { cwd, encoding: 'utf8', env: { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...env } } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], options, (_, out, err) => {
      resolve({ status: child.exitCode, out: lines(out), err: lines(err) });
    });
  });
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** The catalog that a run with `--out` wrote. */
export function catalogIn(folder: string): Catalog {
  return Catalog.parse(JSON.parse(readFileSync(join(folder, 'catalog.json'), 'utf8')));
}
