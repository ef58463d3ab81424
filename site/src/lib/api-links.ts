import { rangeText } from '@lync/port-catalog/ranges';
import { portPages } from './port-pages.ts';

/** Pages that show a whole list, or the whole catalog, and the file that holds it. */
const LISTS = new Map(
  ['roles', 'services', 'protocols', 'corrections', 'advisories', 'coverage', 'history', 'ports'].map((name) => [
    `/${name}/`,
    `${name}.json`,
  ]),
);

let ports: ReadonlySet<string> | undefined;

/** The file of the API that holds what a page shows, relative to `/api/v1/`; null where none does. */
export function apiFileOf(path: string): string | null {
  if (path === '/' || path === '/data/') return 'data.json';
  if (path === '/api/v1/') return 'index.json';
  const [kind = '', ...rest] = path.split('/').filter(Boolean);
  const id = rest.join('/');
  if (id === '') return LISTS.get(path) ?? null;
  // What coverage says of a port that no rule names is in no file of its own.
  if (kind === 'ports') {
    ports ??= new Set(portPages().map((range) => rangeText(range)));
    return ports.has(id) ? `ports/${id}.json` : 'coverage.json';
  }
  return ['scenarios', 'roles', 'rules', 'between'].includes(kind) ? `${kind}/${id}.json` : null;
}
