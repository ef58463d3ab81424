/** The site's search: a dialog on every page, and on the home page a box that takes the focus. */
export function startSearch(): void {
  const home = inputIn(document.querySelector('.search-home'));
  const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
  const box = inputIn(dialog);
  const opener = document.querySelector('.search-open');

  const open = () => {
    if (home === null && dialog?.open === false) dialog.showModal();
    (home ?? box)?.select();
    home?.focus();
  };
  const close = () => dialog?.close();

  document.addEventListener('keydown', (event) => {
    const command = event.ctrlKey || event.metaKey;
    const shortcut = command && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k';
    if (!shortcut && (event.key !== '/' || command || event.altKey || isTyping(event.target))) return;
    event.preventDefault();
    if (shortcut && dialog?.open) close();
    else open();
  });
  opener?.addEventListener('click', open);
  const key = opener?.querySelector('kbd');
  if (key != null && /Mac|iP(hone|ad|od)/.test(navigator.userAgent)) key.textContent = '⌘ K';

  // A click beside the frame closes the dialog, and so does following a result, which may be on this very page.
  dialog?.addEventListener('click', (event) => {
    const { target } = event;
    if (target === dialog || (target instanceof Element && target.closest('a, .search-close') !== null)) close();
  });

  // A reader who followed a link to a place on the home page goes there instead.
  if (location.hash === '') home?.focus({ preventScroll: true });
}

/** The input of a box, which comes to life when it has the focus for the first time: few readers of a page search. */
function inputIn(root: HTMLElement | null): HTMLInputElement | null {
  const input = root?.querySelector('input') ?? null;
  const start = () => {
    import('./search/box.ts').then(
      ({ SearchBox }) => root !== null && new SearchBox(root),
      // What is fetched in vain is tried again with the next focus.
      () => input?.addEventListener('focus', start, { once: true }),
    );
  };
  input?.addEventListener('focus', start, { once: true });
  return input;
}

function isTyping(target: EventTarget | null): boolean {
  // The box of a dialog that was just closed has the keyboard until the browser looks.
  return target instanceof Element && target.matches('input, textarea, select') && target.checkVisibility();
}
