import { type Sheet, toRecords } from './formats.ts';

/** The change requests of all rules as they travel: every text once, and of each rule the places of its texts. */
export interface RequestFile {
  /** The names of the columns for programs, and those for people. */
  readonly keys: readonly string[];
  readonly headings: readonly string[];
  readonly texts: readonly string[];
  readonly rules: Readonly<Record<string, readonly number[]>>;
}

/** The file that `readRequests` reads the same texts from. */
export function writeRequests(
  columns: readonly (readonly [key: string, heading: string])[],
  rules: readonly { readonly id: string; readonly texts: readonly string[] }[],
): RequestFile {
  const places = new Map<string, number>();
  const placeOf = (text: string): number => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const filed = rules.map(({ id, texts }) => [id, texts.map(placeOf)]);
  return {
    keys: columns.map(([key]) => key),
    headings: columns.map(([, heading]) => heading),
    texts: [...places.keys()],
    rules: Object.fromEntries(filed),
  };
}

/** Rules as rows for people, and as records for programs; a rule that is there twice is one row. */
export function readRequests(
  { keys, headings, texts, rules }: RequestFile,
  ids: readonly string[],
): { sheet: Sheet; records: Record<string, string>[] } {
  const rows = [...new Set(ids)].flatMap((id) => {
    const places = rules[id];
    return places === undefined ? [] : [places.map((place) => texts[place] ?? '')];
  });
  return { sheet: { headings, rows }, records: toRecords({ headings: keys, rows }) };
}
