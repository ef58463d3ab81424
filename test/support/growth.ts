/** Tells by the time of the processor whether a function takes time in proportion to its input. */

import { Script } from 'node:vm';

/** An input on which the time grew faster than the input. */
export interface Growth {
  /** What was repeated, and what stood before and behind it. */
  input: string;
  characters: number;
  milliseconds: number;
}

/** How long the inputs are, in characters. On the first, an exponential function never ends. */
const LENGTHS = [300, 3000, 12_000];
/** Less than this, in milliseconds, is too little to compare: functions are compiled meanwhile. */
const NOISE = 40;
/** By how much the time may grow where the input grows fourfold: a quadratic function takes sixteen times as long. */
const MOST_GROWTH = 9;

/**
 * Runs a function on texts made of its own tokens, alone and in pairs, over and over, with other tokens around them.
 *
 * @returns those on which its time grew faster than the text
 */
export function growthOf(read: (text: string) => unknown, tokens: readonly string[]): Growth[] {
  const found: Growth[] = [];
  for (const unit of new Set([...tokens, ...tokens.flatMap((first) => tokens.map((next) => first + next))])) {
    for (const [before, behind] of AROUND) {
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
  let last = Number.POSITIVE_INFINITY;
  for (const length of LENGTHS) {
    const text = `${before}${unit.repeat(Math.ceil(length / unit.length))}${behind}`;
    let milliseconds = timeOf(read, text);
    // Again, because the first call may have compiled the function, and memory is tidied up now and then.
    for (let again = 0; again < 3 && isTooMuch(milliseconds, last); again += 1) {
      milliseconds = Math.min(milliseconds, timeOf(read, text));
    }
    if (isTooMuch(milliseconds, last)) {
      const input = JSON.stringify([before, unit, behind]);
      return { input, characters: text.length, milliseconds: Math.round(milliseconds) };
    }
    last = milliseconds;
  }
  return null;
}

function isTooMuch(milliseconds: number, before: number): boolean {
  return milliseconds > NOISE && (milliseconds > MOST_GROWTH * before || before === Number.POSITIVE_INFINITY);
}

/** The time in milliseconds; no call takes longer than a second, because an exponential one would never end. */
function timeOf(read: (text: string) => unknown, text: string): number {
  Object.assign(globalThis, { measured: () => read(text) });
  const start = process.threadCpuUsage();
  try {
    MEASURED.runInThisContext({ timeout: 1000 });
  } catch {
    // Whether it refuses the text is the matter of other tests.
  }
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

const MEASURED = new Script('measured()');
