import { type Diagnostic, diagnostic } from '../../src/model/diagnostic.ts';

/** A text of the catalog that cannot be traced. */
export interface Finding {
  /** The file that is at fault, from the repository's root. */
  readonly file: string;
  /** The id of the rule, or of the record of another list. */
  readonly record: string;
  readonly field: string | null;
  readonly text: string | null;
  readonly message: string;
}

/** `snapshots/x.json: <rule>: notes: error: no cell of its row says this: "…" [untraced]` */
export function reportFinding({ file, record, field, text, message }: Finding): Diagnostic {
  const place = [file, record, field].filter((part) => part !== null).join(': ');
  return diagnostic('error', 'untraced', message, place, { text });
}
