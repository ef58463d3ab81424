import { resolve } from 'node:path';
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { workerData } from 'node:worker_threads';
import type { Outcome } from './commands/outcome.ts';
import { DATA, HASHES, RELEASE, SNAPSHOTS, typedIn, VOCABULARY } from './commands/places.ts';
import { showProgress } from './commands/progress.ts';
import { UsageError } from './commands/usage.ts';
import type { PageReader } from './parse/reader.ts';
import { listenToMain } from './read/ending.ts';

const USAGE = `Usage:
  pnpm regenerate
      Makes packages/catalog/data from the committed snapshots, and counts what the vocabulary touches.
  pnpm vocabulary:update
      The same, and sets the numbers that the vocabulary has of its mistranslations and advisories.
  pnpm scrape <file or folder> … [--repo <path or URL>] [--out <folder>] [--lenient] [--sources <sources.json>]
      Makes snapshots and catalog from documents.
      --repo <path or URL>  read a git repository, a bundle too; over https, ssh, git or file
      --ref <ref>        of the repository: a branch, tag or commit; without it, the branch that it is on
      --path <path>      of the repository: a folder or document in it
      --changed-since <ref>  of the repository: only documents that are not as they are there
      --out <folder>     write snapshots/** and catalog.json there instead of into the repository
      --lenient          write what is understood and list the rest as unresolved; needs --out
      --sources <file>   where the documents were published; without it, a sources.json beside or above them
      --json             write what changed as JSON (scraper/src/model/report.ts), and nothing else, to stdout
      --markdown         write what changed as the text of a pull request, and nothing else, to stdout
  pnpm scrape --refresh [--ref <ref> | --latest] [--out <folder>]
      Gets the documents of the snapshots again from GitHub, at their own commits, and checks their sha256.
      --ref <ref>        at a branch, tag or commit instead
      --latest           at the newest commit of the branch that each was taken from instead
  pnpm scrape --help codes
      Says of each code that stands behind a message what it means, and what to do.
  pnpm history <repository> [--ref <branch, tag or commit>] … [--path <folder>] [--out <file>]
      Walks every revision of the documents of a git repository (a path, a bundle or a URL), and writes when each fact
      and each mistranslation came and went.
      --ref <ref>        where to begin, as often as needed; without it, all branches
      --path <folder>    only documents below it
      --sources <file>   names the repository as a copy, as for scrape; without it, a sources.json beside or above it
      --out <file>       write there instead of into packages/catalog/data/history.json
  pnpm vocabulary:learn <file or folder> … [--out <folder>]
      Proposes vocabulary entries from the bilingual cells of documents, as YAML for a person to review.
      --out <folder>     write a file for each of the vocabulary's and summary.txt there
  pnpm verify [--update]
      Traces every text of the catalog to a cell or to the vocabulary, and the snapshots to their hashes.
      --update           take the snapshots as they are for reviewed: write their hashes
  pnpm release:diff <older data.json>
      Says what changed since, and which version is due; writes diff.json and the changeset.
  pnpm release:check [--complete]
      Checks that every released id still leads somewhere.
      --complete         and that all ids of now are recorded as released
  pnpm release:ids
      Records the ids of now as released.
  pnpm release:settle
      Gives diff.json the version of package.json.`;

const places = { vocabulary: VOCABULARY, snapshots: SNAPSHOTS, data: DATA };
const help = { type: 'boolean', short: 'h' } as const;
/** The error stream, and whether it is a terminal, which the main thread knows. */
const stderr = { ...workerData?.terminal, write: (text: string) => process.stderr.write(text) };

