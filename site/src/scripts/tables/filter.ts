import { type Entry, findEntries } from '@lync/port-catalog/match';
import { loadIndex, make, words } from '../page.ts';
import { entriesFor, type Row } from './rows.ts';

const PAUSE = 200;

/**
 * A box that filters a table's rows by the site's matcher. What is typed stands in the page's address, so that a link
 * shows what its sender saw.
 */
export function filterBox(
  rows: readonly Row[],
  parameter: string,
  onFiltered: (announcement: string) => void,
): HTMLElement {
  const input = make('input', {
    type: 'search',
    className: 'filter',
    placeholder: words.filter(rows.length),
    ariaLabel: words.filter(rows.length),
    autocomplete: 'off',
    spellcheck: false,
  });
  let entries: Promise<readonly Entry[]> | undefined;
  let timer = 0;

  const load = () => {
    // Without the index a row is found by what its cells say.
    entries ??= loadIndex()
      .catch(() => null)
      .then((index) => entriesFor(rows, index));
    return entries;
  };
  const filter = async () => {
    const query = input.value.trim();
    const list = await load();
    if (query !== input.value.trim()) return;
    onFiltered(show(rows, query, list));
  };

  input.addEventListener('focus', () => void load());
  input.addEventListener('input', () => {
    void filter();
    // Browsers allow only so many changes of the address.
    clearTimeout(timer);
    timer = window.setTimeout(() => keep(parameter, input.value.trim()), PAUSE);
  });
  input.value = new URLSearchParams(location.search).get(parameter) ?? '';
  if (input.value !== '') void filter();
  return input;
}

function show(rows: readonly Row[], query: string, entries: readonly Entry[]): string {
  const found = new Set(findEntries(query, entries).map(({ index }) => index));
  rows.forEach(({ row, below }, at) => {
    const hidden = query !== '' && !found.has(at);
    for (const each of [row, ...below]) if (each.hidden !== hidden) each.hidden = hidden;
  });
  if (query === '') return '';
  return found.size === 0 ? words.noRow(query) : words.filtered(found.size, rows.length);
}

function keep(parameter: string, query: string): void {
  const url = new URL(location.href);
  if (query === '') url.searchParams.delete(parameter);
  else url.searchParams.set(parameter, query);
  history.replaceState(history.state, '', url);
}
