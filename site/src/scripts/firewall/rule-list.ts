import { firewallName, type Plan, type PlanRule, roleName } from '@lync/port-firewall';
import { lang, make, pageAt } from '../page.ts';
import type { BuilderWords } from '../words/builder-english.ts';
import { advisories, byId, roles, tables } from './catalog.ts';

/** How many addresses of an end are seen before the rule is opened. */
const FEW = 3;

type Filter = Readonly<Record<'firewall' | 'need' | 'text', string>>;

/** The rules of a plan by firewall, and a filter over them that stays when the plan changes. */
export function ruleListOf(words: BuilderWords): { element: HTMLElement; show: (plan: Plan) => void } {
  const firewall = make('select', { name: 'firewall' });
  const need = make(
    'select',
    { name: 'need' },
    ...[
      ['', words.all],
      ['required', words.required],
      ['optional', words.optional],
    ].map(([value = '', text = '']) => make('option', { value }, text)),
  );
  const text = make('input', { type: 'search', name: 'text', placeholder: words.textHint, spellcheck: false });
  const status = make('p', { className: 'remark', role: 'status' });
  const filter = make(
    'form',
    { className: 'rule-filter', role: 'search', ariaLabel: words.filter, autocomplete: 'off' },
    ...(
      [
        [words.firewall, firewall],
        [words.need, need],
        [words.text, text],
      ] as const
    ).map(([name, input]) => make('label', {}, make('span', {}, name), input)),
  );
  const list = make('div');
  let plan: Plan | undefined;

  const draw = () => {
    if (plan === undefined) return;
    // What is being read stays open while the plan changes around it.
    const open = new Set([...list.querySelectorAll<HTMLElement>('[open]')].map(({ dataset }) => dataset.code));
    const chosen = { firewall: firewall.value, need: need.value, text: text.value };
    const rules = plan.rules.filter((rule) => plan !== undefined && isChosen(rule, plan, chosen, words));
    status.textContent = words.shown(rules.length, plan.rules.length);
    list.replaceChildren(
      ...firewallsOf(rules).map((name) => {
        const own = rules.filter((rule) => rule.firewall === name);
        return make(
          'section',
          {},
          make('h3', {}, wallName(name, words), ' ', make('span', { className: 'remark' }, words.count(own.length))),
          make(
            'ul',
            { className: 'plan-rules' },
            ...own.map((rule) => make('li', {}, ruleOf(rule, plan as Plan, words, open.has(rule.code)))),
          ),
        );
      }),
    );
  };

  // Not at a change too, which comes when a rule is pressed and would draw another in its place.
  filter.addEventListener('input', draw);
  filter.addEventListener('submit', (event) => event.preventDefault());
  return {
    element: make('div', {}, filter, status, list),
    show: (next) => {
      plan = next;
      const { value } = firewall;
      const names = firewallsOf(plan.rules);
      firewall.replaceChildren(
        make('option', { value: '' }, words.all),
        ...names.map((name) => make('option', { value: name }, wallName(name, words))),
      );
      firewall.value = names.includes(value) ? value : '';
      draw();
    },
  };
}

/** The firewalls that have rules, from the outside to the inside. */
export function firewallsOf(rules: readonly PlanRule[]): string[] {
  return [...new Set(rules.map(({ firewall }) => firewall))];
}

function wallName(firewall: string, words: BuilderWords): string {
  const name = firewallName(firewall, lang);
  return firewall.startsWith('host:') ? words.hostFirewall(name) : name;
}

function isChosen(rule: PlanRule, plan: Plan, { firewall, need, text }: Filter, words: BuilderWords): boolean {
  if (firewall !== '' && rule.firewall !== firewall) return false;
  if (need !== '' && rule.required !== (need === 'required')) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return true;
  const said = [
    rule.code,
    rule.transport,
    portsText(rule, words),
    ...[...rule.sourceRoles, ...rule.destinationRoles].map((role) => roleName(role, lang)),
    ...[...rule.sources, ...rule.destinations].map((address) => `${address} ${seenOutside(address, plan) ?? ''}`),
    ...rule.ifClosed.map((closed) => closed[lang]),
    ...rule.why,
  ];
  return said.join('\n').toLowerCase().includes(wanted);
}

function ruleOf(rule: PlanRule, plan: Plan, words: BuilderWords, open: boolean): HTMLElement {
  const summary = make(
    'summary',
    {},
    make('code', {}, rule.code),
    make(
      'span',
      { className: 'ends' },
      endOf(rule.sourceRoles, rule.sources, words),
      make('span', { className: 'way', ariaHidden: 'true' }, ' → '),
      make('span', { className: 'sr-only' }, ` ${words.to} `),
      endOf(rule.destinationRoles, rule.destinations, words),
    ),
    make(
      'span',
      { className: 'stack' },
      make('span', { className: `transport ${rule.transport}` }, rule.transport.toUpperCase()),
      make('span', { className: 'ports' }, portsText(rule, words)),
      make('span', { className: 'remark' }, rule.way === 'in' ? words.inbound : words.outbound),
      ...(rule.required ? [] : [make('span', { className: 'remark' }, words.optional)]),
    ),
  );
  const details = make('details', { open }, summary);
  details.dataset.code = rule.code;
  // Rules are many, and few are opened.
  details.addEventListener('toggle', () => details.append(detailsOf(rule, plan, words)), { once: true });
  return details;
}

