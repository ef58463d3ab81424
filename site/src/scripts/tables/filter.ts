import type { Entry } from '@lync/port-catalog/match';
import { loadIndex, make, words } from '../page.ts';
import { type Results, resultsFor } from '../search/results.ts';
import { suggestions } from '../search/told.ts';
import { entriesFor, type Row } from './rows.ts';

const PAUSE = 200;

/**
 * A box that filters a table's rows by the site's matcher, and where it finds nothing, what it would find. What is typed
 * stands in the page's address, so that a link shows what its sender saw.
 */
export function filterBox(
  rows: readonly Row[],
  parameter: string,
  onFiltered: (results: Results<Row>) => void,
): [box: HTMLElement, nearest: HTMLElement] {
  const label = words.filter(words.rows(rows.length));
  const input = make('input', {
    type: 'search',
    className: 'filter',
    placeholder: label,
    ariaLabel: label,
    autocomplete: 'off',
    spellcheck: false,
  });
  const nearest = make('span', { className: 'filter-nearest' });
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
    const text = input.value;
    const list = await load();
    // What was typed since has its own turn.
    if (text !== input.value) return;
    const results = resultsFor(text, rows, list);
    const found = new Set(results.query === '' ? rows : [...results.direct, ...results.around]);
    for (const each of rows) {
      const hidden = !found.has(each);
      for (const row of [each.row, ...each.below]) if (row.hidden !== hidden) row.hidden = hidden;
    }
    nearest.replaceChildren(...suggestions(results.nearest, ask));
    onFiltered(results);
  };
  const onInput = () => {
    void filter();
    // Browsers allow only so many changes of the address.
    clearTimeout(timer);
    timer = window.setTimeout(() => keep(parameter, input.value.trim()), PAUSE);
  };
  const ask = (query: string) => {
    input.value = query;
    onInput();
    input.focus();
  };

  input.addEventListener('focus', () => void load());
  input.addEventListener('input', onInput);
  input.value = new URLSearchParams(location.search).get(parameter) ?? '';
  if (input.value !== '') void filter();
  return [input, nearest];
}

function keep(parameter: string, query: string): void {
  const url = new URL(location.href);
  if (query === '') url.searchParams.delete(parameter);
  else url.searchParams.set(parameter, query);
  history.replaceState(history.state, '', url);
}
