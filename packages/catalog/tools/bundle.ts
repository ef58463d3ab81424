import { join } from 'node:path';
import { build } from 'rolldown';

/** The entries but those of products. */
const ENTRIES = ['index', 'evidence', 'coverage', 'match', 'schema', 'cli'];

/**
 * Bundles the entries of a folder of sources into a folder of modules, a file each. An entry that builds on another
 * imports its file, so that a program has its data once; what is no entry is bundled into each that needs it, because a
 * further file costs more at import than the few functions that products share.
 */
export async function bundleModules(src: string, dist: string, products: readonly string[]): Promise<void> {
  const entries = new Map([
    ...ENTRIES.map((name): [string, string] => [name, join(src, `${name}.ts`)]),
    ...products.map((id): [string, string] => [id, join(src, 'generated', `${id}.ts`)]),
  ]);
  const names = new Map([...entries].map(([name, file]) => [file, name]));
  for (const [name, file] of entries) {
    await build({
      input: { [name]: file },
      external: [/^node:/, 'zod'],
      logLevel: 'warn',
      plugins: [
        {
          name: 'import-entries',
          resolveId(source, importer) {
            const entry = importer === undefined ? undefined : names.get(join(importer, '..', source));
            return entry === undefined || entry === name ? null : { id: `./${entry}.js`, external: true };
          },
        },
      ],
      output: { dir: dist, format: 'esm', minify: true },
    });
  }
}
