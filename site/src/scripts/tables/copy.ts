import { fileAt, make, press, words } from '../page.ts';
import { type Sheet, toCsv, toJson, toMarkdown, toRecords } from './formats.ts';
import { headingsOf, type Row, textOf } from './rows.ts';

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

/** A button that opens a menu of what can be copied. */
export function copyButton(text: string, label: string, copied: () => Copied, announce: Announce): HTMLButtonElement {
  const onClick = () => open(button, copied(), announce);
  const button = press(text, onClick, { className: 'copy', ariaLabel: label, ariaHasPopup: 'true' });
  return button;
}

function open(button: HTMLElement, copied: Copied, announce: Announce): void {
  if (!menu.isConnected) document.body.append(menu);
  const { link } = copied;
  const item = (name: string, text: () => string | Promise<string>) =>
    press(name, () => {
      menu.hidePopover();
      button.focus();
      copy(text).then(
        () => announce(words.copied(name)),
        () => announce(words.notCopied),
      );
    });
  menu.replaceChildren(
    ...(link === null ? [] : [item(words.asLink, () => link)]),
    item('CSV', () => toCsv(sheetOf(copied))),
    item('Markdown', () => toMarkdown(sheetOf(copied))),
    item('JSON', async () => toJson(await recordsOf(copied))),
  );
  menu.showPopover();
  place(button);
  menu.querySelector('button')?.focus();
}

/** Beneath its button and inside the window. */
function place(button: HTMLElement): void {
  const { bottom, top, right } = button.getBoundingClientRect();
  const below = bottom + menu.offsetHeight < innerHeight;
  menu.style.top = `${below ? bottom : Math.max(0, top - menu.offsetHeight)}px`;
  menu.style.left = `${Math.max(4, Math.min(right, innerWidth - 4) - menu.offsetWidth)}px`;
}

// Some browsers allow copying only while they handle the click; they take the text as a promise.
async function copy(text: () => string | Promise<string>): Promise<void> {
  const blob = Promise.resolve(text()).then((done) => new Blob([done], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
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
  const ids = copied.rows.flatMap(({ rule }) => rule ?? []);
  if (ids.length < copied.rows.length) return toRecords(sheetOf(copied));
  const response = await fetch(fileAt('/api/v1/data.json'));
  if (!response.ok) throw new Error(`${response.status}`);
  const { ports }: { ports: { id: string }[] } = await response.json();
  const byId = new Map(ports.map((rule) => [rule.id, rule]));
  const records = ids.map((id) => byId.get(id));
  return records.length === 1 ? records[0] : records;
}
