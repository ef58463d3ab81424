import { words } from '../page.ts';
import { keep, kept } from './address.ts';
import type { Advisories, Row, Rows } from './rows.ts';

const PAUSE = 200;

/** A table with what stands around it. */
export interface Framed {
  readonly frame: HTMLElement;
  readonly rows: Rows;
}

/** The bar that filters the rows of all tables of the page. What it is set to stands in the address. */
export function startBar(tables: readonly Framed[], advisories: Advisories): void {
  const form = document.querySelector<HTMLFormElement>('.bar');
  const input = form?.querySelector('input');
  if (form == null || input == null) return;
  const find = (selector: string) => form.querySelector<HTMLElement>(selector);
  const [status, nearest, all, printed, opener] = [
    '.bar-status',
    '.bar-nearest',
    '[type=reset]',
    '.bar-said',
    '.bar-open',
  ].map(find);
  const selects = [...form.querySelectorAll('select')];
  const rows = tables.flatMap((table) => table.rows.all);
  let finding: Promise<Awaited<ReturnType<typeof fetchFinding>> | null> | undefined;
  let timer = 0;

  const load = () => {
    finding ??= fetchFinding(rows).catch(() => {
      finding = undefined;
      return null;
    });
    return finding;
  };
  const filter = async () => {
    const text = input.value.trim();
    const chosen = selects.filter(({ value }) => value !== '');
    const found = text === '' ? null : await load();
    // What was typed since has its own turn.
    if (text !== input.value.trim()) return;
    const fits = rows.filter(({ row }) =>
      chosen.every(({ name, value }) => row.dataset[name]?.split(' ').includes(value)),
    );
    const results = found?.find(text, fits) ?? null;
    const direct = results?.direct ?? fits;
    const isFiltered = text !== '' || chosen.length > 0;
    show(tables, new Set(direct), new Set(results?.around));
    advisories.place();
    document.documentElement.toggleAttribute('data-filtered', isFiltered);
    hideEmpty(tables, isFiltered);
    const count = words.filtered(direct.length, rows.length);
    const told = () => {
      if (text === '') return isFiltered ? count : '';
      return found === null || results === null
        ? words.notLoaded
        : found.statusOf(results, count, words.rows(rows.length));
    };
    if (status != null) status.textContent = told();
    nearest?.replaceChildren(...(found?.suggestions(results?.nearest ?? [], ask) ?? []));
    if (all != null) all.hidden = !isFiltered;
    const asked = [
      ...chosen.map(({ selectedOptions }) => selectedOptions[0]?.text ?? ''),
      ...(text === '' ? [] : [`“${text}”`]),
    ];
    if (printed?.lastElementChild != null) {
      printed.hidden = !isFiltered;
      printed.lastElementChild.textContent = asked.join(' · ');
    }
  };
  const write = () => keep(Object.fromEntries([...selects, input].map(({ name, value }) => [name, value.trim()])));
  const onInput = () => {
    void filter();
    // Browsers allow only so many changes of the address.
    clearTimeout(timer);
    timer = window.setTimeout(write, PAUSE);
  };
  const ask = (query: string) => {
    input.value = query;
    onInput();
    input.focus();
  };
  const read = () => {
    for (const field of [...selects, input]) field.value = kept(field.name);
    // A value that the page does not have leaves a list without any.
    for (const select of selects) if (select.selectedIndex < 0) select.value = '';
    void filter();
  };

  input.addEventListener('focus', () => void load());
  form.addEventListener('input', onInput);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('reset', () => {
    // The fields are emptied after this.
    setTimeout(() => {
      onInput();
      (opener?.checkVisibility() ? opener : (selects[0] ?? input)).focus();
    });
  });
  opener?.addEventListener('click', () => {
    opener.ariaExpanded = `${form.classList.toggle('open')}`;
  });
  addEventListener('popstate', read);
  if ([...selects, input].some(({ name }) => kept(name) !== '')) read();
}

function show(tables: readonly Framed[], direct: ReadonlySet<Row>, around: ReadonlySet<Row>): void {
  for (const { rows } of tables) {
    for (const each of rows.all) {
      const hidden = !direct.has(each) && !around.has(each);
      if (each.row.hidden !== hidden) each.row.hidden = hidden;
    }
    const apart = new Set(rows.all.filter((row) => around.has(row)));
    const moves = apart.size + rows.apart.size > 0;
    rows.apart = apart;
    rows.place(moves);
  }
}

/** Hides what has no row left: a table with its heading, and the places in lists of contents that lead to it. */
function hideEmpty(tables: readonly Framed[], isFiltered: boolean): void {
  const left = tables.filter(({ rows }) => rows.all.some(({ row }) => !row.hidden));
  const empty = (part: Element) =>
    tables.some(({ frame }) => part.contains(frame)) && !left.some(({ frame }) => part.contains(frame));
  for (const part of document.querySelectorAll<HTMLElement>('[data-part], .rules')) {
    part.hidden = empty(part);
    // What is found is seen, though it be in a part that is folded.
    if (part instanceof HTMLDetailsElement) {
      part.dataset.open ??= `${part.open}`;
      part.open = isFiltered || part.dataset.open === 'true';
    }
  }
  for (const link of document.querySelectorAll<HTMLAnchorElement>(':is(.contents, .jump) a')) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const item = link.closest('li');
    if (item !== null) item.hidden = target?.closest('[hidden]') != null;
  }
}

/** What finds rows by a text is fetched when it is first asked for. */
async function fetchFinding(rows: readonly Row[]) {
  const { finder, statusOf, suggestions } = await import('./find.ts');
  return { find: await finder(rows), statusOf, suggestions };
}
