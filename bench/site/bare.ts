import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/**
 * What the site is measured beside: the least that does the same work. It runs on the same machine, in the same browser
 * and with the same library, so a slow machine is slow in both.
 */

const SITE = fileURLToPath(new URL('../../site/', import.meta.url));

/**
 * A page with a table whose rows a box filters, and with a search that shows a text of the index: without style, marks,
 * counts, ranks or addresses.
 */
export function barePage(table: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>bare</title>
<input class="filter"><dialog class="search-dialog"><input><ul></ul></dialog><table${table}</table>
<script>
const rows = [...document.querySelectorAll('tbody tr')];
document.querySelector('.filter').addEventListener('input', ({ target }) => {
  for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(target.value);
});
const dialog = document.querySelector('dialog');
let index;
addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !event.ctrlKey) return;
  event.preventDefault();
  index ??= fetch('/search-index.json').then((response) => response.json());
  dialog.showModal();
});
dialog.querySelector('input').addEventListener('input', async ({ target }) => {
  const { texts } = await index;
  const items = texts.filter((text) => text.includes(target.value)).slice(0, 30).map((text) => {
    const item = document.createElement('li');
    item.role = 'option';
    item.textContent = text;
    return item;
  });
  dialog.querySelector('ul').replaceChildren(...items);
});
</script></html>`;
}

/** Builds as many pages as a site has, with no more than a heading each, and says how many seconds it took. */
export async function secondsOfBareBuild(pages: number): Promise<number> {
  const work = join(SITE, 'node_modules/.cache');
  mkdirSync(work, { recursive: true });
  const folder = mkdtempSync(join(work, 'bare-'));
  try {
    mkdirSync(join(folder, 'src/pages'), { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    writeFileSync(
      join(folder, 'src/pages/[page].astro'),
      `---
export const getStaticPaths = () => Array.from({ length: ${pages} }, (_, at) => ({ params: { page: String(at) } }));
---
<html lang="en"><h1>{Astro.params.page}</h1></html>
`,
    );
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' };
    const start = performance.now();
    const astro = join(SITE, 'node_modules/astro/bin/astro.mjs');
    await promisify(execFile)(process.execPath, [astro, 'build'], { cwd: folder, env, maxBuffer: 1 << 26 });
    return (performance.now() - start) / 1000;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
