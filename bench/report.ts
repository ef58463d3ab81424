/** A figure of what is measured, its budget, and the same figure of others. */
export interface Measure {
  what: string;
  value: number | undefined;
  /** At most, or at least, this; without either there is no budget. */
  most?: number;
  least?: number;
  others?: Readonly<Record<string, number>>;
}

/** Prints figures as a table under the name of what they are of, and says whether all budgets are kept. */
export function printMeasures(others: readonly string[], measures: readonly Measure[], ours = 'port-catalog'): boolean {
  const rows = measures.map((measure) => [
    measure.what,
    figure(measure.value),
    budget(measure),
    isKept(measure) ? '' : 'EXCEEDED',
    ...others.map((name) => figure(measure.others?.[name])),
  ]);
  const table = [['', ours, 'budget', '', ...others], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const [what = '', ...cells] of table) {
    const aligned = cells.map((cell, at) => cell.padStart(widths[at + 1] ?? 0));
    console.log([what.padEnd(widths[0] ?? 0), ...aligned].join('  ').trimEnd());
  }
  return measures.every(isKept);
}

function isKept({ value = Number.NaN, most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Measure) {
  return value <= most && value >= least;
}

function budget({ most, least }: Measure): string {
  if (most !== undefined) return `≤ ${figure(most)}`;
  return least === undefined ? '' : `≥ ${figure(least)}`;
}

function figure(value: number | undefined): string {
  if (value === undefined) return '';
  return Number.isInteger(value) || value >= 100
    ? `${Math.round(value)}`
    : value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 1);
}
