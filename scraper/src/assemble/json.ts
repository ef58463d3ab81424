import stringify from 'json-stringify-pretty-compact';

/** JSON whose diff people read: a value that fits on a line stands on one. The same value gives the same bytes. */
export function toJson(value: unknown): string {
  return `${stringify(value, { maxLength: 120, indent: 2 })}\n`;
}
