import { plain } from './plain.ts';

/** A column's cells stand under each other; Korean letters take two places on a terminal. */
export function alignColumns(published: readonly (readonly string[])[]): string[] {
  const rows = published.map((row) => row.map(plain));
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, width(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, at) => (at === row.length - 1 ? cell : cell + ' '.repeat((widths[at] ?? 0) - width(cell))))
      .join('  ')
      .trimEnd(),
  );
}

function width(text: string): number {
  let places = 0;
  for (const character of text)
    places += /[\p{Script=Hangul}\p{Script=Han}\u3000-\u303f\uff01-\uff60]/u.test(character) ? 2 : 1;
  return places;
}
