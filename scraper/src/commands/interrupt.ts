import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Cleans up when the process is interrupted, then ends it with the status that a shell gives such a process. Writing is
 * not interrupted: it takes place in one go.
 *
 * @returns what ends the watch
 */
export function onInterrupt(cleanUp: () => void): { end(): void } {
  const stop = (signal: NodeJS.Signals) => {
    cleanUp();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return {
    end: () => {
      for (const signal of SIGNALS) process.off(signal, stop);
    },
  };
}
