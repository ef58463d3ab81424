import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type OutputOptions } from 'rolldown';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
/**
 * The root entry, and the lists and functions that only it has. The lists come last, by the name of their module: right
 * before data.json in the tarball, which begins with the same lists, so that compression sees them once.
 */
const WHOLE = /^(index|rules|shipped-names|hydrate-names|redirects|search|compare|version|data\/names)\.ts$/;
/** Nothing that only searching needs is loaded with a product's rules, nor rules with the matcher. */
const MATCHER = /^match\.ts$/;
/** The data of all products, what makes rules of it and what looks them up. */
const INNER = /^(data\/(?!names|evidence)|records|parts|hydrate|shipped|filter|port-index)/;

/**
 * Bundles the modules of `src/` into `dist`, for import in as few files as can be: each file costs half a millisecond.
 * `whole.js` is the root entry, `matcher.js` that of the matcher; `inner.js` has the rules. The entry of a product asks it
 * for those of that product, and whoever bundles one product leaves the others out.
 */
export async function bundleModules(dist: string, products: readonly string[]): Promise<void> {
  const output: OutputOptions = { dir: dist, format: 'esm', minify: true, minifyInternalExports: false };
  const options: BuildOptions = {
    external: [/^node:/, 'zod'],
    logLevel: 'warn',
    preserveEntrySignatures: 'allow-extension',
  };
  const within = (modules: RegExp) => (id: string) => modules.test(relative(SRC, id));
  await build({
    ...options,
    input: Object.fromEntries(
      ['index', 'evidence', 'match', 'cli', ...products].map((name) => [name, join(SRC, `${name}.ts`)]),
    ),
    output: {
      ...output,
      chunkFileNames: '[name].js',
      codeSplitting: {
        includeDependenciesRecursively: false,
        // npm packs files by ending, then by name: `whole` comes right before data.json.
        groups: [
          { name: 'whole', test: within(WHOLE) },
          { name: 'inner', test: within(INNER) },
          { name: 'matcher', test: within(MATCHER) },
        ],
      },
    },
  });
  // These two export what the entries do.
  for (const entry of ['index', 'match']) rmSync(join(dist, `${entry}.js`));
  await build({ ...options, input: { schema: join(SRC, 'schema.ts') }, output });
  for (const file of readdirSync(dist).filter((name) => name.endsWith('.js'))) quoteData(join(dist, file));
}

/**
 * The minifier writes JSON as a template, which needs no escapes; but of a template, JavaScript keeps a second form. The
 * data has no apostrophe, see tools/modules.ts.
 */
function quoteData(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/`([[{]["[][^`']{500,})`/g, "'$1'"));
}
