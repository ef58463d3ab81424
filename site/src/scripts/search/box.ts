import { loadIndex, make, pageAt, press, words } from '../page.ts';
import type { IndexedRule, SearchIndex } from './index-file.ts';
import { excerpt, patternOf, stretches } from './mark.ts';
import { firstOf, type Group, type Results, resultsFor } from './results.ts';

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
    this.input.addEventListener('focus', () => void loadIndex().catch(() => undefined), { once: true });
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
      this.#show([], [words.noIndex], []);
      return;
    }
    // What was typed since has its own search.
    if (text !== this.input.value) return;
    this.#showResults(resultsFor(text, index));
  }

  #showResults(results: Results): void {
    const { query, port, count, rangeCount, hasPage, nearest } = results;
    const pattern = patternOf(query);
    const first = firstOf(results.groups, this.#most);
    const shown = first.groups.reduce((sum, { rules }) => sum + rules.length, 0);
    const around = firstOf(results.ranges, Math.max(0, this.#most - shown));
    const list = first.groups.map((group, at) => groupOf(group, `${this.#list.id}-g${at}`, pattern));
    if (around.groups.length > 0) {
      list.push(make('div', { className: 'search-apart' }, port === null ? words.ranges : words.rangesOf(port)));
      list.push(...around.groups.map((group, at) => groupOf(group, `${this.#list.id}-r${at}`, pattern)));
    }
    const beside: Node[] = [];
    if (hasPage && port !== null) {
      beside.push(make('a', { href: pageAt(`/ports/${port}/`) }, words.portPage(port)));
    }
    const left = first.left + around.left;
    if (left > 0) beside.push(press(words.more(left), () => this.#showAll()));
    if (nearest.length > 0) beside.push(make('span', {}, words.nearest));
    for (const each of nearest) {
      beside.push(press(`${each.query} (${words.rules(each.count)})`, () => this.#ask(each.query)));
    }
    this.#show(list, query === '' ? [] : [statusOf(query, port, count, rangeCount)], beside);
  }

  #show(list: readonly Node[], status: readonly string[], beside: readonly Node[]): void {
    this.#list.replaceChildren(...list);
    this.#status.textContent = status.join('');
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

function statusOf(query: string, port: number | null, count: number, ranges: number): string {
  if (count + ranges === 0) return words.nothing(query);
  if (port !== null && count === 0) return words.onlyRanges(port, ranges);
  return words.found(count, ranges);
}

function groupOf({ title, rules }: Group, id: string, pattern: RegExp | null): HTMLElement {
  const group = make('div', { role: 'group' }, make('div', { id, className: 'search-group' }, title));
  group.setAttribute('aria-labelledby', id);
  group.append(...rules.map((rule) => optionOf(rule, pattern)));
  return group;
}

function optionOf(rule: IndexedRule, pattern: RegExp | null): HTMLElement {
  const option = make('a', { href: pageAt(`/rules/${rule.id}/`), role: 'option', tabIndex: -1, ariaSelected: 'false' });
  option.append(marked('ports', rule.ports, pattern), ' ');
  rule.tags.forEach((tag, at) => {
    const udp = tag === 'UDP' ? ' udp' : tag.includes('+') ? ' tcp-udp' : '';
    const transport = at === 0 && /^(TCP|UDP)/.test(tag);
    option.append(marked(transport ? `transport${udp}` : 'protocol', tag, pattern), ' ');
  });
  option.append(marked('search-label', rule.label, pattern));
  // Where the term is in a note or in a name of the other language, the result shows where.
  const shown = [rule.ports, ...rule.tags, rule.label].join('\n');
  const said = pattern !== null && shown.search(pattern) < 0 ? excerpt(rule.texts, pattern) : null;
  if (said !== null) option.append(marked('search-excerpt', said, pattern));
  return option;
}

function marked(className: string, text: string, pattern: RegExp | null): HTMLElement {
  const parts = stretches(text, pattern).map((part) => (part.marked ? make('mark', {}, part.text) : part.text));
  return make('span', { className }, ...parts);
}

function find<Found extends Element>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(selector);
  return found;
}
