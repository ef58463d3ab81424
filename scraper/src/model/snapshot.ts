import { z } from 'zod';
import { Withdrawal } from './catalog.ts';

/**
 * A snapshot: the tables of one document as published, nothing corrected and nothing interpreted. It is committed and
 * reviewed cell by cell, so it says what the page said and no more.
 */

/** A line of a cell: the text in the document's own language, and the English that the page shows beside it. */
export const Line = z.strictObject({ text: z.string().nullable(), en: z.string().nullable() });
export type Line = z.infer<typeof Line>;

/** A cell is its lines (paragraphs, line breaks, list items); an empty cell has none. */
export const Cell = z.array(Line);
export type Cell = z.infer<typeof Cell>;

/** A heading above a table; `anchor` is the name that the page gives it, in English even on a translated page. */
export const Heading = z.strictObject({ depth: z.int().min(1).max(6), anchor: z.string().nullable(), text: Cell });
export type Heading = z.infer<typeof Heading>;

/** A footnote under a table: the mark that rows carry, and what it says. */
export const Footnote = z.strictObject({ mark: z.string(), text: Cell });
export type Footnote = z.infer<typeof Footnote>;

export const SnapshotTable = z.strictObject({
  /** Number of the table among all tables of the document, from 1: what a diagnostic calls it. */
  number: z.int().positive(),
  /** The headings above it, outermost first. */
  headings: z.array(Heading),
  /** A bold paragraph or a `<caption>` directly above its rows, where there is one. */
  caption: Cell,
  columns: z.array(Cell),
  rows: z.array(z.array(Cell)),
  footnotes: z.array(Footnote),
});
export type SnapshotTable = z.infer<typeof SnapshotTable>;

export const SnapshotDocument = z.strictObject({
  /** `<product>/<name>`; the name is made from the anchor of the page's title, so a re-translation keeps it. */
  id: z.string(),
  product: z.string(),
  /** The products that the page is for, where they are several; `product` is the first. */
  products: z.array(z.string()).min(2).optional(),
  /** Language of the page, `ko-KR` or `en-US`. */
  locale: z.string(),
  title: Cell,
  path: z.string(),
  repository: z.string().nullable(),
  branch: z.string().nullable(),
  commit: z.string().nullable(),
  /** Of the UTF-8 text without a byte order mark and with LF line ends: what git stores. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** `ms:assetid`: the same for every edition and language of a page. */
  assetId: z.string().nullable(),
  /** `ms.date`, as YYYY-MM-DD: when the English page was last changed. */
  updated: z.iso.date().nullable(),
  translation: z.strictObject({
    /** `ms.translationtype`: MT is machine translation, HT human. */
    type: z.string().nullable(),
    /** `ms.lasthandoff`, as YYYY-MM-DD: when it was translated. */
    handedOff: z.iso.date().nullable(),
    /** `ms.sourcegitcommit`: the commit of the English page that was translated. */
    sourceCommit: z.string().nullable(),
  }),
  /** Since when it is no longer published; null while it is, as far as is known. */
  withdrawn: Withdrawal.extend({ date: z.iso.date() }).nullable().default(null),
});
export type SnapshotDocument = z.infer<typeof SnapshotDocument>;

export const Snapshot = z.strictObject({
  $schema: z.literal('lync-port-snapshot/1'),
  document: SnapshotDocument,
  tables: z.array(SnapshotTable),
  /**
   * Another variant of the document, as it was published at its own commit: it has English where this one has none.
   * Which of its rows stand beside which is found when the snapshot is read (`variants/`).
   */
  english: z.strictObject({ document: SnapshotDocument, tables: z.array(SnapshotTable) }).optional(),
});
export type Snapshot = z.infer<typeof Snapshot>;

/** A snapshot, and the file that holds it. */
export interface SnapshotFile {
  /** `snapshots/<product>/<document>.json` */
  readonly file: string;
  /** Of the file's bytes. */
  readonly sha256: string;
  readonly snapshot: Snapshot;
}
