import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { addPolicy, attributeOf, type Known, look, readMarkup, remove, setAttribute, writeMarkup } from './markup.ts';
import { policyOf } from './policy.ts';
import { smaller } from './scripts.ts';
import { gzipped, type Measured, MOST, sizeLine } from './sizes.ts';
import { lightWithoutScript, nameOf, purge, wordsOf } from './styles.ts';

/** The scripts that stand in the pages themselves. The policy allows them by their sources, whatever the pages hold. */
export const INLINE_SCRIPTS: ReadonlySet<string> = new Set([
  readFileSync(new URL('../scripts/first.js', import.meta.url), 'utf8'),
]);

/**
 * The last step of the build: style sheets without what no page uses, a content security policy in every page, and the
 * sizes measured. It fails where a page has code or styles that this project has not put there, or is larger than it may
 * be.
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
        const root = fileURLToPath(dir);
        const sizes = measure(root, await finishPages(root, base));
        for (const size of sizes) logger.info(sizeLine(size));
        const large = sizes.filter(({ bytes, most }) => bytes > most);
        if (large.length > 0) throw new Error(`too large: ${large.map(sizeLine).join('; ')}`);
      },
    },
  };
}

/** A finished page, and the files that it loads, as paths below the root. */
interface Page {
  readonly path: string;
  readonly sheets: readonly string[];
  readonly scripts: readonly string[];
}

/**
 * Finishes the pages below `root`.
 *
 * @throws Error that names the pages with inline code, styles or addresses that this project has not put there; then no
 * page is written
 */
export async function finishPages(root: string, base: string): Promise<Page[]> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const scripts = files.filter((path) => path.endsWith('.js'));
  for (const path of scripts) {
    const file = join(root, path);
    writeFileSync(file, await smaller(readFileSync(file, 'utf8')));
  }
  // What is empty need not be fetched.
  const empty = new Set(scripts.filter((path) => statSync(join(root, path)).size === 0).map((path) => base + path));
  const styles = files.filter((path) => path.endsWith('.css'));
  const known: Known = { inline: INLINE_SCRIPTS, files: new Set([...scripts, ...styles].map((path) => base + path)) };
  const policy = policyOf(INLINE_SCRIPTS);

  // The names of style sheets follow from their contents, which follow from all pages. No text can have this mark.
  const mark = `${randomUUID()}:`;
  const words = new Set<string>();
  const faults: string[] = [];
  const written = files
    .filter((path) => path.endsWith('.html'))
    .flatMap((path) => {
      try {
        const document = readMarkup(readFileSync(join(root, path), 'utf8'));
        const found = look(document, known, words);
        faults.push(...found.faults.map((fault) => `${path}: ${fault}`));
        const sheets = found.sheets.map((sheet) => (attributeOf(sheet, 'href') ?? '').slice(base.length));
        found.sheets.forEach((sheet, at) => {
          setAttribute(sheet, 'href', `${mark}${sheets[at]}:`);
        });
        const sources = found.scripts.map((script) => attributeOf(script, 'src') ?? '');
        found.scripts.filter((_, at) => empty.has(sources[at] ?? '')).forEach(remove);
        addPolicy(document, policy);
        const loads = sources.filter((source) => !empty.has(source)).map((source) => source.slice(base.length));
        // As bytes: the text is made of a million small ones, which are looked through whenever memory is tidied up.
        return [{ path, sheets, scripts: loads, html: Buffer.from(writeMarkup(document)) }];
      } catch (error) {
        faults.push(`${path}: ${error instanceof Error ? error.message : error}`);
        return [];
      }
    });
  if (faults.length > 0) {
    throw new Error(`what this project has not put into its pages:\n${faults.slice(0, 10).join('\n')}`);
  }

  for (const path of scripts) for (const word of wordsOf(readFileSync(join(root, path), 'utf8'))) words.add(word);
  const renamed = new Map<string, string>();
  for (const path of styles) {
    const css = lightWithoutScript(await purge(readFileSync(join(root, path), 'utf8'), words));
    const name = nameOf(path, css);
    rmSync(join(root, path));
    writeFileSync(join(root, name), css);
    renamed.set(path, name);
  }
  const nameNow = (path: string) => renamed.get(path) ?? path;
  return written.map(({ html, path, sheets, scripts: loads }) => {
    const page = sheets.reduce(
      (text, sheet) => text.replace(`${mark}${sheet}:`, () => base + nameNow(sheet)),
      `${html}`,
    );
    writeFileSync(join(root, path), page);
    return { path, sheets: sheets.map(nameNow), scripts: loads };
  });
}

function measure(root: string, pages: readonly Page[]): Measured[] {
  const known = new Map<string, number>();
  const sizeOf = (path: string): number => {
    const size = known.get(path) ?? gzipped(readFileSync(join(root, path)));
    known.set(path, size);
    return size;
  };
  const sum = (paths: Iterable<string>) => [...paths].reduce((total, path) => total + sizeOf(path), 0);
  const parts = pages.map(({ path, sheets, scripts }) => ({
    path,
    css: sum(new Set(sheets)),
    script: sum(imported(root, scripts)),
  }));
  const isBuilder = ({ path }: { readonly path: string }) => /^(ko\/)?firewall\//.test(path);
  const everywhere = imported(root, pages.find(({ path }) => path === 'index.html')?.scripts ?? []);
  const builders = pages.filter(isBuilder).map(({ path, scripts }) => {
    const own = [...imported(root, scripts)].filter((script) => !everywhere.has(script));
    // It is fetched at once, but for what is asked for only when a person wants it.
    const begun = imported(
      root,
      own.flatMap((script) => names(root, script, LATER)),
    );
    return { path, css: 0, script: sum(new Set([...own, ...begun].filter((script) => !everywhere.has(script)))) };
  });
  const total = ({ path, css, script }: (typeof parts)[number]) => sizeOf(path) + css + script;
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
    {
      what: 'script',
      most: MOST.script,
      ...largest(
        parts.filter((each) => !isBuilder(each)),
        ({ script }) => script,
      ),
    },
    { what: 'builder', most: MOST.builder, ...largest(builders, ({ script }) => script) },
    { what: 'CSS', most: MOST.css, ...largest(parts, ({ css }) => css) },
    ...index.map((each) => ({ what: 'search index', ...each })),
  ];
  return rows.map(({ what, most, path = '', bytes = 0 }) => ({ what: `${what} (${path})`, bytes, most }));
}

/** Modules that a module imports with itself, and those that it imports when it wants to. */
const WITH_IT = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
const LATER = /import\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g;

/** The scripts of a page and those that they import. */
function imported(root: string, paths: readonly string[]): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    names(root, path, WITH_IT).forEach(visit);
  };
  paths.forEach(visit);
  return found;
}

/** The modules that a script imports in one of both ways. */
function names(root: string, path: string, way: RegExp): string[] {
  return [...readFileSync(join(root, path), 'utf8').matchAll(way)].map(([, name]) => `_astro/${name}`);
}
