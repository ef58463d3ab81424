import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Programs by name. */
export type Programs = Readonly<Record<string, string>>;

const ROUNDS = 20;

/** How long each program takes more than an empty one, in milliseconds: the median of 20 fresh processes. */
export function timesOverBare(folder: string, programs: Programs): Record<string, number> {
  return overBare(folder, programs, [], ({ milliseconds }) => milliseconds);
}

/** How much heap is in use after each program more than after an empty one, in bytes: the median of 20 processes. */
export function heapsOverBare(folder: string, programs: Programs): Record<string, number> {
  const print = '\ngc();\nconsole.log(process.memoryUsage().heapUsed);\n';
  return overBare(folder, programs, ['--expose-gc'], ({ output }) => Number(output), print);
}

/** A number that a program prints: the median of five fresh processes. */
export function printedBy(folder: string, name: string, text: string): number {
  const file = write(folder, name, text);
  return median(Array.from({ length: 5 }, () => Number(run(file, []).output)));
}

/**
 * The programs take turns, each right after an empty one, so that what else the machine does falls on all alike. The
 * first round only warms up.
 */
function overBare(
  folder: string,
  programs: Programs,
  options: string[],
  measure: (run: Run) => number,
  epilogue = '',
): Record<string, number> {
  const bare = write(folder, 'bare', epilogue);
  const series = Object.entries(programs).map(([name, text]) => {
    return { name, file: write(folder, name, text + epilogue), values: [] as number[] };
  });
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const { file, values } of series) {
      const value = measure(run(bare, options));
      const more = measure(run(file, options)) - value;
      if (round > 0) values.push(more);
    }
  }
  return Object.fromEntries(series.map(({ name, values }) => [name, median(values)]));
}

function write(folder: string, name: string, text: string): string {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return file;
}

interface Run {
  output: string;
  milliseconds: number;
}

function run(file: string, options: string[]): Run {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [...options, file], { encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${file} failed:\n${stderr}`);
  return { output: stdout, milliseconds };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  const lower = sorted.length % 2 === 0 ? upper - 1 : upper;
  return ((sorted[lower] ?? Number.NaN) + (sorted[upper] ?? Number.NaN)) / 2;
}
