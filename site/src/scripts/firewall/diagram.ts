import { firewallName, outputs, type Plan, type PlanRule } from '@lync/port-firewall';
import { lang, make } from '../page.ts';
import type { BuilderWords } from '../words/builder-english.ts';
import { endOf, firewallsOf, portsText } from './rule-list.ts';

/** What a drawing is made of; nothing else of it comes into the page. */
const DRAWN = new Set(['svg', 'title', 'desc', 'defs', 'marker', 'path', 'rect', 'line', 'text', 'g']);

/** Rules of firewalls between networks; those of servers stand at no border that could be drawn. */
function drawnOf({ rules }: Plan): PlanRule[] {
  return rules.filter(({ firewall }) => !firewall.startsWith('host:'));
}

/** The diagram of a plan, which a style sheet gives the colours of the theme; null where it has nothing to draw. */
export function diagramOf(plan: Plan): SVGSVGElement | null {
  if (drawnOf(plan).length === 0) return null;
  const [{ text } = { text: '' }] = outputs.svg(plan, lang);
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const strange = [drawing, ...drawing.querySelectorAll('*')].some(({ localName }) => !DRAWN.has(localName));
  if (strange || !(drawing instanceof SVGSVGElement)) return null;
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', drawing.querySelector('title')?.textContent ?? '');
  return document.importNode(drawing, true);
}

/**
 * The same from top to bottom, for where the drawing has no room: under each firewall who is before it, and beneath them
 * whom they reach or are reached by.
 */
export function diagramListOf(plan: Plan, words: BuilderWords): HTMLElement {
  const rules = drawnOf(plan);
  return make(
    'div',
    { className: 'diagram-list' },
    ...firewallsOf(rules).flatMap((firewall) => [
      make('p', { className: 'wall' }, firewallName(firewall, lang)),
      make(
        'ul',
        {},
        ...grouped(
          rules.filter((rule) => rule.firewall === firewall),
          outerOf,
        ).map(([outer, its]) =>
          make(
            'li',
            {},
            endOf(...outer, words),
            make(
              'ul',
              {},
              ...grouped(its, innerOf).map(([inner, own]) =>
                make('li', {}, ...own.map((rule) => chipOf(rule, words)), endOf(...inner, words)),
              ),
            ),
          ),
        ),
      ),
    ]),
  );
}

type Party = readonly [roles: readonly string[], addresses: readonly string[]];

function outerOf({ way, ...rule }: PlanRule): Party {
  return way === 'in' ? [rule.sourceRoles, rule.sources] : [rule.destinationRoles, rule.destinations];
}

function innerOf({ way, ...rule }: PlanRule): Party {
  return way === 'in' ? [rule.destinationRoles, rule.destinations] : [rule.sourceRoles, rule.sources];
}

/** Rules by one of their ends, in their order. */
function grouped(rules: readonly PlanRule[], partyOf: (rule: PlanRule) => Party): [Party, PlanRule[]][] {
  const groups = Map.groupBy(rules, (rule) => JSON.stringify(partyOf(rule)));
  return [...groups.values()].flatMap((its) =>
    its.slice(0, 1).map((first): [Party, PlanRule[]] => [partyOf(first), its]),
  );
}

function chipOf(rule: PlanRule, words: BuilderWords): HTMLElement {
  return make(
    'span',
    { className: `chip ${rule.transport}`, title: rule.code },
    make('span', { ariaHidden: 'true' }, rule.way === 'in' ? '↓ ' : '↑ '),
    make('span', { className: 'sr-only' }, `${rule.way === 'in' ? words.inbound : words.outbound} `),
    `${portsText(rule, words)} ${rule.transport.toUpperCase()}`,
  );
}
