import type { PortRange } from '@lync/port-catalog';
import { rangeText } from '@lync/port-catalog/ranges';

/** A range as a person reads it, an en dash between thin spaces: `50000 – 59999`. */
export function shownRange(range: PortRange): string {
  return rangeText(range, '\u2009–\u2009');
}
