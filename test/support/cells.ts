import type { Cell } from '../../scraper/src/model/snapshot.ts';

/** A cell in Korean only, a line each; without lines it is an empty cell. */
export function ko(...lines: string[]): Cell {
  return lines.map((text) => ({ text, en: null }));
}

/** A cell in English only. */
export function en(...lines: string[]): Cell {
  return lines.map((line) => ({ text: null, en: line }));
}

/** A line with the English beside the Korean, each. */
export function both(...lines: (readonly [ko: string, en: string])[]): Cell {
  return lines.map(([text, english]) => ({ text, en: english }));
}
