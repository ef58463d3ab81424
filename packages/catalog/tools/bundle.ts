import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'rolldown';

const SRC = fileURLToPath(new URL('../src/', import.meta.url));
/**
 * The entries but those of products, and what their files and declarations are called. npm packs files by ending, then
 * by name, and compression sees 32 kB: so the names put the products' files side by side, the matcher beside the root
 * entry, which has it too, and the root entry right before data.json, which has the same lists.
 */
const FILES: ReadonlyMap<string, string> = new Map([
  ['schema', 'catalog-schema'],
  ['cli', 'cli'],
  ['evidence', 'evidence'],
  ['match', 'text-matcher'],
  ['index', 'whole'],
]);

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
