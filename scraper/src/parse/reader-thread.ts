import { parentPort } from 'node:worker_threads';
import { readPageOrSay } from './read-or-say.ts';
import { type PageText, READY } from './reader.ts';

/** The thread of `reader.ts`: a text comes in, its page goes out. Before the first, it says that it can read. */
parentPort?.postMessage(READY);
parentPort?.on('message', ({ text, published }: PageText) => {
  parentPort?.postMessage(readPageOrSay(text, { published }));
});