/** An end of a rule: its roles, and the first of its addresses. */
export function endOf(ids: readonly string[], addresses: readonly string[], words: BuilderWords): HTMLElement {
  const shown = addresses.slice(0, FEW).map((address) => (address === 'any' ? words.any : address));
  const more = addresses.length > FEW ? [words.more(addresses.length - FEW)] : [];
  // Where anybody may be meant, the address says so.
  const named = ids.filter((id) => id !== 'any' || ids.length === 1);
  const names = named.flatMap((id) => [make('span', { className: `role ${zoneOf(id)}` }, roleName(id, lang)), ' ']);
  const isAny = addresses.length === 1 && addresses[0] === 'any' && named.length === 1 && named[0] === 'any';
  return make(
    'span',
    { className: 'end' },
    ...names,
    isAny ? '' : make('span', { className: 'addresses' }, [...shown, ...more].join(', ')),
  );
}

function zoneOf(id: string): string {
  return roles.find((role) => role.id === id)?.zone ?? '';
}

/** The ports of a rule as they are read. */
export function portsText({ ports }: PlanRule, words: BuilderWords): string {
  return rangesText(ports, words);
}

function rangesText(ranges: PlanRule['ports'], words: BuilderWords): string {
  if (ranges.length === 0) return words.any;
  return ranges.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function seenOutside(address: string, { translations }: Plan): string | undefined {
  return translations.find(({ inside }) => inside === address)?.outside;
}

function detailsOf(rule: PlanRule, plan: Plan, words: BuilderWords): HTMLElement {
  const fact = (name: string, ...values: (Node | string)[]) => [
    make('dt', {}, name),
    ...values.map((value) => make('dd', {}, value)),
  ];
  const whole = (addresses: readonly string[]) =>
    addresses
      .map((address) => {
        const outside = seenOutside(address, plan);
        return outside === undefined
          ? address === 'any'
            ? words.any
            : address
          : `${address} (${words.seenOutside} ${outside})`;
      })
      .join(', ');
  const told = advisories.filter(({ id }) => rule.advisories.includes(id));
  return make(
    'dl',
    {},
    ...fact(words.ifClosed, ...rule.ifClosed.map((text) => text[lang])),
    ...fact(words.source, whole(rule.sources)),
    ...(rule.sourcePorts.length === 0 ? [] : fact(words.sourcePorts, rangesText(rule.sourcePorts, words))),
    ...fact(words.destination, whole(rule.destinations)),
    ...fact(words.ports, rangesText(rule.ports, words)),
    ...fact(words.derived, ...rule.derived.map((basis) => words.bases[basis])),
    ...fact(words.why, ...[...rule.why].sort(byRow).map((id) => rowLink(id, plan, words))),
    ...(told.length === 0
      ? []
      : fact(
          words.advisories,
          ...told.map(({ id, title }) =>
            make('a', { href: pageAt(`/advisories/#${id}`), className: 'advised' }, title[lang] ?? title.en),
          ),
        )),
  );
}

/** Rows of a table in its order; what stands in prose comes last. */
function byRow(a: string, b: string): number {
  const [one, other] = [byId(a), byId(b)];
  if (!one || !other) return Number(!one) - Number(!other);
  return one.table === other.table ? one.row - other.row : one.table < other.table ? -1 : 1;
}

/** A published row by its table, a link to its page, and what it is about; what stands in prose has the page itself. */
export function rowLink(id: string, { prose }: Pick<Plan, 'prose'>, words: BuilderWords): HTMLElement {
  const rule = byId(id);
  if (rule === undefined) {
    const said = prose.find((one) => one.id === id);
    return said === undefined ? make('span', {}, id) : make('a', { href: said.source }, said.text[lang]);
  }
  const title = tables.find((table) => table.id === rule.table)?.title;
  const name = title?.[lang] ?? title?.en ?? rule.table;
  const { role, source, destination, transports, ports } = rule;
  const end = (side: typeof source) => side?.roles.map((one) => roleName(one, lang)).join(', ') || words.any;
  const who = source || destination ? `${end(source)} → ${end(destination)}` : role ? roleName(role, lang) : '';
  const what = [...transports.map((transport) => transport.toUpperCase()), rangesText(ports?.ranges ?? [], words)];
  return make(
    'span',
    {},
    make('a', { href: pageAt(`/rules/${id}/`) }, `${name}, ${words.row(rule.row)}`),
    ' ',
    make('span', { className: 'remark' }, [who, what.join(' ')].filter(Boolean).join(', ')),
  );
}
