import { defineConfig } from 'vitest/config';

// These look at the package as it ships; it is packed before the first of them, and only where one of them is run.
const PACKED = 'test/catalog/packed/**/*.test.ts';
// These look at the built site; it is built before the first of them.
const BUILT = 'test/site/built/**/*.test.ts';

export default defineConfig({
  test: {
    // The commands are started as a person starts them, which takes a second on a slow machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Many tests wait for a browser or a command, so there is work for every core.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'sources', include: ['test/**/*.test.ts'], exclude: [PACKED, BUILT] } },
      { extends: true, test: { name: 'packed', include: [PACKED], globalSetup: 'test/catalog/packed/setup.ts' } },
      { extends: true, test: { name: 'site', include: [BUILT], globalSetup: 'test/support/build-site.ts' } },
    ],
    reporters: process.env.CI === 'true' ? ['default', 'json'] : ['default'],
    outputFile: { json: 'coverage/results.json' },
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
