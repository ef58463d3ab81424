import { lstatSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { constants, hostname, tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';

const pending = new Set<() => void>();
/** The signals by which a person or the system ends a process. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What a command would leave behind: a temporary folder, or what it has begun in the folder that it writes into. */
export type Left = { folder: string } | { output: string; made: string[] };

let told = 0;

/**
 * Tells the main thread what is left behind if it has to end this thread, which can then do nothing itself
 * (`scraper/cli.js`).
 *
 * @returns a function that says that it is there no more
 */
export function tellLeft(what: Left): () => void {
  if (workerData?.command !== true) return () => {};
  told += 1;
  const id = told;
  parentPort?.postMessage({ id, what });
  return () => parentPort?.postMessage({ id, what: null });
}

/** Lets the main thread, which alone gets the signals of the process, pass them on to this one. */
export function listenToMain(): void {
  parentPort?.on('message', (signal: NodeJS.Signals) => {
    if (!process.emit(signal, signal)) process.exit(128 + constants.signals[signal]);
  });
  parentPort?.unref();
}

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
  const place = realpathSync(tmpdir());
  removeAbandoned(place);
  const folder = mkdtempSync(join(place, `${OURS}${process.pid}-`));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const forget = atEnd(removeFolder);
  const removed = tellLeft({ folder });
  return {
    folder,
    remove: () => {
      forget();
      removed();
      removeFolder();
    },
  };
}

/** How the names of temporary folders begin: with this machine, then the process that has it. */
const OURS = `lync-ports-${hostname()}-`;

/** Removes the folders of processes of this user that were killed. */
function removeAbandoned(place: string): void {
  for (const name of readdirSync(place)) {
    if (!name.startsWith(OURS)) continue;
    const stats = lstatSync(join(place, name), { throwIfNoEntry: false });
    const isMine = stats?.isDirectory() === true && stats.uid === userInfo().uid;
    if (!isMine || isRunning(Number.parseInt(name.slice(OURS.length), 10))) continue;
    rmSync(join(place, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether a process with this number runs, whichever user started it. */
export function isRunning(id: number): boolean {
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
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
  if (process.listenerCount(signal) > 0) return;
  if (isMainThread) process.kill(process.pid, signal);
  else process.exit(128 + constants.signals[signal]);
}
