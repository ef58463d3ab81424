import { pageAt } from './page.ts';

/** The form that asks for two roles, which is there only where this script runs: it leads to the page of the pair. */
export function startPair(): void {
  const form = document.querySelector<HTMLFormElement>('.pair-form');
  const status = form?.querySelector<HTMLElement>('.pair-status');
  if (form == null || status == null) return;
  const known = new Set(form.dataset.pairs?.split(' '));
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const pair = `${data.get('fromRole')}/${data.get('toRole')}`;
    if (known.has(pair)) location.assign(pageAt(`/between/${pair}/`));
    else status.textContent = status.dataset.none ?? '';
  });
}
