import { enableCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { PageText } from './page-reader.ts';

// The parsers are most of what a run has to load; they are compiled once, where the run keeps what it compiled.
if (typeof workerData === 'string') enableCompileCache(workerData);
const { readPageOrSay } = await import('./read-page.ts');

/** The thread of `page-reader.ts`: a text comes in, its page goes out. */
parentPort?.on('message', ({ text, wanted, published }: PageText) => {
  parentPort?.postMessage(readPageOrSay(text, wanted, published));
});
