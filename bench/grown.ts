import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleModules } from '../packages/catalog/tools/bundle.ts';
import type { CatalogData } from '../packages/catalog/tools/data.ts';
import { generateModules } from '../packages/catalog/tools/modules.ts';

const SRC = fileURLToPath(new URL('../packages/catalog/src/', import.meta.url));

/**
 * Builds the modules of a catalog that has grown, as the package is built, into a folder.
 *
 * @returns how many rules the catalog has
 */
export async function buildGrown(folder: string, data: CatalogData, rules: number): Promise<number> {
  const grown = grow(data, rules);
  const src = join(folder, 'src');
  cpSync(SRC, src, { recursive: true });
  rmSync(join(src, 'generated'), { recursive: true });
  mkdirSync(join(src, 'generated'));
  const modules = generateModules({ version: '0.0.0', data: grown, redirects: {} });
  for (const [file, text] of modules) writeFileSync(join(src, 'generated', file), text);
  const products = grown.products.map(({ id }) => id);
  await bundleModules(src, join(folder, 'dist'), products);
  return grown.ports.length;
}

/**
 * The catalog with as many rules as that: its documents, tables and rules again and again, under other ids. Their texts
 * are other texts too, since what new pages say is not what the old ones do; only the names stay, as they do when pages are
 * added.
 */
function grow(data: CatalogData, rules: number): CatalogData {
  const copies = Array.from({ length: Math.ceil(rules / data.ports.length) }, (_, at) => copyOf(data, at));
  const ports = copies.flatMap((copy) => copy.ports).slice(0, rules);
  const there = new Set(ports.map(({ id }) => id));
  return {
    ...data,
    ports,
    tables: copies.flatMap((copy) => copy.tables),
    documents: copies.flatMap((copy) => copy.documents),
    corrections: copies.flatMap((copy) => copy.corrections).filter(({ rule }) => there.has(rule)),
    evidence: copies.flatMap((copy) => copy.evidence).filter(({ rule }) => there.has(rule)),
  };
}

/** A copy of the catalog; the first is the catalog itself. */
function copyOf(data: CatalogData, number: number): CatalogData {
  if (number === 0) return data;
  const mark = `-copy-${number}`;
  const tables = new Map(data.tables.map(({ id }) => [id, `${id}${mark}`]));
  const rules = new Map(data.ports.map(({ id, table }) => [id, `${tables.get(table)}${id.slice(table.length)}`]));
  const renamed = (id: string, ofRule: string) => `${rules.get(ofRule)}${id.slice(ofRule.length)}`;
  const document = (id: string) => `${id}${mark}`;
  return otherTexts(
    {
      ...data,
      documents: data.documents.map((each) => ({ ...each, id: document(each.id) })),
      tables: data.tables.map((each) => ({ ...each, id: `${each.id}${mark}`, document: document(each.document) })),
      ports: data.ports.map((each) => ({
        ...each,
        id: renamed(each.id, each.id),
        table: `${each.table}${mark}`,
        corrections: each.corrections.map((id) => renamed(id, each.id)),
        origin: { ...each.origin, document: document(each.origin.document) },
      })),
      corrections: data.corrections.map((each) => {
        return { ...each, id: renamed(each.id, each.rule), rule: renamed(each.rule, each.rule) };
      }),
      evidence: data.evidence.map((each) => ({ ...each, rule: renamed(each.rule, each.rule) })),
    },
    ` (${number})`,
  );
}

/** The same with something behind every text of a page. */
function otherTexts(data: CatalogData, mark: string): CatalogData {
  const text = JSON.stringify(data, (_, value) => {
    const isText = typeof value === 'object' && value !== null && 'by' in value;
    return isText ? { ...value, en: value.en && value.en + mark, ko: value.ko && value.ko + mark } : value;
  });
  return JSON.parse(text) as CatalogData;
}
