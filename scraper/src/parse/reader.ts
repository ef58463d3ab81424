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

/** How many pages the thread has before it: it goes on reading while this one is busy with other things. */
const MOST_AHEAD = 8;

/**
 * Starts a thread that reads pages. A page that exceeds a limit costs the thread, not the program: another is started
 * for the next.
 */
export function startPageReader(limits: PageLimits = LIMITS): PageReader {
  const waiting: Job[] = [];
  // What the thread has been given; it reads the first, and answers in this order.
  const given: Job[] = [];
  let worker = startWorker();
  let timer: NodeJS.Timeout | undefined;

  function startWorker(): Worker {
    // Trees are many small things that live as long as a page: with little room for them they would be moved about.
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
    started.on('message', (page: Page | Unread) => finish(page));
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
    // Its answer may have waited for a turn: the next has had this much time at least.
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
