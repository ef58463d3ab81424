import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateModules } from '../../packages/catalog/tools/modules.ts';
import { hostileData, PAYLOADS } from './hostile-text.ts';
import { buildSite } from './site.ts';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** How much larger pages may be whose every text is longer. */
export const LARGER = 5;

export interface HostileSite {
  readonly folder: string;
  readonly remove: () => void;
}

/**
 * Builds the site, as it is in the repository, from data in which every text is hostile: a copy of site and packages, in
 * which nothing but the data and the limits of sizes is another, and scripts, which hold no data, are minified once only.
 */
export async function buildHostileSite(): Promise<HostileSite> {
  // Astro does not find the styles of components that have no folder in common with the site.
  const parent = join(REPOSITORY, 'dist');
  mkdirSync(parent, { recursive: true });
  const root = mkdtempSync(join(parent, 'hostile-site-'));
  const remove = () => rmSync(root, { recursive: true, force: true });
  try {
    for (const folder of ['site', 'packages/catalog', 'packages/firewall', 'scraper/vocabulary']) {
      cpSync(join(REPOSITORY, folder), join(root, folder), {
        recursive: true,
        verbatimSymlinks: true,
        // What Astro keeps of the last build is not copied.
        filter: (path) => !/[/\\](?:dist|\.astro|\.vite)$/.test(path),
      });
    }
    symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'), 'dir');
    writeData(join(root, 'packages/catalog'));
    const sizes = join(root, 'site/src/integrations/sizes.ts');
    writeFileSync(sizes, `${readFileSync(sizes, 'utf8')}\nfor (const key in MOST) MOST[key] *= ${LARGER};\n`);
    writeFileSync(
      join(root, 'site/src/integrations/scripts.ts'),
      'export const smaller = (code: string) => Promise.resolve(code);\n',
    );
    const folder = join(root, 'site/dist');
    await buildSite(folder, undefined, join(root, 'site'));
    return { folder, remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function writeData(folder: string): void {
  const { data, history, reasons } = hostileData();
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  const generated = join(folder, 'src/generated');
  rmSync(generated, { recursive: true });
  mkdirSync(generated);
  for (const [name, text] of generateModules({ version, data, redirects: {} }))
    writeFileSync(join(generated, name), text);
  const write = (name: string, value: unknown) =>
    writeFileSync(join(folder, `data/${name}.json`), JSON.stringify(value));
  write('history', history);
  write('reasons', reasons);
  const items = PAYLOADS.map((text) => `- ${text}\n\n  \`${text}\`\n`).join('\n');
  writeFileSync(join(folder, 'CHANGELOG.md'), `# ${PAYLOADS[0]}\n\n## 9.9.9 ${PAYLOADS[0]}\n\n${items}`);
}
