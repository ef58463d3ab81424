// JavaScript, unlike all else: this thread only starts another and waits for it. What makes TypeScript run need not be
// loaded here, nor there, where every module has been compiled by an earlier run.
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const BEGIN = `
  const { workerData } = require('node:worker_threads');
  require('node:module').enableCompileCache(workerData.compiled);
  import(workerData.cli);
`;
/** How long the command may take to end by itself, in milliseconds. */
const PATIENCE = 300;
const { isTTY, columns } = process.stderr;

// The command runs in a thread of its own, so that this one can end it whatever it is busy with.
const command = new Worker(BEGIN, {
  eval: true,
  // Without a limit V8 removes what is short-lived only when a hundred megabytes are full of it.
  resourceLimits: { maxYoungGenerationSizeMb: 24 },
  argv: process.argv.slice(2),
  workerData: {
    command: true,
    compiled: fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)),
    cli: new URL('./src/cli.ts', import.meta.url).href,
    terminal: { isTTY, columns },
  },
});

/** What would be left behind if the command were ended now, by a number for each. */
const left = new Map();
command.on('message', ({ id, what }) => {
  if (what === null) left.delete(id);
  else left.set(id, what);
});
command.on('error', (error) => {
  process.stderr.write(`error: ${error.message}\n`);
});
command.on('exit', (status) => {
  process.exitCode = status;
});

// A reader such as `head` may close the stream early, which is no failure. A full disk is one.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`error: what there is to say cannot be written: ${error.message}\n`);
    process.exit(1);
  });
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    command.postMessage(signal);
    setTimeout(async () => {
      await command.terminate();
      const { undoAll } = await import('./src/commands/stopped.ts');
      undoAll([...left.values()].reverse());
      process.exit(128 + constants.signals[signal]);
    }, PATIENCE).unref();
  });
}
