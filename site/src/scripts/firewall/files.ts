import { type OutputName, outputs, type Plan } from '@lync/port-firewall';
import { lang, make } from '../page.ts';
import type { BuilderWords } from '../words/builder-english.ts';
import { fileLink } from './keep.ts';

/** Outputs that no program but this project's own reads back. */
const UNPROVEN: readonly string[] = ['paloalto', 'fortigate'];

type File = { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> };

/**
 * Every output; its files are made when it is opened, and no sooner is what writes workbooks fetched. Those that are open
 * in `before` stay so.
 */
export function filesOf(
  plan: Plan,
  words: BuilderWords,
  before?: HTMLElement,
): { element: HTMLElement; drop: () => void } {
  const links: string[] = [];
  const names = Object.keys(words.outputs) as (OutputName | 'xlsx')[];
  const element = make(
    'div',
    { className: 'files' },
    ...names.map((name) => {
      const list = make('ul');
      const remark = UNPROVEN.includes(name) ? [make('p', { className: 'remark' }, words.unproven)] : [];
      const open = before?.querySelector(`[data-output="${name}"][open]`) != null;
      const details = make('details', { open }, make('summary', {}, words.outputs[name]), ...remark, list);
      details.dataset.output = name;
      const fill = () =>
        filesIn(name, plan).then(
          (files) =>
            list.replaceChildren(
              ...files.map((file) => {
                const link = fileLink(file.name, file.content);
                links.push(link);
                return make('li', {}, make('a', { href: link, download: file.name }, file.name));
              }),
            ),
          () => {
            list.replaceChildren(make('li', {}, words.notLoaded));
            details.addEventListener('toggle', fill, { once: true });
          },
        );
      details.addEventListener('toggle', fill, { once: true });
      return details;
    }),
  );
  return { element, drop: () => links.forEach(URL.revokeObjectURL) };
}

async function filesIn(name: OutputName | 'xlsx', plan: Plan): Promise<File[]> {
  if (name !== 'xlsx') return outputs[name](plan, lang).map(({ name: file, text }) => ({ name: file, content: text }));
  const { xlsx } = await import('@lync/port-firewall/xlsx');
  return xlsx(plan, lang).map(({ name: file, bytes }) => ({ name: file, content: bytes as Uint8Array<ArrayBuffer> }));
}
