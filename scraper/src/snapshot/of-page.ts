import type { TableClass } from '../interpret/columns.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Footnote, Snapshot, SnapshotTable } from '../model/snapshot.ts';
import type { Page, PageTable } from '../parse/page.ts';
import type { SourceDocument } from '../read/source.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { assetIdOf, isoDate, nameOf, recogniseProducts, translationOf } from './identity.ts';
import { classOf, reportTable } from './table-class.ts';

export interface SnapshotResult {
  /** null where the page is no document of ours, or cannot be named. */
  snapshot: Snapshot | null;
  /** Whether the page holds a port table, or one that looks like it; a page without one is none of our business. */
  relevant: boolean;
  /** The page's language; null where it could not be read. */
  locale: string | null;
  diagnostics: Diagnostic[];
}

/** Why a document was not parsed: elements too deep in one another, or more time or memory than a page may take. */
export type Unread = 'too-deep' | 'too-slow' | 'too-large' | 'unparsable';

const UNREAD: Readonly<Record<Unread, string>> = {
  'too-deep': 'elements are nested too deeply to be read',
  'too-slow': 'takes too long to be read',
  'too-large': 'takes too much memory to be read',
  unparsable: 'cannot be parsed',
};

/** Makes the snapshot of a document of its page: its identity, and its port tables as published. */
export function snapshotOfPage(source: SourceDocument, page: Page | Unread, vocabulary: Vocabulary): SnapshotResult {
  if (typeof page === 'string') {
    const unread = diagnostic('error', page, UNREAD[page], source.path);
    return { snapshot: null, relevant: true, locale: null, diagnostics: [unread] };
  }
  const read = page.tables.map((table, index) => ({ table, index, ...classOf(table, page, vocabulary) }));
  const at = (index: number | null) => (index === null ? undefined : read[index]);
  // What a table that lays out a page says of ports, the port table in it says.
  for (const { table } of read.filter(({ kind }) => kind === 'ports')) {
    for (let outer = at(table.inside); outer !== undefined; outer = at(outer.table.inside)) {
      if (outer.kind === 'doubtful') outer.kind = 'other';
    }
  }
  const products = recogniseProducts(page, source.path, vocabulary);
  const [product] = products;
  const other = vocabulary.entries.products.find(({ id, outside }) => id === product && outside !== undefined);
  if (other !== undefined) return ofOtherProduct(source, page, other.name.en, read);
  const diagnostics = read.flatMap((each) => reportTable(each.table, each.index, each, source.path, vocabulary));
  const tables = read.flatMap(({ table, index, kind }) => (kind === 'ports' ? [toTable(table, index)] : []));
  const relevant = read.some(({ kind }) => kind === 'ports' || kind === 'suspected');
  const fail = (code: string, message: string): SnapshotResult => ({
    snapshot: null,
    relevant,
    locale: page.locale,
    diagnostics: [...diagnostics, diagnostic('error', code, message, source.path)],
  });
  if (page.frontMatter === null) return fail('no-front-matter', 'no front matter that can be read heads this file');
  if (tables.length === 0) return fail('no-port-table', 'no port table in this document');
  if (product === undefined) return fail('unknown-product', 'front matter and path name no product that is known');
  const name = nameOf(page, product, vocabulary);
  if (name === null) return fail('no-title', 'the document has no title that names it in English, and no asset id');
  const document = {
    ...describe(source, page, product, `${product}/${name}`),
    ...(products.length > 1 && { products }),
  };
  const { locale } = page;
  return { snapshot: { $schema: 'lync-port-snapshot/1', document, tables }, relevant, locale, diagnostics };
}

/** A page of a product that the catalog does not cover: what it has of ports is reported, in one line. */
function ofOtherProduct(
  { path }: SourceDocument,
  { locale }: Page,
  product: string,
  read: readonly { index: number; kind: TableClass }[],
): SnapshotResult {
  const numbers = read.filter(({ kind }) => kind !== 'other').map(({ index }) => index + 1);
  const what = numbers.length === 1 ? 'table' : 'tables';
  const message = `not read: the catalog does not cover ${product}; ports are in ${what} ${numbers.join(', ')}`;
  const diagnostics = numbers.length === 0 ? [] : [diagnostic('warning', 'other-product', message, path)];
  return { snapshot: null, relevant: false, locale, diagnostics };
}

function describe(source: SourceDocument, page: Page, product: string, id: string): Snapshot['document'] {
  return {
    id,
    product,
    locale: page.locale,
    title: page.title?.text ?? [],
    path: source.provenance?.path ?? source.relativePath,
    repository: source.provenance?.repository ?? null,
    branch: source.provenance?.branch ?? null,
    commit: source.provenance?.commit ?? null,
    sha256: source.sha256,
    assetId: assetIdOf(page.frontMatter),
    updated: isoDate(page.frontMatter?.get('ms.date')),
    translation: translationOf(page.frontMatter),
    withdrawn: null,
  };
}

function toTable(table: PageTable, index: number): SnapshotTable {
  const { headings, caption, columns, rows } = table;
  const footnotes = table.footnotes.filter((footnote) => isPointedAt(footnote, rows));
  return { number: index + 1, headings, caption, columns, rows, footnotes };
}

/** A snapshot keeps no other prose: a paragraph counts as a footnote only where a cell ends with its mark. */
function isPointedAt({ mark }: Footnote, rows: PageTable['rows']): boolean {
  return rows.some((row) =>
    row.some((cell) => cell.some((line) => line.text?.endsWith(mark) || line.en?.endsWith(mark))),
  );
}
