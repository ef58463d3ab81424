import { parentPort } from 'node:worker_threads';
import { readPageOrSay } from './read-page.ts';

/** The thread of `page-reader.ts`: a text comes in, its page goes out. */
parentPort?.on('message', (text: string) => parentPort?.postMessage(readPageOrSay(text)));
