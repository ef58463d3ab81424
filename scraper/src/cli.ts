import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome } from './commands/outcome.ts';
import { COMPILED, DATA, SNAPSHOTS, typedIn, VOCABULARY } from './commands/places.ts';
import { showProgress } from './commands/progress.ts';
import { formatDiagnostic } from './model/diagnostic.ts';

const USAGE = `Usage:
  pnpm regenerate
      Makes packages/catalog/data from the committed snapshots.
  pnpm scrape <file or folder> … [--out <folder>] [--lenient] [--sources <sources.json>]
      Makes snapshots and catalog from documents.
      --out <folder>     write snapshots/** and catalog.json there instead of into the repository
      --lenient          write what is understood and list the rest as unresolved; needs --out
      --sources <file>   where the documents were published; without it, a sources.json beside or above them`;

/** A mistake of the person at the keyboard: the message says it all. */
class UsageError extends Error {}

const places = { vocabulary: VOCABULARY, snapshots: SNAPSHOTS, data: DATA };

enableCompileCache(COMPILED);
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const outcome = await run(args);
    for (const each of outcome.diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`);
    for (const line of outcome.report) (outcome.ok ? process.stdout : process.stderr).write(`${line}\n`);
    return outcome.ok ? 0 : 1;
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
  if (paths.length === 0) throw new UsageError('scrape needs a file or a folder');
  const lenient = values.lenient === true;
  if (lenient && values.out === undefined) {
    throw new UsageError('--lenient needs --out: nothing unresolved enters the repository');
  }
  const cwd = typedIn(process.env, process.cwd());
  const [{ scrape }, { readDocuments }, { readSources }] = await Promise.all([
    import('./commands/scrape.ts'),
    import('./read/files.ts'),
    import('./read/sources.ts'),
  ]);
  const provenance = values.sources === undefined ? undefined : readSources(resolve(cwd, values.sources));
  const documents = readDocuments(paths, cwd, provenance);
  const out = values.out === undefined ? null : resolve(cwd, values.out);
  return scrape({ documents, typed: paths.join(', '), out, lenient, progress: showProgress(process.stderr) }, places);
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
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { values, paths: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
