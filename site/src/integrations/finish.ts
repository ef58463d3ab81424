import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { policyOf, withPolicy } from './policy.ts';
import { type Scan, scan } from './scan.ts';
import { smaller } from './scripts.ts';
import { gzipped, type Measured, MOST, sizeLine } from './sizes.ts';
import { lightWithoutScript, nameOf, purge, wordsOf } from './styles.ts';

/**
 * The last step of the build: style sheets without what no page uses, a content security policy in every page, and the
 * sizes measured. It fails where a page has inline code that no policy could allow, or is larger than it may be.
 */
export function finish(): AstroIntegration {
  let base = '/';
  return {
    name: 'finish',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/?$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const sizes = await finishSite(fileURLToPath(dir), base);
        for (const size of sizes) logger.info(sizeLine(size));
        const large = sizes.filter(({ bytes, most }) => bytes > most);
        if (large.length > 0) throw new Error(`too large: ${large.map(sizeLine).join('; ')}`);
      },
    },
  };
}

interface Page {
  readonly path: string;
  html: string;
  readonly found: Scan;
}

/** The frame closes void elements of the head as XML does; in HTML the slash says nothing. */
function plainVoids(html: string): string {
  return html.replace(/<((?:meta|link)\b[^>]*?)\s*\/>/g, '<$1>');
}

async function finishSite(root: string, base: string): Promise<Measured[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const pages = files
    .filter((path) => path.endsWith('.html'))
    .map((path): Page => {
      const html = plainVoids(readFileSync(join(root, path), 'utf8'));
      return { path, html, found: scan(html) };
    });
  const forbidden = pages.flatMap(({ path, found }) => found.forbidden.map((tag) => `${path}: ${tag}`));
  if (forbidden.length > 0) {
    throw new Error(`inline styles or handlers, which the policy forbids:\n${forbidden.slice(0, 10).join('\n')}`);
  }

  const scripts = files.filter((path) => path.endsWith('.js'));
  for (const path of scripts) {
    const file = join(root, path);
    writeFileSync(file, await smaller(readFileSync(file, 'utf8')));
  }
  for (const path of scripts.filter((each) => statSync(join(root, each)).size === 0)) {
    // What is empty need not be fetched.
    for (const page of pages) page.html = page.html.replace(`<script type="module" src="${base}${path}"></script>`, '');
  }
  const words = new Set<string>();
  for (const { html } of pages) for (const word of wordsOf(html)) words.add(word);
  for (const path of scripts) for (const word of wordsOf(readFileSync(join(root, path), 'utf8'))) words.add(word);
  const renamed = new Map<string, string>();
  for (const path of files.filter((each) => each.endsWith('.css'))) {
    const css = lightWithoutScript(await purge(readFileSync(join(root, path), 'utf8'), words));
    const name = nameOf(path, css);
    rmSync(join(root, path));
    writeFileSync(join(root, name), css);
    renamed.set(path, name);
  }

  for (const page of pages) {
    for (const [from, to] of renamed) page.html = page.html.replaceAll(base + from, base + to);
    page.html = withPolicy(page.html, policyOf(page.found));
    writeFileSync(join(root, page.path), page.html);
  }
  return measure(root, base, pages, renamed);
}

function measure(root: string, base: string, pages: readonly Page[], renamed: ReadonlyMap<string, string>): Measured[] {
  const known = new Map<string, number>();
  const sizeOf = (path: string): number => {
    const size = known.get(path) ?? gzipped(readFileSync(join(root, path)));
    known.set(path, size);
    return size;
  };
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + sizeOf(path), 0);
  const parts = pages.map(({ path, html, found }) => ({
    path,
    html: () => gzipped(html),
    css: sum(new Set(found.sheets.map((address) => local(renamed, base, address)))),
    script: sum(imported(root, base, scan(html).modules)),
  }));
  const total = (each: (typeof parts)[number]) => each.html() + each.css + each.script;
  const largest = (list: typeof parts, size: (each: (typeof parts)[number]) => number) =>
    list.map((each) => ({ path: each.path, bytes: size(each) })).sort((a, b) => b.bytes - a.bytes)[0];
  const ports = parts.filter(({ path }) => /^(ko\/)?ports\/5061\//.test(path));
  const scenarios = parts.filter(({ path }) => /^(ko\/)?scenarios\//.test(path));
  const index = ['search-index.json', 'ko/search-index.json'].map((path) => {
    const { rules } = JSON.parse(readFileSync(join(root, path), 'utf8')) as { rules: readonly unknown[] };
    return { path, bytes: sizeOf(path), most: MOST.indexARule * rules.length };
  });
  const rows = [
    { what: 'port page', most: MOST.page, ...largest(ports, total) },
    { what: 'scenario', most: MOST.scenario, ...largest(scenarios, total) },
    { what: 'script', most: MOST.script, ...largest(parts, ({ script }) => script) },
    { what: 'CSS', most: MOST.css, ...largest(parts, ({ css }) => css) },
    ...index.map((each) => ({ what: 'search index', ...each })),
  ];
  return rows.map(({ what, most, path = '', bytes = 0 }) => ({ what: `${what} (${path})`, bytes, most }));
}

function local(renamed: ReadonlyMap<string, string>, base: string, address: string): string {
  const path = address.slice(base.length);
  return renamed.get(path) ?? path;
}

/** The scripts of a page and those that they import. */
function imported(root: string, base: string, addresses: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const code = readFileSync(join(root, path), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) visit(`_astro/${name}`);
  };
  for (const address of addresses) visit(address.slice(base.length));
  return found;
}
