import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome } from './commands/outcome.ts';
import { DATA, HASHES, RELEASE, SNAPSHOTS, typedIn, VOCABULARY } from './commands/places.ts';
import { type Progress, showProgress } from './commands/progress.ts';
import { UsageError } from './commands/usage.ts';
import type { PageReader } from './parse/reader.ts';

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

// A reader that has seen enough, as `head` has, is no reason to fail; a full disk is.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`error: what there is to say cannot be written: ${error.message}\n`);
    process.exit(1);
  });
}
process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const outcome = await run(args);
    const { formatDiagnostic } = await import('./model/diagnostic.ts');
    for (const each of outcome.diagnostics) process.stderr.write(`${formatDiagnostic(each)}\n`);
    if (outcome.ok) process.stdout.write(await textOf(outcome, args));
    else for (const line of outcome.report) process.stderr.write(`${line}\n`);
    return outcome.ok && outcome.incomplete !== true ? 0 : 1;
  } catch (error) {
    const message = (error as Error).message;
    process.stderr.write(error instanceof UsageError ? `${message}\n\n${USAGE}\n` : `error: ${message}\n`);
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

// What a command needs is loaded when it runs: regenerating parses no documents.
async function run([command, ...args]: string[]): Promise<Outcome> {
  if (command === 'regenerate') {
    if (args.some((each) => each !== '--update')) throw new UsageError('regenerate takes --update, or nothing');
    const { regenerate } = await import('./commands/regenerate.ts');
    return regenerate(places, args.length > 0);
  }
  if (command === 'scrape') return runScrape(args);
  if (command === 'history') return runHistory(args);
  if (command === 'learn') return runLearn(args);
  if (command === 'verify') {
    if (args.some((each) => each !== '--update')) throw new UsageError('verify takes --update, or nothing');
    const { verify } = await import('../tools/verify.ts');
    return verify(places, HASHES, args.length > 0);
  }
  if (command === 'release') {
    const { release } = await import('../tools/release.ts');
    return release(args, typedIn(process.env, process.cwd()), RELEASE);
  }
  if (command === '--help' || command === 'help') return help(args);
  throw new UsageError(command === undefined ? 'no command' : `no such command: ${command}`);
}

/** How commands are used, or, of `codes`, what the codes in brackets behind a message mean. */
async function help([topic]: readonly string[]): Promise<Outcome> {
  const report = topic === 'codes' ? (await import('./model/codes.ts')).listCodes() : [USAGE];
  return { ok: true, diagnostics: [], report };
}

async function runScrape(args: string[]): Promise<Outcome> {
  const { values, paths } = scrapeArguments(args);
  if (values.help === true) return help(paths);
  if (values.json === true && values.markdown === true) throw new UsageError('--json or --markdown, not both');
  const lenient = values.lenient === true;
  if (lenient && values.out === undefined) {
    throw new UsageError('--lenient needs --out: nothing unresolved enters the repository');
  }
  const cwd = typedIn(process.env, process.cwd());
  return withPageReader(async (reader) => {
    const [{ scrape }, { sourceOf }] = await Promise.all([
      import('./commands/scrape.ts'),
      import('./commands/scrape/source.ts'),
    ]);
    const out = values.out === undefined ? null : resolve(cwd, values.out);
    const source = sourceOf({ ...values, paths }, cwd, places.snapshots);
    return scrape({ ...source, out, lenient, progress: progressOf('documents'), reader }, places);
  });
}

/** Runs a command with what reads pages: the thread loads the parsers while this one loads the command. */
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
  const { values, paths } = historyArguments(args);
  if (values.help === true) return help(paths);
  const [repo, ...more] = paths;
  if (repo === undefined || more.length > 0) throw new UsageError('history needs one repository');
  const cwd = typedIn(process.env, process.cwd());
  const { history } = await import('./commands/history.ts');
  const out = values.out === undefined ? resolve(DATA, 'history.json') : resolve(cwd, values.out);
  const options = { repo, refs: values.ref ?? [], path: values.path ?? null, cwd, out };
  return withPageReader((reader) => history({ ...options, progress: progressOf('revisions'), reader }, places));
}

function historyArguments(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ref: { type: 'string', multiple: true },
        path: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return { values, paths: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function runLearn(args: string[]): Promise<Outcome> {
  const { values, paths } = scrapeArguments(args);
  if (values.help === true) return help(paths);
  if (Object.keys(values).some((option) => option !== 'out')) {
    throw new UsageError('vocabulary:learn takes paths and --out');
  }
  if (paths.length === 0) throw new UsageError('vocabulary:learn needs a file or a folder');
  const cwd = typedIn(process.env, process.cwd());
  const out = values.out === undefined ? null : resolve(cwd, values.out);
  return withPageReader(async (reader) => {
    const [{ learn }, { readDocuments }] = await Promise.all([
      import('./commands/learn.ts'),
      import('./read/files.ts'),
    ]);
    const source = { documents: readDocuments(paths, cwd), typed: paths.join(', ') };
    return learn({ ...source, out, progress: progressOf('documents'), reader }, places);
  });
}

function progressOf(what: string): Progress {
  return showProgress(process.stderr, what);
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
        json: { type: 'boolean' },
        markdown: { type: 'boolean' },
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
