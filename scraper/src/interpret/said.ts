import { withdrawClosed } from './closing.ts';
import { type Draft, state } from './draft.ts';
import { directionToOpen, limitReleases, saysOptional } from './remarks.ts';

/**
 * Puts what an English text beside a port says into the row: that it is optional, which way it is opened, for which
 * releases it is, or that it must be closed. It says the same in a note, in a footnote and behind a protocol.
 */
export function takeSaid(row: Draft, english: string): void {
  if (saysOptional(english)) row.facts.optional ??= true;
  state(row, 'direction', directionToOpen(english), english);
  limitReleases(row, english);
  withdrawClosed(row, english);
}
