/** Tells by the time of the processor whether a function takes time in proportion to its input. */

import { Script } from 'node:vm';

/** An input on which the time grew faster than the input. */
export interface Growth {
  /** What was repeated, and what stood before and behind it. */
  input: string;
  characters: number;
  milliseconds: number;
}

/** How long the inputs are, in characters, and how long they are for comparison. */
const LONG = 6000;
const SHORT = 1500;
/** Less than this, in milliseconds, is too little to compare: functions are compiled meanwhile. */
const NOISE = 15;
/** A function that takes longer than this, in milliseconds, may be exponential: it would never end. */
const MOST = 500;
/** By how much the time may grow where the input grows fourfold: a quadratic function takes sixteen times as long. */
const MOST_GROWTH = 9;

/** Whether each pair is tried in all surroundings rather than in one of them, for which the suite has no time. */
const ALL = process.env.GROWTH === 'all';

/**
 * Runs a function on texts made of its own tokens, alone and in pairs, over and over, with other tokens around them.
 *
 * @returns those on which its time grew faster than the text
 */
export function growthOf(read: (text: string) => unknown, tokens: readonly string[]): Growth[] {
  const found: Growth[] = [];
  // Over and over, a pair is the same text whichever of the two comes first.
  const units = new Set([
    ...tokens,
    ...tokens.flatMap((first, at) => tokens.slice(at + 1).map((next) => first + next)),
  ]);
  for (const [at, unit] of [...units].entries()) {
    for (const [before, behind] of ALL || at < tokens.length ? AROUND : [AROUND[at % AROUND.length] ?? AROUND[0]]) {
      const growth = grows(read, unit, before, behind);
      if (growth !== null) found.push(growth);
      if (found.length >= ENOUGH) return found;
    }
  }
  return found;
}

/** How many inputs show what is wrong. */
const ENOUGH = 6;
/** What stands around the repeated text: an expression may fail at its end only, or search from its beginning. */
const AROUND = [
  ['', ''],
  ['', '\u0001'],
  ['1', '\u0001'],
  ['(', '\u0001'],
] as const;

function grows(read: (text: string) => unknown, unit: string, before: string, behind: string): Growth | null {
  const make = (length: number) => `${before}${unit.repeat(Math.ceil(length / unit.length))}${behind}`;
  const long = make(LONG);
  if (timeOf(read, long) < NOISE) return null;
  // Again, because the first call may have compiled the function, and memory is tidied up now and then.
  const milliseconds = leastOf(() => timeOf(read, long));
  const isSlow = milliseconds >= MOST || milliseconds > MOST_GROWTH * leastOf(() => timeOf(read, make(SHORT)));
  if (milliseconds < NOISE || !isSlow) return null;
  return {
    input: JSON.stringify([before, unit, behind]),
    characters: long.length,
    milliseconds: Math.round(milliseconds),
  };
}

function leastOf(measure: () => number): number {
  return Math.min(...Array.from({ length: 3 }, measure));
}

/** The time in milliseconds, of the processor; `MOST` for what takes longer. */
function timeOf(read: (text: string) => unknown, text: string): number {
  Object.assign(globalThis, { measured: () => read(text) });
  const start = process.threadCpuUsage();
  try {
    MEASURED.runInThisContext({ timeout: MOST });
  } catch (error) {
    // Whether it refuses the text is the matter of other tests.
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return MOST;
  }
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

const MEASURED = new Script('measured()');
