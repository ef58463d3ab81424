/**
 * `pnpm bench:scrape`: the budgets of scraping a repository, measured as a person runs the command, beside what
 * `remark-parse` alone takes for the same documents in the same run. The documents are the real ones beside the project,
 * or, where they are missing, made ones that look like them. Exit status 1 where a budget is not kept.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './processes.ts';
import { printMeasures } from './report.ts';
import { writeDocuments } from './scrape/documents.ts';

const CLI = fileURLToPath(new URL('../scraper/cli.js', import.meta.url));
const PARSE_ALL = fileURLToPath(new URL('./scrape/parse-all.ts', import.meta.url));
const BUNDLE = fileURLToPath(new URL('../../shared/docs/repository.bundle', import.meta.url));
const MADE = { documents: 950, bytes: 16_000_000, withPorts: 24 };
const ROUNDS = 5;

const work = mkdtempSync(join(realpathSync(tmpdir()), 'bench-scrape-'));
try {
  process.exitCode = measureAll() ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measureAll(): boolean {
  const folder = join(work, 'documents');
  const repository = prepare(folder);
  const tenth = join(work, 'tenth');
  const documents = takeTenth(folder, tenth);
  // They take turns, so that what else the machine does falls on all alike; the first round only warms up.
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    parser: Number(run([PARSE_ALL, folder]).output) / 1000,
    strict: scrape([folder]),
    lenient: scrape([folder, '--lenient']),
    git: scrape(['--repo', repository]),
    tenth: scrape([tenth]),
  })).slice(1);
  const seconds = (of: (round: (typeof rounds)[number]) => number) => median(rounds.map(of));
  const parser = seconds((round) => round.parser);
  const strict = seconds((round) => round.strict.seconds);
  const others = (value: number) => ({ 'remark-parse': value });
  return printMeasures(
    ['remark-parse'],
    [
      { what: `scrape of ${documents} documents, s`, value: strict, others: others(parser) },
      {
        what: 'scrape / remark-parse',
        value: seconds(({ strict: own, parser: other }) => own.seconds / other),
        most: 0.3,
      },
      {
        what: 'lenient / strict',
        value: seconds(({ lenient, strict: own }) => lenient.seconds / own.seconds),
        most: 1.3,
      },
      {
        what: 'from git, s more than from a folder',
        value: seconds(({ git, strict: own }) => git.seconds - own.seconds),
        most: 0.5,
      },
      { what: 'peak memory, MB', value: Math.max(...rounds.map((round) => round.strict.megabytes)), most: 300 },
      {
        what: 'times as long for ten times the documents',
        value: seconds((round) => round.strict.seconds / round.tenth.seconds),
        most: 11,
      },
    ],
    'scrape',
  );
}

/** Puts the documents into a folder, and says which repository has them. */
function prepare(folder: string): string {
  if (existsSync(BUNDLE)) {
    git(['clone', '--quiet', '--branch', 'live-sxs', BUNDLE, folder]);
    return BUNDLE;
  }
  writeDocuments(folder, MADE);
  git(['init', '--quiet', '--initial-branch=live', folder]);
  git(['-C', folder, 'add', '.']);
  git(['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--quiet', '--message', 'Add']);
  return folder;
}

/** Every tenth document, in a folder of their own; says how many there are in all. */
function takeTenth(from: string, to: string): number {
  mkdirSync(to);
  const paths = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  for (const [at, path] of paths.sort().entries()) {
    if (at % 10 !== 0) continue;
    mkdirSync(join(to, String(at)));
    writeFileSync(join(to, String(at), basename(path)), readFileSync(join(from, path)));
  }
  return paths.length;
}

/** One run of the command, into a folder that is not there yet; that some rows are not understood makes no difference. */
function scrape(source: readonly string[]): { seconds: number; megabytes: number } {
  const out = join(work, 'out');
  rmSync(out, { recursive: true, force: true });
  const memory = join(work, 'memory');
  const note = `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));`;
  const { said, milliseconds } = run(
    [`--import=data:text/javascript,${encodeURIComponent(note)}`, CLI, 'scrape', ...source, '--out', out],
    [0, 1],
  );
  if (!/\d+ tables?: [1-9]\d* port tables?,/.test(said))
    throw new Error(`no port table was found: ${said.slice(-2000)}`);
  return { seconds: milliseconds / 1000, megabytes: (Number(readFileSync(memory, 'utf8')) * 1024) / 1e6 };
}

function run(args: readonly string[], expected = [0]): { output: string; said: string; milliseconds: number } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  const milliseconds = performance.now() - start;
  if (!expected.includes(status ?? -1)) throw new Error(`${args.join(' ')} failed:\n${stderr.slice(-2000)}`);
  return { output: stdout, said: stdout + stderr, milliseconds };
}

function git(args: readonly string[]): void {
  const { status, stderr } = spawnSync('git', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed:\n${stderr}`);
}
