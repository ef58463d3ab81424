import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome } from './commands/outcome.ts';
import { DATA, SNAPSHOTS, typedIn, VOCABULARY } from './commands/places.ts';
import { UsageError } from './commands/usage.ts';
import { formatDiagnostic } from './model/diagnostic.ts';

const USAGE = `Usage:
  pnpm regenerate
      Makes packages/catalog/data from the committed snapshots.
  pnpm scrape <file or folder> … [--repo <path or URL>] [--out <folder>] [--lenient] [--sources <sources.json>]
      Makes snapshots and catalog from documents.
      --repo <path or URL>  read a git repository, a bundle too; over https, ssh, git or file
      --ref <ref>        of the repository: a branch, tag or commit; without it, the branch that it is on
      --path <path>      of the repository: a folder or document in it
      --changed-since <ref>  of the repository: only documents that are not as they are there
      --out <folder>     write snapshots/** and catalog.json there instead of into the repository
      --lenient          write what is understood and list the rest as unresolved; needs --out
      --sources <file>   where the documents were published; without it, a sources.json beside or above them
  pnpm scrape --refresh [--ref <ref> | --latest] [--out <folder>]
      Gets the documents of the snapshots again from GitHub, at their own commits, and checks their sha256.
      --ref <ref>        at a branch, tag or commit instead
      --latest           at the newest commit of the branch that each was taken from instead`;

const places = { vocabulary: VOCABULARY, snapshots: SNAPSHOTS, data: DATA };

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const outcome = await run(args);
    for (const each of outcome.diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`);
    for (const line of outcome.report) (outcome.ok ? process.stdout : process.stderr).write(`${line}\n`);
    return outcome.ok && outcome.incomplete !== true ? 0 : 1;
  } catch (error) {
    const message = (error as Error).message;
    process.stderr.write(error instanceof UsageError ? `${message}\n\n${USAGE}\n` : `error: ${message}\n`);
    return 1;
  }
}

// What a command needs is loaded when it runs: regenerating parses no documents.
async function run([command, ...args]: string[]): Promise<Outcome> {
  if (command === 'regenerate') {
    if (args.length > 0) throw new UsageError('regenerate takes no arguments');
    const { regenerate } = await import('./commands/regenerate.ts');
    return regenerate(places);
  }
  if (command === 'scrape') return runScrape(args);
  if (command === '--help' || command === 'help') return { ok: true, diagnostics: [], report: [USAGE] };
  throw new UsageError(command === undefined ? 'no command' : `no such command: ${command}`);
}

async function runScrape(args: string[]): Promise<Outcome> {
  const { values, paths } = scrapeArguments(args);
  if (values.help === true) return { ok: true, diagnostics: [], report: [USAGE] };
  const lenient = values.lenient === true;
  if (lenient && values.out === undefined) {
    throw new UsageError('--lenient needs --out: nothing unresolved enters the repository');
  }
  const cwd = typedIn(process.env, process.cwd());
  const [{ scrape }, { sourceOf }] = await Promise.all([
    import('./commands/scrape.ts'),
    import('./commands/scrape/source.ts'),
  ]);
  const out = values.out === undefined ? null : resolve(cwd, values.out);
  return scrape({ ...sourceOf({ ...values, paths }, cwd, places.snapshots), out, lenient }, places);
}

function scrapeArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        lenient: { type: 'boolean' },
        sources: { type: 'string' },
        repo: { type: 'string' },
        ref: { type: 'string' },
        path: { type: 'string' },
        'changed-since': { type: 'string' },
        refresh: { type: 'boolean' },
        latest: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { values, paths: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
