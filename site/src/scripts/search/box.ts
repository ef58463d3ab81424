import { make, pageAt, press, words } from '../page.ts';
import { type IndexedRule, labelText, portsText, type SearchIndex } from './index-file.ts';
import { loadIndex } from './load.ts';
import { excerpt, patternOf, stretches } from './mark.ts';
import { outsideFor } from './outside.ts';
import { type Lead, pagesFor } from './pages.ts';
import { resultsFor } from './results.ts';
import { outsideLinks, statusOf, suggestions } from './told.ts';

const MOST = 30;

/** A search box and its list of results: the combobox with a listbox of the ARIA patterns. */
export class SearchBox {
  readonly input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: HTMLElement;
  readonly #beside: HTMLElement;
  #active = -1;
  #options: HTMLElement[] = [];
  #most = MOST;

  constructor(root: HTMLElement) {
    this.input = find(root, 'input');
    this.#list = find(root, '[role="listbox"]');
    this.#status = find(root, '[role="status"]');
    this.#beside = find(root, '.search-beside');
    // It is made when somebody is about to type.
    void loadIndex().catch(() => undefined);
    this.input.addEventListener('input', () => {
      this.#most = MOST;
      void this.#search();
    });
    this.input.addEventListener('keydown', (event) => this.#onKey(event));
    if (this.input.value !== '') void this.#search();
  }

  /** Empties the box; false where there is nothing in it, or where Escape closes the dialog around it. */
  #clear(): boolean {
    if (this.input.value === '' || this.input.closest('dialog') !== null) return false;
    this.input.value = '';
    void this.#search();
    return true;
  }

  async #search(): Promise<void> {
    const text = this.input.value;
    let index: SearchIndex;
    try {
      index = await loadIndex();
    } catch {
      this.#show([], words.noIndex, []);
      return;
    }
    // What was typed since has its own search.
    if (text !== this.input.value) return;
    this.#showResults(text, index);
  }

  #showResults(text: string, index: SearchIndex): void {
    const { rules, entries, outside } = index;
    const results = resultsFor(text, rules, entries);
    const { query, direct, around } = results;
    const pages = pagesFor(query, index, words.portPage);
    const pattern = patternOf(query);
    const groupsOf = (found: readonly IndexedRule[], most: number, id: string) =>
      grouped(found.slice(0, Math.max(0, most))).map(([title, list], at) =>
        groupOf(
          title,
          list.map((rule) => optionOf(rule, pattern)),
          `${this.#list.id}-${id}${at}`,
        ),
      );
    const list = groupsOf(direct, this.#most, 'g');
    const apart = groupsOf(around, this.#most - direct.length, 'r');
    if (apart.length > 0) list.push(make('div', { className: 'search-apart' }, words.ranges), ...apart);
    if (pages.length > 0) list.unshift(groupOf(words.pages, pages.map(pageOption), `${this.#list.id}-p`));
    const beside: Node[] = [];
    const left = direct.length + around.length - this.#most;
    if (left > 0) beside.push(press(words.more(left), () => this.#showAll()));
    beside.push(...outsideLinks(outsideFor(query, outside, results.isNamed || pages.length > 0)));
    if (pages.length === 0) beside.push(...suggestions(results.nearest, (each) => this.#ask(each)));
    const noRule = pages.length > 0 && direct.length + around.length === 0;
    const status = noRule
      ? words.onlyPages(pages.length)
      : statusOf(results, words.rules(direct.length), words.everywhere);
    this.#show(list, status, beside);
  }

  #show(list: readonly Node[], status: string, beside: readonly Node[]): void {
    this.#list.replaceChildren(...list);
    this.#status.textContent = status;
    this.#beside.replaceChildren(...beside);
    this.#options = [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
    this.#options.forEach((option, at) => {
      option.id = `${this.#list.id}-${at}`;
    });
    this.#list.hidden = this.#options.length === 0;
    this.input.ariaExpanded = `${this.#options.length > 0}`;
    this.#list.scrollTop = 0;
    this.#point(-1);
  }

  #showAll(): void {
    this.#most = Number.POSITIVE_INFINITY;
    const top = this.#list.scrollTop;
    void this.#search().then(() => {
      this.#list.scrollTop = top;
    });
    this.input.focus();
  }

  #ask(query: string): void {
    this.input.value = query;
    void this.#search();
    this.input.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const last = this.#options.length - 1;
    if (event.key === 'ArrowDown') this.#point(this.#active >= last ? 0 : this.#active + 1);
    else if (event.key === 'ArrowUp') this.#point(this.#active <= 0 ? last : this.#active - 1);
    else if (event.key === 'Enter') this.#options[Math.max(0, this.#active)]?.click();
    else if (event.key !== 'Escape' || !this.#clear()) return;
    event.preventDefault();
  }

  #point(at: number): void {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = at;
    const option = this.#options[at];
    if (option === undefined) {
      this.input.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    this.input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }
}

/** Rules by page, in the order of the first of each. */
function grouped(rules: readonly IndexedRule[]): [title: string, rules: IndexedRule[]][] {
  return [...Map.groupBy(rules, ({ group }) => group)];
}

function groupOf(title: string, options: readonly HTMLElement[], id: string): HTMLElement {
  const group = make('div', { role: 'group' }, make('div', { id, className: 'search-group' }, title));
  group.setAttribute('aria-labelledby', id);
  group.append(...options);
  return group;
}

function pageOption({ path, title }: Lead): HTMLElement {
  return make('a', { href: pageAt(path), role: 'option', tabIndex: -1, ariaSelected: 'false' }, title);
}

function optionOf(rule: IndexedRule, pattern: RegExp): HTMLElement {
  const option = make('a', { href: pageAt(`/rules/${rule.id}/`), role: 'option', tabIndex: -1, ariaSelected: 'false' });
  const [ports, label] = [portsText(rule.ports), labelText(rule)];
  option.append(marked('ports', ports, pattern), ' ');
  rule.tags.forEach((tag, at) => {
    const udp = tag === 'UDP' ? ' udp' : tag.includes('+') ? ' tcp-udp' : '';
    const transport = at === 0 && /^(TCP|UDP)/.test(tag);
    option.append(marked(transport ? `transport${udp}` : 'protocol', tag, pattern), ' ');
  });
  option.append(marked('search-label', label, pattern));
  // Where the term is in a note or in a name of the other language, the result shows where.
  const shown = [ports, ...rule.tags, label].join('\n');
  const said = pattern.test(shown) ? null : excerpt(rule.texts, pattern);
  if (said !== null) option.append(marked('search-excerpt', said, pattern));
  return option;
}

function marked(className: string, text: string, pattern: RegExp): HTMLElement {
  const parts = stretches(text, pattern).map((part, at) => (at % 2 === 1 ? make('mark', {}, part) : part));
  return make('span', { className }, ...parts);
}

function find<Found extends Element>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(selector);
  return found;
}
