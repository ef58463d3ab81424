export const SEVERITIES = ['error', 'warning', 'note'] as const;

/** What a code stands for: its severity as a rule, what it means, and what to do. */
type Meaning = readonly [severity: (typeof SEVERITIES)[number], means: string, cure: string];

/** Every code of a diagnostic. `pnpm scrape --help codes` prints this list. */
// biome-ignore format: with one line for each code the list reads as a table, and git can merge new codes.
export const CODES = {
  'ambiguous-port': ['error', 'A number may be one with a thousands separator, or a list of two.', 'Look at the page: a grammar must tell them apart, or the cell is wrong.'],
  'bad-snapshot': ['error', 'A file in snapshots/ is not a snapshot.', 'Restore it from git, or scrape its document again.'],
  'cell-count': ['error', 'A row has more or fewer cells than its header.', 'Look at the page for a span that is wrong; such a row is not read.'],
  'doubtful-table': ['warning', 'A table holds ports, and its headers are not those of a port table; it is not read.', 'Read the table: its headers may be missing in columns.yaml, or its layout in the scraper.'],
  'duplicate-column': ['error', 'Two columns of a table hold the same field.', 'Give one of the headers another field in columns.yaml.'],
  'duplicate-document': ['error', 'Two versions of one document were given, and nothing tells which is newer.', 'Give one of them, or a sources file with the dates of both.'],
  'duplicate-table': ['error', 'Two documents have the same table of the catalog.', 'Give one of them another name in scenarios.yaml.'],
  'dynamic-port': ['error', 'The cell says that the port differs each time.', 'No rule can state such a port; leave the page out, or add what it means to the grammar of ports.'],
  'header-rows': ['error', 'A port table has more than one header row.', 'Such a table is not read; a layout must be added.'],
  'inconsistent': ['error', 'The catalog contradicts itself: an id is there twice, or a reference leads nowhere.', 'The message names both ends; mostly a name in the vocabulary is wrong.'],
  'learnt-term': ['warning', 'A lenient run read a text by what bilingual cells teach, and nobody has accepted it.', 'Review it with pnpm vocabulary:learn, then write it into the vocabulary.'],
  'lfs-pointer': ['error', 'The document is kept in Git LFS; here is only a pointer to it.', 'Get its content with git lfs pull.'],
  'missing-destination': ['error', 'A row does not say where its traffic goes.', 'Look at the page: the cell is empty.'],
  'missing-footnote': ['error', 'A row points to a footnote that is not under its table.', 'Look at the page; the mark may belong to another table.'],
  'missing-name': ['error', 'An IPsec rule has no name.', 'Look at the page: the cell is empty.'],
  'missing-port': ['error', 'A row names no port.', 'Look at the page: the cell is empty.'],
  'missing-role': ['error', 'A row does not say whom it is about.', 'Look at the page: the cell is empty.'],
  'missing-source': ['error', 'A row does not say where its traffic comes from.', 'Look at the page: the cell is empty.'],
  'mixed-transports': ['error', 'Ports of different transports stand in one cell.', 'One rule has one list of transports; the row needs a grammar that makes rules of it.'],
  'nested-table': ['error', 'A port table stands in a cell of another port table.', 'Such a table is not read; a layout must be added.'],
  'no-comparison': ['warning', 'The catalog of the last run cannot be read, so nothing is said of what changed.', 'Delete it, or restore it from git.'],
  'no-front-matter': ['error', 'The file begins with no front matter that can be read.', 'Check that it is a page of Microsoft Learn.'],
  'no-port': ['error', 'The cell says that there is no port.', 'Such a row opens nothing; it is not read.'],
  'no-port-table': ['error', 'A document that was named has no port table.', 'Check that it is the document you mean.'],
  'no-title': ['error', 'The document has neither a title with an English anchor nor an asset id, so it has no name.', 'Add the anchor or the id to its front matter.'],
  'not-a-file': ['note', 'A link or a submodule in the repository was passed over.', 'Nothing, unless its content is wanted.'],
  'not-a-port-table': ['note', 'A table is of other things; the message says how that is known.', 'Nothing, unless it holds ports all the same: then that is a fault to report.'],
  'not-only-elsewhere': ['error', 'A vocabulary entry says that only other pages need it, and the snapshots do.', 'Take its elsewhere off; a mistranslation gets places instead.'],
  'not-refreshed': ['warning', 'A document could not be had from GitHub, and its snapshot stays.', 'Try again later; the message says what GitHub answered.'],
  'not-reviewed': ['error', 'A snapshot is not the one that was reviewed.', 'Review its diff, cell by cell, then run pnpm verify --update.'],
  'not-utf-8': ['error', 'The file is not text in UTF-8.', 'Convert it, or leave it out.'],
  'nothing-found': ['error', 'No document with a port table is here.', 'Check the path, the ref and the folder.'],
  'odd-path': ['warning', 'A path in the repository is not one that a file can have, and was passed over.', 'Rename it in the repository, if its content is wanted.'],
  'only-in-variant': ['warning', 'A row or table is in one variant of a document only.', 'The newer variant counts; look whether the row was dropped on purpose.'],
  'open-range': ['error', 'A range of ports has no upper end.', 'Look at the page; such a range is not read.'],
  'other-product': ['warning', 'A page with ports is about a product that the catalog does not cover.', 'Nothing, unless the product is wanted: products.yaml says why it is outside.'],
  'port-number': ['error', 'A number is no port: a port is from 1 to 65535.', 'Look at the page: a digit is missing or too many.'],
  'port-range': ['error', 'A range runs downwards.', 'Look at the page: its ends are swapped, or one is wrong.'],
  'sha256-mismatch': ['error', 'GitHub gave another text than that of the snapshot.', 'Scrape with --latest or --ref to take the new text.'],
  'sibling-disagrees': ['error', 'A mistranslation is read in one way, and another edition of the page says otherwise.', 'One of both is wrong: correct the vocabulary.'],
  'too-deep': ['error', 'The elements of a page are nested too deeply to be read.', 'Look at the page for a tag that is never closed.'],
  'too-large': ['error', 'A document, its memory or one of its tables is larger than may be read.', 'Split it, or leave it out.'],
  'too-slow': ['error', 'A page takes too long to be read.', 'Split it, or leave it out.'],
  'transports-disagree': ['error', 'A row names other transports beside its port than in its protocol column.', 'Look at the page: one of the cells is wrong.'],
  'unknown-authentication': ['error', 'An authentication requirement is not known.', 'Add it to words.yaml.'],
  'unknown-composite': ['error', 'A cell of role, protocol and port has no port at either end.', 'Look at the page; the order of its parts may be new.'],
  'unknown-direction': ['error', 'A direction is neither inbound nor outbound.', 'Add it to words.yaml.'],
  'unknown-endpoint': ['error', 'An end of a flow names nobody that is known.', 'Add it to roles.yaml or words.yaml.'],
  'unknown-header': ['error', 'A column of a port table has a header that is not known.', 'Add it to columns.yaml.'],
  'unknown-port': ['error', 'A text is no port and no range of ports.', 'Add the word to words.yaml.'],
  'unknown-product': ['error', 'Front matter and path name no product that is known.', 'Add the product to products.yaml.'],
  'unknown-protocol': ['error', 'A protocol is not known.', 'Add it to protocols.yaml or words.yaml.'],
  'unknown-role': ['error', 'A role is not known.', 'Add it to roles.yaml.'],
  'unknown-rule-name': ['error', 'The name of an IPsec rule has no English.', 'Add it to words.yaml.'],
  'unknown-service': ['error', 'A service is not known.', 'Add it to services.yaml.'],
  'unparsable': ['error', 'A page cannot be parsed.', 'Report it with the page: the parser failed.'],
  'unread-row': ['error', 'A row is not read, because the headers of its table are not understood.', 'Add the headers to columns.yaml.'],
  'unreadable': ['error', 'A file or folder cannot be read.', 'Check the path and who may read it.'],
  'untraced': ['error', 'A text of the catalog stands in no cell of its row, and the vocabulary does not give it.', 'Run pnpm regenerate; nobody writes the catalog by hand.'],
  'untranslated': ['warning', 'A note or footnote has no English text.', 'Add one to notes.yaml or footnotes.yaml.'],
  'unused': ['error', 'Nothing in the snapshots needs a vocabulary entry any more.', 'Delete it, or say under elsewhere which page needs it.'],
  'variants-disagree': ['warning', 'Two variants of a document state different facts of a row.', 'The newer one counts; look which is right.'],
  'vocabulary-lacks': ['warning', 'A document in another language has texts that the vocabulary does not have.', 'Add the most frequent first: the message lists them.'],
  'wrong-count': ['error', 'A mistranslation or an advisory touches more or fewer places than it says.', 'Look at the places, then set the number; pnpm vocabulary:update does it.'],
} as const satisfies Readonly<Record<string, Meaning>>;

export type DiagnosticCode = keyof typeof CODES;

/** The list of codes for a terminal. */
export function listCodes(): string[] {
  return Object.entries<Meaning>(CODES).flatMap(([code, [severity, means, cure]]) => [
    `${code} (${severity})`,
    `    ${means}`,
    `    ${cure}`,
  ]);
}
