import { closesInProse } from '../interpret/caption.ts';
import { takeMarks } from '../interpret/footnotes.ts';
import type { DiagnosticCode } from '../model/codes.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Footnote, Snapshot, SnapshotTable } from '../model/snapshot.ts';
import { withoutControls } from '../parse/controls.ts';
import { MOST } from '../parse/limits.ts';
import type { Page, PageTable } from '../parse/page.ts';
import type { Unread } from '../parse/read-or-say.ts';
import type { SourceDocument } from '../read/source.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { assetIdOf, isoDate, nameOf, recogniseProducts, translationOf } from './identity.ts';
import { reportLooseRows } from './loose-rows.ts';
import { type TableVerdict, verdictsOf } from './verdict.ts';

export interface SnapshotResult {
  /** null where the page has no port table, or nothing to name it by. */
  snapshot: Snapshot | null;
  /** What each table of the page is. */
  tables: TableVerdict[];
  /** Whether the page holds a port table, or a table that looks like one. Other pages are passed over. */
  relevant: boolean;
  /** The page's language; null where it could not be read. */
  locale: string | null;
  diagnostics: Diagnostic[];
}

const UNREAD: Readonly<Record<Unread, string>> = {
  'too-deep': 'elements are nested too deeply to be read',
  'too-slow': 'takes too long to be read',
  'too-large': 'takes too much memory to be read',
  unparsable: 'cannot be parsed',
  'too-many-lines': `has more lines than a page may have (${MOST['too-many-lines']})`,
  'too-long-text': `has a longer paragraph or cell than a page may have (${MOST['too-long-text']} characters)`,
  'too-many-elements': `has more elements than a page may have (${MOST['too-many-elements']})`,
  'too-many-tables': `has more tables than a page may have (${MOST['too-many-tables']})`,
  'too-many-rows': `has a table of more rows than a table may have (${MOST['too-many-rows']})`,
  'too-many-columns': `has a table of more columns than a table may have (${MOST['too-many-columns']})`,
  'too-many-cells': `has more cells than a page may have (${MOST['too-many-cells']})`,
  'too-many-footnotes': `has a table of more footnotes than a table may have (${MOST['too-many-footnotes']})`,
  'too-long-cell': `has a cell of more text than a cell may have (${MOST['too-long-cell']} characters)`,
  'too-much-text': `has more text in its tables than a page may have (${MOST['too-much-text']} characters)`,
};

/** Makes the snapshot of a document of its page: its identity, and its port tables as published. */
export function takeSnapshot(source: SourceDocument, page: Page | Unread, vocabulary: Vocabulary): SnapshotResult {
  const { path } = source;
  if (typeof page === 'string') {
    const unread = diagnostic('error', page, UNREAD[page], path);
    return { snapshot: null, tables: [], relevant: true, locale: null, diagnostics: [unread] };
  }
  const { locale } = page;
  const verdicts = verdictsOf(page, path, vocabulary);
  const products = recogniseProducts(page, path, vocabulary);
  const [product] = products;
  const outside = vocabulary.entries.products.find((each) => each.id === product && each.outside !== undefined);
  if (outside !== undefined) return ofOtherProduct(path, locale, outside.name.en, verdicts);
  const diagnostics = [...verdicts.flatMap((each) => each.diagnostics), ...reportLooseRows(page, path, vocabulary)];
  const tables = page.tables.flatMap((table, index) => {
    return verdicts[index]?.is === 'port-table' ? [toTable(table, index)] : [];
  });
  for (const { number } of tables) {
    const { beside } = page.tables[number - 1] as PageTable;
    const says = beside.map((each) => closesInProse(each, locale, vocabulary)).find((each) => each !== null);
    if (says === undefined) continue;
    const message = 'the text next to this table may say that its ports are not to be open';
    diagnostics.push(diagnostic('warning', 'unclear-caption', message, path, { table: number, text: says }));
  }
  if (page.styled && tables.length > 0) {
    const message = 'this page has styles or scripts of its own, which may hide or change what its tables show';
    diagnostics.push(diagnostic('error', 'styled-page', message, path));
  }
  const relevant = tables.length > 0 || diagnostics.some(({ severity }) => severity === 'error');
  const fail = (code: DiagnosticCode, message: string): SnapshotResult => {
    const all = [...diagnostics, diagnostic('error', code, message, path)];
    return { snapshot: null, tables: verdicts, relevant, locale, diagnostics: all };
  };
  if (page.frontMatter === null) return fail('no-front-matter', 'no front matter that can be read heads this file');
  if (tables.length === 0) return fail('no-port-table', 'no port table in this document');
  if (product === undefined) return fail('unknown-product', 'front matter and path name no product that is known');
  const name = nameOf(page, product, vocabulary);
  if (name === null) return fail('no-title', 'the document has no title that names it in English, and no asset id');
  const document = {
    ...describe(source, page, product, `${product}/${name}`),
    ...(products.length > 1 && { products }),
  };
  const snapshot: Snapshot = { $schema: 'lync-port-snapshot/1', document, tables };
  return { snapshot, tables: verdicts, relevant, locale, diagnostics };
}

/** The same; what goes wrong is a problem of this document, so it must not keep the others from being taken. */
export function takeSnapshotOrSay(source: SourceDocument, page: Page | Unread, vocabulary: Vocabulary): SnapshotResult {
  try {
    return takeSnapshot(source, page, vocabulary);
  } catch {
    return takeSnapshot(source, 'unparsable', vocabulary);
  }
}

/** A page of a product that the catalog does not cover: one line reports the tables with ports. */
function ofOtherProduct(path: string, locale: string, product: string, verdicts: TableVerdict[]): SnapshotResult {
  const numbers = verdicts.filter((each) => each.is !== 'other').map(({ number }) => number);
  const because = `the catalog does not cover ${product}`;
  const message = `not read: ${because}; ports are in ${numbers.length === 1 ? 'table' : 'tables'} ${numbers.join(', ')}`;
  const diagnostics = numbers.length === 0 ? [] : [diagnostic('warning', 'other-product', message, path)];
  const tables = verdicts.map((each): TableVerdict => (each.is === 'other' ? each : { ...each, is: 'other', because }));
  return { snapshot: null, tables, relevant: false, locale, diagnostics };
}

function describe(source: SourceDocument, page: Page, product: string, id: string): Snapshot['document'] {
  return {
    id,
    product,
    locale: page.locale,
    title: page.title?.text ?? [],
    path: source.provenance?.path ?? withoutControls(source.relativePath),
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

/** Whether a cell ends with the mark of a footnote. A paragraph without such a cell is prose and is not kept. */
function isPointedAt({ mark }: Footnote, rows: PageTable['rows']): boolean {
  return rows.some((row) =>
    row.some(
      (cell) =>
        cell.some((line) => line.text?.endsWith(mark) || line.en?.endsWith(mark)) ||
        takeMarks(cell, [{ mark }]).marks.includes(mark),
    ),
  );
}
