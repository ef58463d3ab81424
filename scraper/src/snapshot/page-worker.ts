import { parentPort } from 'node:worker_threads';
import type { PageText } from './page-reader.ts';
import { readPageOrSay } from './read-page.ts';

/** The thread of `page-reader.ts`: a text comes in, its page goes out. */
parentPort?.on('message', ({ text, wanted, published }: PageText) => {
  parentPort?.postMessage(readPageOrSay(text, wanted, published));
});
