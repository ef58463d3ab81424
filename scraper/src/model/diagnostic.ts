import { z } from 'zod';
import { CODES, type DiagnosticCode, SEVERITIES } from './codes.ts';

/**
 * A problem or a note about a place in a document. Stages return these as values; only the command line decides that an
 * `error` ends the run.
 */
export const Diagnostic = z.strictObject({
  code: z.enum(Object.keys(CODES) as [DiagnosticCode, ...DiagnosticCode[]]),
  severity: z.enum(SEVERITIES),
  /** The path of the document as it was given, or the path of a snapshot or vocabulary file. */
  document: z.string(),
  /** 1-based number of the table among the document's tables; null where the whole document is meant. */
  table: z.int().positive().nullable(),
  /** 1-based body row in that table; 0 is the header row. */
  row: z.int().nonnegative().nullable(),
  /** The column's header as published. */
  column: z.string().nullable(),
  /** The published text that could not be taken as it is. */
  text: z.string().nullable(),
  message: z.string(),
});
export type Diagnostic = z.infer<typeof Diagnostic>;

export type Place = Partial<Pick<Diagnostic, 'table' | 'row' | 'column' | 'text'>>;

/** Makes a diagnostic; what `place` leaves out is null. */
export function diagnostic(
  severity: Diagnostic['severity'],
  code: DiagnosticCode,
  message: string,
  document: string,
  place: Place = {},
): Diagnostic {
  const { table = null, row = null, column = null, text = null } = place;
  return { code, severity, document, table, row, column, text, message };
}

/** Whether any of them must end the run. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((each) => each.severity === 'error');
}

/**
 * One line in the manner of a compiler: `path: table 2, row 5, column "Port": error: message [code]`, with the
 * published text behind it. Control characters in document text are escaped, so that a page cannot write to
 * the terminal.
 */
export function formatDiagnostic(each: Diagnostic): string {
  const place = [
    each.table === null ? null : `table ${each.table}`,
    each.row === null ? null : each.row === 0 ? 'header row' : `row ${each.row}`,
    each.column === null ? null : `column ${quote(each.column)}`,
  ].filter((part) => part !== null);
  const where = [printable(each.document), ...(place.length > 0 ? [place.join(', ')] : [])].join(': ');
  const text = each.text === null ? '' : `: ${quote(each.text)}`;
  return `${where}: ${each.severity}: ${printable(each.message)}${text} [${each.code}]`;
}

/** The text as a message shows it: in quotes, on one line, and without what a terminal would act on. */
export function quote(text: string): string {
  return printable(JSON.stringify(text));
}

/** A text of several lines without what a terminal would act on. */
export function safeForTerminal(text: string): string {
  return text.replace(/[^\n]+/g, printable);
}

/** Escapes what a terminal would act on: C0 and C1 controls, and the characters that reorder or hide text. */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
