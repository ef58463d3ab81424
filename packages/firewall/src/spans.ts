/**
 * Sets of whole numbers as spans that neither overlap nor touch, in order. Addresses of both families and ports are such
 * sets, so one arithmetic serves all four sides of a rule.
 */
export type Span = readonly [from: bigint, to: bigint];

/** The same numbers in order, with spans that overlap or touch joined. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const ordered = [...spans].sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
  const result: [bigint, bigint][] = [];
  for (const [from, to] of ordered) {
    const last = result.at(-1);
    if (last && from <= last[1] + 1n) {
      if (to > last[1]) last[1] = to;
    } else result.push([from, to]);
  }
  return result;
}

/** Whether every number of `inner` is in `outer`. */
export function contains(outer: readonly Span[], inner: readonly Span[]): boolean {
  let at = 0;
  return inner.every(([from, to]) => {
    while (at < outer.length && (outer[at] as Span)[1] < from) at++;
    const span = outer[at];
    return span !== undefined && span[0] <= from && to <= span[1];
  });
}

/** The numbers of both. */
export function common(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as Span, b[j] as Span];
    const from = later(x[0], y[0]);
    const to = -later(-x[1], -y[1]);
    if (from <= to) result.push([from, to]);
    if (x[1] < y[1]) i++;
    else j++;
  }
  return result;
}

/** Whether the two have a number in common. */
export function overlap(a: readonly Span[], b: readonly Span[]): boolean {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as Span, b[j] as Span];
    if (x[0] <= y[1] && y[0] <= x[1]) return true;
    if (x[1] < y[1]) i++;
    else j++;
  }
  return false;
}

/** The numbers of `a` that are not in `b`. */
export function without(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  let j = 0;
  for (const [start, to] of a) {
    let from = start;
    while (j < b.length && (b[j] as Span)[1] < from) j++;
    for (let k = j; k < b.length && (b[k] as Span)[0] <= to && from <= to; k++) {
      const [low, high] = b[k] as Span;
      if (low > from) result.push([from, low - 1n]);
      from = high + 1n;
    }
    if (from <= to) result.push([from, to]);
  }
  return result;
}

function later(a: bigint, b: bigint): bigint {
  if (a > b) return a;
  return b;
}
