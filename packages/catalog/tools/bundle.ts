import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
/**
 * The entries but those of products, and what their files and declarations are called. npm packs files by ending, then by name, and
 * compression sees 32 kB: so the names put the products' files side by side, the matcher beside the root entry, which has
 * it too, and the root entry right before data.json, which has the same lists.
 */
const FILES: ReadonlyMap<string, string> = new Map([
  ['schema', 'catalog-schema'],
  ['cli', 'cli'],
  ['evidence', 'evidence'],
  ['match', 'text-matcher'],
  ['index', 'whole'],
]);

/** The length of a source in characters from which V8 keeps it apart, see `enlargeLargest`; a string has 16 bytes more. */
const APART = (128 * 1024) / 2;

/** What the file of a module of `src/` is called in `dist/`. */
export function shippedName(module: string): string {
  return FILES.get(module) ?? module;
}

/**
 * Bundles each entry of `src/` into a file of `dist` that needs no other, for each file costs a third of a millisecond at
 * import. But an entry that builds on the data of another imports it, so that a program has it once.
 */
export async function bundleModules(dist: string, products: readonly string[]): Promise<void> {
  const entries = [...FILES.keys(), ...products];
  for (const entry of entries) {
    const file = shippedName(entry);
    await build({
      input: { [file]: join(SRC, `${entry}.ts`) },
      external: [/^node:/, 'zod'],
      logLevel: 'warn',
      plugins: [importEntries(entries.filter((other) => other !== entry && other !== 'match'))],
      output: { dir: dist, format: 'esm', minify: true },
    });
  }
  for (const file of readdirSync(dist).filter((name) => name.endsWith('.js'))) quoteData(join(dist, file));
  enlargeLargest(products.map((id) => join(dist, `${id}.js`)));
}

/** Leaves imports of entries as imports of their files. */
function importEntries(entries: readonly string[]): Plugin {
  return {
    name: 'import-entries',
    resolveId(source, importer) {
      const [, module = ''] = /^\.{1,2}\/([^/]+)\.ts$/.exec(source) ?? [];
      if (importer === undefined || !entries.includes(module)) return null;
      return { id: `./${shippedName(module)}.js`, external: true };
    },
  };
}

/**
 * The minifier writes JSON as a template, which needs no escapes; but of a template, JavaScript keeps a second form. The
 * data has no apostrophe, see tools/modules.ts.
 */
function quoteData(file: string): void {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/`([[{]["[][^`']{500,})`/g, "'$1'"));
}

/**
 * The sources of all products and the objects made of them would be more than V8 takes before it collects its young
 * objects for the first time, which makes the import of the root entry a third longer. Sources of 128 kB are kept apart
 * from those: so the largest begins with spaces up to that size. `pnpm bench` says when it is no longer enough.
 */
function enlargeLargest(files: readonly string[]): void {
  const [largest] = files
    .map((file) => ({ file, text: readFileSync(file, 'utf8') }))
    .sort((a, b) => b.text.length - a.text.length);
  if (largest === undefined || largest.text.length >= APART) return;
  writeFileSync(largest.file, `${' '.repeat(APART - largest.text.length)}${largest.text}`);
}
