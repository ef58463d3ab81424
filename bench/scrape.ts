/**
 * `pnpm bench:scrape`: the budgets of scraping a whole repository, measured as a person runs the command, side by side
 * with what `remark-parse` alone takes for the same documents. Exit status 1 where one is not kept.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './processes.ts';
import { printMeasures } from './report.ts';
import { type Folder, writeDocuments } from './scrape/documents.ts';

const CLI = fileURLToPath(new URL('../scraper/cli.js', import.meta.url));
const PARSE_ALL = fileURLToPath(new URL('./scrape/parse-all.ts', import.meta.url));
const REPOSITORY: Folder = { documents: 4000, bytes: 50_000_000, withPorts: 30 };
const TENTH: Folder = { documents: 400, bytes: 5_000_000, withPorts: 3 };
const ROUNDS = 9;
/** The parser takes longer for one than the scrapes for all. */
const ROUNDS_OF_PARSER = 3;

const work = mkdtempSync(join(realpathSync(tmpdir()), 'bench-scrape-'));
try {
  process.exitCode = measureAll() ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

function measureAll(): boolean {
  const [whole, tenth] = [join(work, 'whole'), join(work, 'tenth')];
  writeDocuments(whole, REPOSITORY);
  writeDocuments(tenth, TENTH);
  // They take turns, so that what else the machine does falls on both alike; the first round only warms up.
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    whole: scrape(whole, REPOSITORY),
    tenth: scrape(tenth, TENTH),
  })).slice(1);
  const seconds = median(rounds.map((round) => round.whole.seconds));
  const ofTenth = median(rounds.map((round) => round.tenth.seconds));
  const parsed = Array.from({ length: ROUNDS_OF_PARSER }, () => Number(run([PARSE_ALL, whole]).output) / 1000);
  const remark = median(parsed);
  return printMeasures(
    ['remark-parse'],
    [
      {
        what: `scrape of ${REPOSITORY.documents} documents, s`,
        value: seconds,
        most: 3,
        others: { 'remark-parse': remark },
      },
      { what: 'times as long for remark-parse', value: remark / seconds, least: 12 },
      { what: 'peak memory, MB', value: Math.max(...rounds.map(({ whole }) => whole.megabytes)), most: 400 },
      { what: `scrape of ${TENTH.documents} documents, s`, value: ofTenth },
      { what: 'times as long for ten times the documents', value: seconds / ofTenth, most: 11 },
    ],
    'scrape',
  );
}

/** One run of the command, into a folder that is not there yet. */
function scrape(documents: string, { withPorts }: Folder): { seconds: number; megabytes: number } {
  const out = join(work, 'out');
  rmSync(out, { recursive: true, force: true });
  const memory = join(work, 'memory');
  const note = `import { writeFileSync } from 'node:fs';
    process.on('exit', () => writeFileSync(${JSON.stringify(memory)}, String(process.resourceUsage().maxRSS)));`;
  const { output, milliseconds } = run([
    `--import=data:text/javascript,${encodeURIComponent(note)}`,
    ...[CLI, 'scrape', documents, '--out', out],
  ]);
  if (!output.startsWith(`${withPorts} documents, ${2 * withPorts} tables`))
    throw new Error(`not all found: ${output}`);
  return { seconds: milliseconds / 1000, megabytes: (Number(readFileSync(memory, 'utf8')) * 1024) / 1e6 };
}

function run(args: readonly string[]): { output: string; milliseconds: number } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${args.join(' ')} failed:\n${stderr.slice(-2000)}`);
  return { output: stdout, milliseconds };
}
