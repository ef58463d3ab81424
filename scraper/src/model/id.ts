import { createHash } from 'node:crypto';

/** How long the parts of an id may be, so that a whole id fits into a file's name of 255 bytes. */
export const LONGEST = { name: 96, rule: 120 } as const;

const HASH = 8;

/** Lower case, letters and digits, single hyphens. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The slug of a heading as translated pages have it, in its anchor: marks within words are left out ("A/V" is "av"). */
export function headingSlug(heading: string): string {
  return slug(heading.replace(/(?<=\w)[/.'’](?=\w)/g, ''));
}

/**
 * Joins the parts of a slug. Where that is too long, the beginning of the SHA-256 of the whole replaces the parts in its
 * middle, so that equal slugs stay equal and different ones stay different.
 */
export function joinSlug(parts: readonly string[], longest: number): string {
  const whole = parts.join('-');
  if (whole.length <= longest) return whole;
  const hash = createHash('sha256').update(whole).digest('hex').slice(0, HASH);
  const room = longest - HASH;
  const begin = fitting(parts, room / 2);
  const left = parts.slice(begin.length).toReversed();
  const end = fitting(left, room - lengthOf(begin)).toReversed();
  if (begin.length + end.length === 0) return `${whole.slice(0, room - 1)}-${hash}`;
  return [...begin, hash, ...end].join('-');
}

/** The first parts that fit into the room, each with its hyphen. */
function fitting(parts: readonly string[], room: number): readonly string[] {
  return parts.filter((_, at) => lengthOf(parts.slice(0, at + 1)) <= room);
}

function lengthOf(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + part.length + 1, 0);
}

/** The name of a document or a table: a slug that is not too long. */
export function nameSlug(text: string): string {
  return joinSlug(slug(text).split('-'), LONGEST.name);
}
