import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Page } from '../parse/page.ts';
import type { Wanted } from '../parse/slices.ts';
import type { Unread } from './of-page.ts';

/** The text of a page, and the tables in it whose rows are wanted. */
export interface PageText {
  text: string;
  wanted: Wanted;
  /** The language in which it was published, where that is told. */
  published?: string | null;
}

/** Reads pages apart from the rest of the program: whatever a page holds, the others are read. */
export interface PageReader {
  /** Resolves to the page, or to why there is none; pages are read in the order that they are asked for. */
  read(page: PageText): Promise<Page | Unread>;
  /** Stops; what is still to be read is never answered. */
  close(): Promise<void>;
}

/** What a page may take: the largest real one takes a fifth of a second and some megabytes. */
export interface PageLimits {
  milliseconds: number;
  megabytes: number;
}

const LIMITS: PageLimits = { milliseconds: 20_000, megabytes: 384 };

/**
 * What a thread begins with: the parsers are most of what a run has to load, and are compiled once, where the run keeps
 * what it compiled. It is no file, so that nothing has to be made JavaScript before that is known.
 */
const BEGIN = `
  const { workerData } = require('node:worker_threads');
  if (workerData.compiled) require('node:module').enableCompileCache(workerData.compiled);
  import(workerData.worker);
`;

interface Job {
  page: PageText;
  done: (page: Page | Unread) => void;
}

/**
 * Starts a thread that reads pages. A page that exceeds a limit costs the thread, not the program: another is started
 * for the next.
 */
export function startPageReader(limits: PageLimits = LIMITS): PageReader {
  const waiting: Job[] = [];
  let current: Job | null = null;
  let worker = startWorker();
  let timer: NodeJS.Timeout | undefined;

  function startWorker(): Worker {
    // Trees are many small things that live as long as a page: with little room for them they would be moved about.
    const compiled = getCompileCacheDir();
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 64 };
    const started = new Worker(BEGIN, {
      eval: true,
      resourceLimits,
      workerData: {
        compiled: compiled && dirname(compiled),
        worker: new URL('./page-worker.ts', import.meta.url).href,
      },
    });
    started.on('message', (page: Page | Unread) => finish(page));
    started.on('error', (error: NodeJS.ErrnoException) => {
      worker = startWorker();
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'unparsable');
    });
    return started;
  }

  function next(): void {
    if (current !== null) return;
    current = waiting.shift() ?? null;
    if (current === null) return;
    worker.postMessage(current.page);
    timer = setTimeout(() => {
      const slow = worker.removeAllListeners();
      worker = startWorker();
      void slow.terminate();
      finish('too-slow');
    }, limits.milliseconds);
  }

  function finish(page: Page | Unread): void {
    clearTimeout(timer);
    const job = current;
    current = null;
    job?.done(page);
    next();
  }

  return {
    read: (page) =>
      new Promise((done) => {
        waiting.push({ page, done });
        next();
      }),
    close: async () => {
      clearTimeout(timer);
      await worker.removeAllListeners().terminate();
    },
  };
}