listenToMain();
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const outcome = await run(args);
    const { formatDiagnostic, safeForTerminal } = await import('./model/diagnostic.ts');
    for (const each of outcome.diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`);
    if (outcome.ok) process.stdout.write(safeForTerminal(await textOf(outcome, args)));
    else for (const line of outcome.report) process.stderr.write(`${safeForTerminal(line)}\n`);
    return outcome.ok && outcome.incomplete !== true ? 0 : 1;
  } catch (error) {
    const message = (error as Error).message;
    const { safeForTerminal } = await import('./model/diagnostic.ts');
    const said = error instanceof UsageError ? `${message}\n\n${USAGE}\n` : `error: ${message}\n`;
    process.stderr.write(safeForTerminal(said));
    return 1;
  }
}

/** What a command that succeeded says: for the eye, or for a program where the arguments ask for that. */
async function textOf({ report, changes }: Outcome, args: readonly string[]): Promise<string> {
  if (changes === undefined) return `${report.join('\n')}\n`;
  if (args.includes('--json')) return `${JSON.stringify(changes, null, 2)}\n`;
  if (args.includes('--markdown')) return (await import('./report/markdown.ts')).markdownReport(changes);
  const { plainReport } = await import('./report/plain.ts');
  return `${[...report, '', ...plainReport(changes)].join('\n')}\n`;
}

// Each command loads only what it needs: regenerating parses no documents, so it needs no parser.
async function run([command, ...args]: string[]): Promise<Outcome> {
  if (command === 'regenerate') {
    const update = isUpdate(command, args);
    const { regenerate } = await import('./commands/regenerate.ts');
    return regenerate(places, update);
  }
  if (command === 'scrape') return runScrape(args);
  if (command === 'history') return runHistory(args);
  if (command === 'learn') return runLearn(args);
  if (command === 'verify') {
    const update = isUpdate(command, args);
    const { verify } = await import('../tools/verify.ts');
    return verify(places, HASHES, update);
  }
  if (command === 'release') {
    const { release } = await import('../tools/release.ts');
    return release(args, folderOfCall(), RELEASE);
  }
  if (command === '--help' || command === 'help') return showHelp(args);
  throw new UsageError(command === undefined ? 'no command' : `no such command: ${command}`);
}

/** Whether `--update` was typed, the only argument that these commands take. */
function isUpdate(command: string, args: readonly string[]): boolean {
  if (args.some((each) => each !== '--update')) throw new UsageError(`${command} takes --update, or nothing`);
  return args.length > 0;
}

/** How commands are used; for `codes`, what the codes in brackets behind a message mean. */
async function showHelp([topic]: readonly string[]): Promise<Outcome> {
  const report = topic === 'codes' ? (await import('./model/codes.ts')).listCodes() : [USAGE];
  return { ok: true, diagnostics: [], report };
}

async function runScrape(args: string[]): Promise<Outcome> {
  const { values, paths } = scrapeArguments(args);
  if (values.help === true) return showHelp(paths);
  if (values.json === true && values.markdown === true) throw new UsageError('--json or --markdown, not both');
  const lenient = values.lenient === true;
  if (lenient && values.out === undefined) {
    throw new UsageError('--lenient needs --out: nothing unresolved enters the repository');
  }
  const cwd = folderOfCall();
  return withPageReader(async (reader) => {
    const [{ scrape }, { sourceOf }] = await Promise.all([
      import('./commands/scrape.ts'),
      import('./commands/scrape/source.ts'),
    ]);
    const source = sourceOf({ ...values, paths }, cwd, places.snapshots);
    const progress = showProgress(stderr, 'documents');
    return scrape({ ...source, out: outOf(values, cwd), lenient, progress, reader }, places);
  });
}

function folderOfCall(): string {
  return typedIn(process.env, process.cwd());
}

/** What `--out` names; null without it. */
function outOf({ out }: { out?: string | undefined }, cwd: string): string | null {
  return out === undefined ? null : resolve(cwd, out);
}

/** Runs a command with a reader of pages. The reader's thread loads the parsers while this thread loads the command. */
async function withPageReader(command: (reader: PageReader) => Promise<Outcome>): Promise<Outcome> {
  const { startPageReader } = await import('./parse/reader.ts');
  const reader = startPageReader();
  try {
    return await command(reader);
  } finally {
    await reader.close();
  }
}

async function runHistory(args: string[]): Promise<Outcome> {
  const { values, paths } = readArguments(args, {
    ref: { type: 'string', multiple: true },
    path: { type: 'string' },
    sources: { type: 'string' },
    out: { type: 'string' },
    help,
  });
  if (values.help === true) return showHelp(paths);
  const [repo, ...more] = paths;
  if (repo === undefined || more.length > 0) throw new UsageError('history needs one repository');
  const cwd = folderOfCall();
  const [{ history }, { readSources }] = await Promise.all([
    import('./commands/history.ts'),
    import('./read/sources.ts'),
  ]);
  const sources = values.sources === undefined ? null : readSources(resolve(cwd, values.sources));
  const out = outOf(values, cwd) ?? resolve(DATA, 'history.json');
  const progress = showProgress(stderr, 'revisions');
  const options = { repo, refs: values.ref ?? [], path: values.path ?? null, cwd, sources, out, progress };
  return withPageReader((reader) => history({ ...options, reader }, places));
}

async function runLearn(args: string[]): Promise<Outcome> {
  const { values, paths } = scrapeArguments(args);
  if (values.help === true) return showHelp(paths);
  if (Object.keys(values).some((option) => option !== 'out')) {
    throw new UsageError('vocabulary:learn takes paths and --out');
  }
  if (paths.length === 0) throw new UsageError('vocabulary:learn needs a file or a folder');
  const cwd = folderOfCall();
  return withPageReader(async (reader) => {
    const [{ learn }, { readDocuments }] = await Promise.all([
      import('./commands/learn.ts'),
      import('./read/files.ts'),
    ]);
    const source = { documents: readDocuments(paths, cwd), typed: paths.join(', ') };
    const progress = showProgress(stderr, 'documents');
    return learn({ ...source, out: outOf(values, cwd), progress, reader }, places);
  });
}

function scrapeArguments(args: string[]) {
  return readArguments(args, {
    out: { type: 'string' },
    lenient: { type: 'boolean' },
    sources: { type: 'string' },
    json: { type: 'boolean' },
    markdown: { type: 'boolean' },
    repo: { type: 'string' },
    ref: { type: 'string' },
    path: { type: 'string' },
    'changed-since': { type: 'string' },
    refresh: { type: 'boolean' },
    latest: { type: 'boolean' },
    help,
  });
}

function readArguments<const Options extends ParseArgsOptionsConfig>(args: string[], options: Options) {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    return { values, paths: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
