/** The commands of a release: `pnpm release:diff`, `release:check`, `release:ids` and `release:settle`. */
import { resolve } from 'node:path';
import { checkRelease, diffRelease, type Outcome, recordIds, settleDiff } from './commands.ts';
import { PLACES } from './places.ts';

const USAGE = `pnpm release:diff <older data.json>   what changed since, and which version is due
pnpm release:check [--complete]       whether every released id still leads somewhere
pnpm release:ids                      records the ids of now as released
pnpm release:settle                   gives diff.json the version of package.json`;

try {
  const { ok, lines } = run(process.argv.slice(2));
  for (const line of lines) (ok ? console.log : console.error)(line);
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`error: ${(error as Error).message}`);
  process.exitCode = 1;
}

function run([command, ...args]: string[]): Outcome {
  const [first] = args;
  if (command === 'diff' && first !== undefined && args.length === 1) {
    return diffRelease(resolve(typedIn(), first), first, PLACES);
  }
  if (command === 'check' && (args.length === 0 || (first === '--complete' && args.length === 1))) {
    return checkRelease(first === '--complete', PLACES);
  }
  if (command === 'ids' && args.length === 0) return recordIds(PLACES);
  if (command === 'settle' && args.length === 0) return settleDiff(PLACES);
  return { ok: false, lines: [USAGE] };
}

/** The folder that the command was typed in: pnpm runs scripts in the package's, and says in INIT_CWD which it was. */
function typedIn(): string {
  const { INIT_CWD, npm_lifecycle_event: script } = process.env;
  return script?.startsWith('release:') && INIT_CWD !== undefined ? INIT_CWD : process.cwd();
}
