/** A text of the catalog that cannot be traced, or a file that is not the one that was reviewed. */
export interface Finding {
  /** The file that is at fault, from the repository's root. */
  readonly file: string;
  /** The id of the rule, or of the record of another list; null where a whole file is meant. */
  readonly record: string | null;
  readonly field: string | null;
  readonly text: string | null;
  readonly message: string;
}

/** `snapshots/x.json: <rule>: notes: no cell of its row says this: "…"` */
export function formatFinding({ file, record, field, text, message }: Finding): string {
  const place = [file, record, field].filter((part) => part !== null).join(': ');
  return `${place}: ${message}${text === null ? '' : `: ${JSON.stringify(text)}`}`;
}
