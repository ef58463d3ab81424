/** Where progress is shown: the error stream; a test puts another in its place. */
export interface ProgressStream {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

export interface Progress {
  /** Shows how many are done, and of how many, where the total is known. */
  at(done: number, total: number | undefined): void;
  /** Takes the bar away. */
  end(): void;
}

/** How often a bar is drawn, and how often a line is written where there is no terminal, in milliseconds. */
const REDRAW = 100;
const LINE = 5000;
const WIDTH = 24;

/**
 * Shows a bar on a terminal; elsewhere a line every few seconds, so that a short run shows nothing.
 *
 * @param what is counted, in the plural
 * @param now the time in milliseconds
 */
export function showProgress(
  stream: ProgressStream,
  what: string,
  now: () => number = () => performance.now(),
): Progress {
  const isTerminal = stream.isTTY === true;
  let last = now();
  let drawn = false;
  return {
    at: (done, total) => {
      if (now() - last < (isTerminal ? REDRAW : LINE)) return;
      last = now();
      const text = total === undefined ? `${done} ${what}` : `${done} of ${total} ${what}`;
      if (!isTerminal) stream.write(`${text}\n`);
      else {
        stream.write(`\r\u001b[K${(bar(done, total) + text).slice(0, (stream.columns || 80) - 1)}`);
        drawn = true;
      }
    },
    end: () => {
      if (drawn) stream.write('\r\u001b[K');
      drawn = false;
    },
  };
}

function bar(done: number, total: number | undefined): string {
  if (total === undefined || total === 0) return '';
  const filled = Math.min(WIDTH, Math.round((WIDTH * done) / total));
  return `[${'#'.repeat(filled)}${' '.repeat(WIDTH - filled)}] `;
}
