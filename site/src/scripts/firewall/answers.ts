/**
 * A deployment as it is being answered. What a person loads may have any shape, so everything is read with a look at
 * what it is, and the planner says what is wrong with it.
 */
export type Answers = Record<string, unknown>;
export type Path = readonly (string | number)[];

function isRecord(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The value at a path; undefined where there is none. */
export function at(answers: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    answers,
  );
}

/** Puts a value at a path; undefined takes it away, and with it the objects that nothing is left of. */
export function put(answers: Answers, path: Path, value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  const holder: Record<PropertyKey, unknown> = answers;
  if (rest.length === 0) {
    if (value !== undefined) holder[key] = value;
    else if (Array.isArray(answers)) answers.splice(Number(key), 1);
    else delete holder[key];
    return;
  }
  let inner = holder[key];
  if (!isRecord(inner)) {
    if (value === undefined) return;
    inner = typeof rest[0] === 'number' ? [] : {};
    holder[key] = inner;
  }
  put(inner as Answers, rest, value);
  // An item of a list stays, empty or not: it is a server that has no answer yet.
  if (!Array.isArray(holder) && !Array.isArray(inner) && Object.keys(inner as object).length === 0) delete holder[key];
}

/** The items at a path. */
export function itemsAt(answers: unknown, path: Path): readonly unknown[] {
  const value = at(answers, path);
  return Array.isArray(value) ? value : [];
}

/** A path as faults have it: `edge.servers[1].av`. */
export function pathText(path: Path): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text === '' ? '' : '.'}${key}`),
    '',
  );
}

/** The path that has this text among answers of any shape; null where there is none. */
export function pathIn(answers: unknown, text: string, path: Path = []): Path | null {
  if (path.length > 0 && pathText(path) === text) return path;
  if (!isRecord(answers) || !text.startsWith(pathText(path))) return null;
  for (const [key, value] of Object.entries(answers)) {
    const found = pathIn(value, text, [...path, Array.isArray(answers) ? Number(key) : key]);
    if (found !== null) return found;
  }
  return null;
}

/** The name that a path's question has: a path without the places in lists. */
export function questionOf(path: string): string {
  return path.replace(/\[\d*\]/g, '');
}
