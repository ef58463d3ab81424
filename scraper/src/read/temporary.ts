import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes a folder that only this user can read. It is gone when the process ends, also by Ctrl-C, and sooner where
 * `removeTemporary` is called.
 */
export function makeTemporary(): string {
  if (folders.size === 0) watch();
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'lync-ports-'));
  folders.add(folder);
  return folder;
}

/** Removes a folder that `makeTemporary` made; does nothing where it is gone. */
export function removeTemporary(folder: string): void {
  if (!folders.delete(folder)) return;
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  if (folders.size === 0) unwatch();
}

function watch(): void {
  process.on('exit', removeAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function unwatch(): void {
  process.off('exit', removeAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}

function removeAll(): void {
  for (const folder of [...folders]) removeTemporary(folder);
}

function onSignal(signal: NodeJS.Signals): void {
  removeAll();
  // Without a listener of ours the signal does what it does by default, unless someone else handles it.
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
