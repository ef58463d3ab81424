import { defineConfig } from 'vitest/config';
import { SiteLast } from './test/support/sequencer.ts';

// These look at the package as it ships; it is packed before the first of them, and only where one of them is run.
const PACKED = 'test/catalog/packed/**/*.test.ts';
// These look at the built site, and wait until it is built.
const BUILT = 'test/site/built/**/*.test.ts';
// These start commands, or read all that there is. They are run without measuring what they cover, which makes reading
// three times as slow.
const WHOLE = [
  'test/firewall/**/*.test.ts',
  'test/scraper/{growth,korean-only,other-editions,seen,structure}.test.ts',
  'test/scraper/{commands,history,read,release,report,verify}/**/*.test.ts',
  'test/scraper/parse/{real-pages,regions-at-random}.test.ts',
];

export default defineConfig({
  test: {
    // The commands are started as a person starts them, which takes a second on a slow machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for a browser or a command, so there is work for every core.
    maxWorkers: '100%',
    sequence: { sequencer: SiteLast },
    projects: [
      {
        extends: true,
        test: {
          name: 'sources',
          include: ['test/**/*.test.ts'],
          exclude: [PACKED, BUILT, ...WHOLE],
          // No test changes what another sees, and modules that are loaded once save a minute.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'whole', include: WHOLE, isolate: false } },
      {
        extends: true,
        test: { name: 'packed', include: [PACKED], isolate: false, globalSetup: 'test/catalog/packed/setup.ts' },
      },
      {
        extends: true,
        test: {
          name: 'site',
          include: [BUILT],
          isolate: false,
          globalSetup: 'test/support/build-site.ts',
          setupFiles: 'test/support/built-site.ts',
        },
      },
    ],
    reporters: process.env.CI === 'true' ? ['default', 'json'] : ['default'],
    coverage: {
      provider: 'v8',
      include: ['scraper/src/{parse,interpret,assemble}/**/*.ts'],
      // What a thread runs is not counted.
      exclude: ['scraper/src/parse/reader*.ts'],
      reporter: ['text', 'html'],
      thresholds: { lines: 100, branches: 100 },
    },
  },
});
