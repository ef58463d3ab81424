import { constants } from 'node:os';
import { SIGNALS } from '../read/ending.ts';

/**
 * Cleans up when the process is interrupted, then ends it with the status that a shell gives such a process. Writing
 * cannot be interrupted, because Node handles a signal only after the synchronous writing has ended.
 *
 * @returns a function that stops waiting for the signals
 */
export function onInterrupt(cleanUp: () => void): () => void {
  const stop = (signal: NodeJS.Signals) => {
    cleanUp();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
