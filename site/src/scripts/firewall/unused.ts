import { type Plan, roleName, type UnusedRow } from '@lync/port-firewall';
import { lang, make } from '../page.ts';
import type { BuilderWords } from '../words/builder-english.ts';
import { tables } from './catalog.ts';
import { withLabels } from './form.ts';
import { rowLink } from './rule-list.ts';

/** The published rows that a plan does not use, under their reasons; a list is made when it is opened. */
export function unusedOf(plan: Plan, words: BuilderWords): HTMLElement {
  const byReason = [...Map.groupBy(plan.unused, (row) => reasonOf(row, plan, words))].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return make(
    'details',
    { className: 'unused' },
    make('summary', {}, words.unused(plan.unused.length)),
    make('p', {}, words.unusedWhy),
    ...byReason.map(([reason, rows]) => {
      const details = make(
        'details',
        {},
        make('summary', {}, reason, ' ', make('span', { className: 'remark' }, `${rows.length}`)),
      );
      details.addEventListener(
        'toggle',
        () => details.append(make('ul', {}, ...rows.map(({ id }) => make('li', {}, rowLink(id, plan, words))))),
        { once: true },
      );
      return details;
    }),
  );
}

/** A reason with roles, tables and questions called as people call them. */
function reasonOf({ code, ...text }: UnusedRow, plan: Plan, words: BuilderWords): string {
  const labelled = withLabels(text[lang], words);
  const said = labelled.charAt(0).toUpperCase() + labelled.slice(1);
  if (code === 'other-topology') {
    return said.replace(/[a-z0-9]+(?:-[a-z0-9]+)+/g, (name) => {
      const title = tables.find(({ id }) => id === `${plan.deployment.product}/${name}`)?.title;
      return title?.[lang] ?? title?.en ?? name;
    });
  }
  if (code !== 'no-server' && code !== 'no-firewall' && code !== 'no-address') return said;
  return said.replace(/[a-z]+(?:-[a-z]+)*/g, (name) => roleName(name, lang));
}
