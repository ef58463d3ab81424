import { isJoint, isName, tidied } from './query.ts';

/** The words of a question that are looked at one after the other; each run of them is looked for. */
const MOST_WORDS = 8;

/** The longest runs of a query's words that something is true of, none of which overlaps another. */
export function runsThat(query: string, isSo: (run: string) => boolean): string[] {
  const words = tidied(query).split(/\s+/).slice(0, MOST_WORDS);
  const found: { at: number; end: number }[] = [];
  for (let length = words.length; length > 0; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const end = at + length;
      if (found.some((other) => at < other.end && other.at < end)) continue;
      const run = words.slice(at, end);
      if (isJoint(run[0] ?? '') || isJoint(run.at(-1) ?? '')) continue;
      if (isSo(run.join(' '))) found.push({ at, end });
    }
  }
  return found.sort((a, b) => a.at - b.at).map(({ at, end }) => words.slice(at, end).join(' '));
}

/** Whether a run of words names something by itself: more than a transport, a kind of host or what all is about. */
export function isTelling(run: string): boolean {
  return run
    .split(' ')
    .some((word) => word.length > 1 && !/^(?:tcp|udp)$/.test(word) && !isJoint(word) && isName(word));
}
