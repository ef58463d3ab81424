import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const pending = new Set<() => void>();
/** The signals by which a person or the system ends a process. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs an action when the process ends, also by Ctrl-C. The last action runs first.
 *
 * @param action must not throw and cannot wait
 * @returns a function that cancels the action
 */
export function atEnd(action: () => void): () => void {
  if (pending.size === 0) watch();
  pending.add(action);
  return () => {
    if (pending.delete(action) && pending.size === 0) unwatch();
  };
}

/**
 * Makes a folder that only this user can read.
 *
 * @returns its path, and a function that removes it; the end of the process removes it too
 */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lync-ports-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = atEnd(removeFolder);
  return {
    folder,
    remove: () => {
      forget();
      removeFolder();
    },
  };
}

function watch(): void {
  process.on('exit', doAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unwatch(): void {
  process.off('exit', doAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function doAll(): void {
  const actions = [...pending].reverse();
  pending.clear();
  unwatch();
  for (const action of actions) action();
}

function onSignal(signal: NodeJS.Signals): void {
  doAll();
  // Without a listener, the signal has its default effect. Where another part of the program listens, that part decides.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
