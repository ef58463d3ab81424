import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Packed } from './packed.ts';

/** What a command printed, by line, and its exit status. */
export interface Run {
  status: number | null;
  out: string[];
  err: string;
}

export function commandOf({ installed }: Packed): string {
  return join(installed, 'dist/cli.js');
}

/** Runs the installed package's command. */
export function runCommand(packed: Packed, args: readonly string[], env: NodeJS.ProcessEnv = process.env): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [commandOf(packed), ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, out: stdout.split('\n').slice(0, -1), err: stderr };
}
