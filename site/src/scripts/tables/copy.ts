import { fileAt, make, pageAt, press, words } from '../page.ts';
import { bom, type Sheet, toCsv, toHtml, toJson, toMarkdown, toRecords, toTabs } from './formats.ts';
import { type RequestFile, readRequests } from './request-file.ts';
import { headingsOf, type Row, textOf } from './rows.ts';

/** What is fetched when something shall be copied for the first time. */

/** Something that can be copied: the rows of a table, or one of them. */
export interface Copied {
  readonly table: HTMLTableElement;
  readonly rows: readonly Row[];
  /** The address of the row, where it is one that has a page. */
  readonly link: string | null;
}

/** Says how it went. */
type Announce = (text: string) => void;

const menu = make('div', { popover: 'auto', className: 'copy-menu' });

/** A menu of the forms in which rows can be copied as they are seen. */
export function openMenu(button: HTMLElement, copied: Copied, announce: Announce): void {
  const { link } = copied;
  const item = (name: string, text: () => string | Promise<string>) =>
    copyItem(button, name, { 'text/plain': text }, announce);
  open(button, [
    ...(link === null ? [] : [item(words.asLink, () => link)]),
    item('CSV', () => toCsv(sheetOf(copied))),
    item('Markdown', () => toMarkdown(sheetOf(copied))),
    item('JSON', async () => toJson(await recordsOf(copied))),
  ]);
}

/** A menu of the forms in which rules can be taken along as a change request: one fact a column. */
export function openRequest(button: HTMLElement, rules: readonly string[], announce: Announce): void {
  const item = (name: string, types: Readonly<Record<string, (requests: Requests) => string>>) =>
    copyItem(
      button,
      name,
      Object.fromEntries(
        Object.entries(types).map(([type, make]) => [type, async () => make(await requestsOf(rules))]),
      ),
      announce,
    );
  const plain = (name: string, make: (requests: Requests) => string) => item(name, { 'text/plain': make });
  const csv = ({ sheet }: Requests) => bom(toCsv(sheet));
  const file = press(words.csvFile, () => {
    done(button);
    requestsOf(rules).then(
      (requests) => {
        download(`${nameOfFile()}.csv`, csv(requests));
        announce(words.saved(words.csvFile));
      },
      () => announce(words.notLoaded),
    );
  });
  open(button, [
    item('Excel, Word', { 'text/plain': ({ sheet }) => toTabs(sheet), 'text/html': ({ sheet }) => toHtml(sheet) }),
    plain('CSV', csv),
    file,
    plain('Markdown', ({ sheet }) => toMarkdown(sheet)),
    plain('JSON', ({ records }) => toJson(records)),
  ]);
}

function open(button: HTMLElement, items: readonly HTMLElement[]): void {
  if (!menu.isConnected) document.body.append(menu);
  menu.replaceChildren(...items);
  menu.showPopover();
  place(button);
  menu.querySelector('button')?.focus();
}

function done(button: HTMLElement): void {
  menu.hidePopover();
  button.focus();
}

function copyItem(
  button: HTMLElement,
  name: string,
  types: Readonly<Record<string, () => string | Promise<string>>>,
  announce: Announce,
): HTMLElement {
  return press(name, () => {
    done(button);
    copy(types).then(
      () => announce(words.copied(name)),
      () => announce(words.notCopied),
    );
  });
}

/** Beneath its button and inside the window. */
function place(button: HTMLElement): void {
  const { bottom, top, right } = button.getBoundingClientRect();
  const below = bottom + menu.offsetHeight < innerHeight;
  menu.style.top = `${below ? bottom : Math.max(0, top - menu.offsetHeight)}px`;
  menu.style.left = `${Math.max(4, Math.min(right, innerWidth - 4) - menu.offsetWidth)}px`;
}

// Some browsers allow copying only while they handle the click; they take the text as a promise.
async function copy(types: Readonly<Record<string, () => string | Promise<string>>>): Promise<void> {
  // Texts rather than blobs, of which a browser takes the byte order mark away.
  const texts = Object.entries(types).map(([type, text]) => [type, Promise.resolve(text())]);
  await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(texts))]);
}

function download(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  make('a', { href, download: name }).click();
  // The browser reads it after this.
  setTimeout(() => URL.revokeObjectURL(href), 10_000);
}

/** After the page that it is of: `change-request-internal-servers`. */
function nameOfFile(): string {
  return ['change-request', ...location.pathname.split('/').filter(Boolean).slice(-2)].join('-');
}

function sheetOf({ table, rows }: Copied): Sheet {
  const headings = headingsOf(table);
  return {
    headings: headings.map((cell) => cell.textContent.trim()),
    rows: rows.map(({ row }) =>
      headings.map((heading) => {
        const cell = row.cells[heading.cellIndex];
        return cell === undefined ? '' : textOf(cell);
      }),
    ),
  };
}

/** The catalog's records of rules, as the site's data file has them; the cells where rows are not rules. */
async function recordsOf(copied: Copied): Promise<unknown> {
  const ids = copied.rows.flatMap(({ rules }) => rules);
  if (copied.rows.some(({ rules }) => rules.length === 0)) return toRecords(sheetOf(copied));
  const { ports } = await json<{ ports: { id: string }[] }>(fileAt('/api/v1/data.json'));
  const byId = new Map(ports.map((rule) => [rule.id, rule]));
  const records = ids.map((id) => byId.get(id));
  return records.length === 1 ? records[0] : records;
}

interface Requests {
  readonly sheet: Sheet;
  readonly records: readonly Record<string, string>[];
}

async function requestsOf(rules: readonly string[]): Promise<Requests> {
  return readRequests(await json<RequestFile>(pageAt('/change-request.json')), rules);
}

async function json<File>(address: string): Promise<File> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
