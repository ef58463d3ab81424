import { getCompileCacheDir } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Page } from './page.ts';
import type { Unread } from './read-or-say.ts';

export interface PageText {
  /** LF line ends, no byte order mark. */
  text: string;
  /** The language in which it was published; null where nothing tells. */
  published: string | null;
}

/** Reads pages apart from the rest of the program: whatever a page holds, the others are read. */
export interface PageReader {
  /** Resolves to the page, or to the reason why it cannot be read. Pages are read in the order of the calls. */
  read(page: PageText): Promise<Page | Unread>;
  /** Stops; what is still to be read is never answered. */
  close(): Promise<void>;
}

/** What a page may take: the largest real one takes a fifth of a second and some megabytes. */
export interface PageLimits {
  milliseconds: number;
  megabytes: number;
}

const LIMITS: PageLimits = { milliseconds: 3000, megabytes: 384 };

/** What a thread says when it has loaded the parsers, which takes longer than a page does. */
export const READY = 'ready';

/**
 * The first code of a thread. It turns on the run's compile cache before it loads the parsers, which are most of what a
 * run loads. It is a text and not a file, because a TypeScript file would be compiled before the cache is on.
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

/** How many pages the thread is given ahead, so that it reads on while this thread is busy with other things. */
const MOST_AHEAD = 8;

/**
 * Starts a thread that reads pages. A page that exceeds a limit costs the thread, not the program: another is started
 * for the next.
 */
export function startPageReader(limits: PageLimits = LIMITS): PageReader {
  const waiting: Job[] = [];
  // What the thread has been given. It reads the first of these, and answers in this order.
  const given: Job[] = [];
  let timer: NodeJS.Timeout | undefined;
  let ready = false;
  let worker = startWorker();

  function startWorker(): Worker {
    // The tree of a page is many small objects: with more room for young ones, the garbage collector moves them less.
    const compiled = getCompileCacheDir();
    const resourceLimits = { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: 32 };
    const started = new Worker(BEGIN, {
      eval: true,
      resourceLimits,
      workerData: {
        compiled: compiled && dirname(compiled),
        worker: new URL('./reader-thread.ts', import.meta.url).href,
      },
    });
    ready = false;
    started.on('message', (message: Page | Unread | typeof READY) => {
      if (message !== READY) return finish(message);
      ready = true;
      if (given.length > 0) startTimer();
    });
    // Node delivers the thread's last answers before this event, so none is lost.
    started.on('error', (error: NodeJS.ErrnoException) => {
      worker.removeAllListeners();
      startAgain();
      finish(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'unparsable');
    });
    return started;
  }

  /** Another thread, for the pages after the one that cost the last. */
  function startAgain(): void {
    worker = startWorker();
    waiting.unshift(...given.splice(1));
  }

  function give(): void {
    while (given.length < MOST_AHEAD) {
      const job = waiting.shift();
      if (job === undefined) return;
      worker.postMessage(job.page);
      if (given.push(job) === 1) startTimer();
    }
  }

  function startTimer(): void {
    if (!ready) return;
    timer = setTimeout(() => {
      const slow = worker.removeAllListeners();
      startAgain();
      void slow.terminate();
      finish('too-slow');
    }, limits.milliseconds);
  }

  function finish(page: Page | Unread): void {
    clearTimeout(timer);
    const job = given.shift();
    // The thread began the next page before this answer arrived, so the next gets its full time at least.
    if (given.length > 0) startTimer();
    job?.done(page);
    give();
  }

  return {
    read: (page) =>
      new Promise((done) => {
        waiting.push({ page, done });
        give();
      }),
    close: async () => {
      clearTimeout(timer);
      await worker.removeAllListeners().terminate();
    },
  };
}
