import type { Variant } from './merge.ts';

type Dated = Pick<Variant, 'snapshot' | 'committed'>;

/** What tells the age of a variant, the surest first: its commit, the page's own date, when it was translated. */
const DATES: readonly ((variant: Dated) => string | null)[] = [
  ({ committed }) => instant(committed),
  ({ snapshot }) => snapshot.document.updated,
  ({ snapshot }) => snapshot.document.translation.handedOff,
];

/** Whether one variant is newer than another, by the first kind of date that both have and that differs. */
export function isNewer(a: Dated, b: Dated): boolean {
  for (const dateOf of DATES) {
    const [one, two] = [dateOf(a), dateOf(b)];
    if (one !== null && two !== null && one !== two) return one > two;
  }
  return false;
}

/** A date with time, in UTC; null where the text is not a date. */
function instant(date: string | null): string | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
