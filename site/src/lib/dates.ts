import { documents } from '@lync/port-catalog';
import { histories } from './history.ts';

/** Dates that the data tells of: of commits, of pages and of their translations. */

const DATE = /^\d{4}-\d{2}-\d{2}$/;

function newestOf(dates: readonly (string | null | undefined)[]): string {
  return (
    dates
      .filter((date) => date != null && DATE.test(date))
      .sort()
      .at(-1) ?? '1970-01-01'
  );
}

/** The newest commit of the documents that was read, YYYY-MM-DD: how far the data has followed them. */
export function newestCommitDate(): string {
  const commits = histories.flatMap(({ revisions, deleted }) => [...revisions, ...(deleted === null ? [] : [deleted])]);
  return newestOf([...commits.map(({ date }) => date), ...documents.map(({ withdrawn }) => withdrawn?.date)]);
}

/** The newest date of anything that the data tells of: no release that tells of it can be older. */
export function newestDate(): string {
  return newestOf([
    newestCommitDate(),
    ...documents.flatMap(({ updated, translation }) => [updated, translation.handedOff]),
  ]);
}

/**
 * When each release came, newest first. One that does not say it has the date of the newest thing that the data tells of,
 * but none after the release that followed it.
 */
export function releaseDates(stated: readonly (string | null)[], newest: string): string[] {
  const dates: string[] = [];
  for (const date of stated) {
    const next = dates.at(-1);
    dates.push(date ?? (next !== undefined && next < newest ? next : newest));
  }
  return dates;
}
