import { type Sheet, toRecords } from './formats.ts';

/** The change requests of all rules as they travel: every text once, and of each rule the places of its texts. */
export interface RequestFile {
  /** The names of the columns for programs, and those for people. */
  readonly keys: readonly string[];
  readonly headings: readonly string[];
  readonly texts: readonly string[];
  readonly rules: Readonly<Record<string, readonly number[]>>;
}

/** The columns that say what a rule was read from. */
const READ_FROM: ReadonlySet<string> = new Set(['product', 'page', 'url']);

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

/**
 * Rules as rows for people, and as records for programs. Rules that differ in what they were read from alone are one row,
 * which names all of that.
 */
export function readRequests(
  { keys, headings, texts, rules }: RequestFile,
  ids: readonly string[],
): { sheet: Sheet; records: Record<string, string>[] } {
  const lines = [...new Set(ids)].flatMap((id) => {
    const places = rules[id];
    return places === undefined ? [] : [places.map((place) => texts[place] ?? '')];
  });
  const facts = (line: readonly string[]) => line.filter((_, at) => !READ_FROM.has(keys[at] ?? ''));
  const rows = [...Map.groupBy(lines, (line) => JSON.stringify(facts(line))).values()].map((group) =>
    keys.map((_, at) => [...new Set(group.map((line) => line[at] ?? ''))].filter(Boolean).join('; ')),
  );
  return { sheet: { headings, rows }, records: toRecords({ headings: keys, rows }) };
}
