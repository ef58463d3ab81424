import { standingOf } from '../../../packages/catalog/src/standing.ts';
import type { Caller, Name, PortRule, PortSet } from '../model/catalog.ts';
import type { Cell } from '../model/snapshot.ts';
import type { CallerGroup, CallersEntry } from '../vocabulary/schema.ts';
import { compact } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A rule, and the cells that it was read from. */
interface RuleWithCells {
  readonly rule: PortRule;
  readonly cells: readonly Cell[];
}

/** Something that callers.yaml should say otherwise: `rule` where it is about one. */
export interface CallersFault {
  readonly rule: string | null;
  readonly message: string;
}

export interface FoundCallers {
  readonly callers: Caller[];
  readonly calls: Caller[];
}

export interface AllCallers {
  /** By rule: who connects to it, and to whom its role connects. */
  readonly found: ReadonlyMap<PortRule, FoundCallers>;
  /** The reasons of this project among them, in both languages. */
  readonly reasons: readonly Name[];
  readonly faults: readonly CallersFault[];
}

type Entries = Vocabulary['entries'];

/** The kinds of rules that name one end only, and whether flows tell who stands at the other. */
const ONE_ENDED: Readonly<Partial<Record<PortRule['kind'], { readonly listens: boolean }>>> = {
  listener: { listens: true },
  'load-balancer': { listens: true },
  'virtual-ip': { listens: true },
  client: { listens: false },
};

/**
 * Finds who connects to each rule that names one end only. Of each role the first basis counts that there is: a flow of
 * the product to the same port, a quotation from the row or from one that stands for it, this project's knowledge. A
 * quotation that no row has is left out, and is a fault.
 */
export function findCallers(all: readonly RuleWithCells[], { entries }: Pick<Vocabulary, 'entries'>): AllCallers {
  const standing = new Map(Object.entries(standingOf(entries.roles)));
  const oneEnded = all.filter(({ rule }) => ONE_ENDED[rule.kind] !== undefined);
  const places = oneEnded.map((place) => ({
    ...place,
    entries: entries.callers.filter((each) => covers(each, place.rule)),
  }));
  const faults: CallersFault[] = [];
  const reasons = new Map<string, Name>();
  const flows = new Map(
    [...Map.groupBy(all, ({ rule }) => rule.product)].map(([product, own]) => [
      product,
      own.map(({ rule }) => rule).filter(({ kind }) => kind === 'flow'),
    ]),
  );
  const found = places.map((place): [PortRule, FoundCallers] => {
    const { rule } = place;
    const [entry] = place.entries;
    if (place.entries.length !== 1)
      faults.push({ rule: rule.id, message: `${place.entries.length || 'no'} entries of callers.yaml are about it` });
    const ownFlows = flows.get(rule.product) ?? [];
    const fromFlows = ONE_ENDED[rule.kind]?.listens === true ? callersInFlows(rule, ownFlows, standing, entries) : [];
    if (fromFlows.length > 0 && entry !== undefined && entry.callers === undefined) {
      faults.push({ rule: rule.id, message: `callers.yaml has no callers for it, and ${fromFlows[0]?.from} has` });
    }
    const siblings = places.filter(
      (each) => each.rule.product === rule.product && entry !== undefined && each.entries[0] === entry,
    );
    const basisOf = (group: CallerGroup): string | null => {
      if (group.by === 'project') return group.reason.en;
      if (group.by === 'document') return quotedIn(group, place, siblings, places);
      return flowTo(group.roles, rule, ownFlows, standing)?.id ?? null;
    };
    const listed = (groups: readonly CallerGroup[], known: readonly Caller[]): Caller[] =>
      groups
        .flatMap((group) => {
          const roles = group.roles.filter((role) => !known.some((caller) => caller.role === role));
          const from = roles.length === 0 ? null : basisOf(group);
          if (from === null) {
            if (roles.length > 0)
              faults.push({
                rule: rule.id,
                message: `${basisText(group)}, as callers.yaml has it for ${roles.join(', ')}`,
              });
            return [];
          }
          if (group.by === 'project') reasons.set(from, { en: from, ko: group.reason.ko });
          const by = group.by === 'project' ? ('project' as const) : ('document' as const);
          return roles.map((role): Caller => ({ role, by, from }));
        })
        // What a document says stands before what this project knows.
        .sort((a, b) => Number(a.by === 'project') - Number(b.by === 'project'));
    return [
      rule,
      { callers: [...fromFlows, ...listed(entry?.callers ?? [], fromFlows)], calls: listed(entry?.calls ?? [], []) },
    ];
  });
  return { found: new Map(found), reasons: [...reasons.values()], faults };
}

/** Whether an entry of callers.yaml is about a rule. */
export function covers(entry: CallersEntry, rule: PortRule): boolean {
  return (
    ONE_ENDED[rule.kind] !== undefined &&
    (entry.kind === 'virtual-ip') === (rule.kind === 'virtual-ip') &&
    (entry.role === undefined || entry.role.includes(rule.role)) &&
    (entry.name === undefined || rule.name?.includes(entry.name) === true) &&
    isPrinted(entry.ports, rule.ports) &&
    (entry.services === undefined || entry.services.includes(rule.service)) &&
    (entry.protocols === undefined || isSameSet(entry.protocols, rule.protocols)) &&
    (entry.notes === undefined || entry.notes.some((note) => rule.notes?.en?.startsWith(note) === true))
  );
}

/** Whether callers of a rule are those of a group, on the group's basis. */
export function isOfGroup({ role, by, from }: Caller, group: CallerGroup, flows: ReadonlySet<string>): boolean {
  if (!group.roles.includes(role)) return false;
  if (group.by === 'project') return by === 'project' && from === group.reason.en;
  return by === 'document' && flows.has(from) === (group.by === 'flow');
}

function basisText(group: CallerGroup): string {
  return group.by === 'document' ? `no cell says ${JSON.stringify(group.from)}` : 'no flow goes there';
}

function isPrinted(printed: readonly string[], ports: PortSet | null): boolean {
  const bare = (text: string) => compact(text).replace(/[*,\\]/g, '');
  return ports !== null && printed.some((text) => bare(text) === bare(ports.text));
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

/** The row's own words; else the id of the rule whose row says it. */
function quotedIn(
  { from, of }: Extract<CallerGroup, { by: 'document' }>,
  place: RuleWithCells,
  siblings: readonly RuleWithCells[],
  all: readonly RuleWithCells[],
): string | null {
  if (isQuoted(from, place.cells)) return from;
  const named = all.filter(
    ({ rule }) => rule.product === place.rule.product && rule.role === of?.role && isPrinted([of.ports], rule.ports),
  );
  return (of === undefined ? siblings : named).find(({ cells }) => isQuoted(from, cells))?.rule.id ?? null;
}

/** Whether this is part of what a cell says in English, white space apart. */
function isQuoted(quotation: string, cells: readonly Cell[]): boolean {
  const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
  const said = cells.map((cell) => bare(cell.map(({ text, en }) => en ?? text ?? '').join('')));
  return said.some((text) => text.includes(bare(quotation)));
}

/** The sources of the flows that go to the port of a rule at its role, each with the first such flow. */
function callersInFlows(
  rule: PortRule,
  flows: readonly PortRule[],
  standing: ReadonlyMap<string, readonly string[]>,
  { roles }: Entries,
): Caller[] {
  const { role } = rule;
  // What is said of one server of a group is not said of all.
  if (role === null || roles.find(({ id }) => id === role)?.kind === 'group') return [];
  const first = new Map<string, Caller>();
  for (const flow of flows) {
    if (!goesTo(flow, role, rule, standing)) continue;
    for (const each of flow.source?.roles ?? []) {
      if (!first.has(each)) first.set(each, { role: each, by: 'document', from: flow.id });
    }
  }
  return [...first.values()];
}

/** The flow from the role of a rule, or from anybody, to all of these roles at the rule's port. */
function flowTo(
  roles: readonly string[],
  rule: PortRule,
  flows: readonly PortRule[],
  standing: ReadonlyMap<string, readonly string[]>,
): PortRule | undefined {
  const isFrom = ({ source }: PortRule, named: boolean) =>
    source !== null &&
    (named
      ? source.roles.some((each) => each === rule.role || standing.get(each)?.includes(rule.role ?? ''))
      : source.any && !source.narrowed);
  const there = flows.filter((flow) => roles.every((role) => goesTo(flow, role, rule, standing)));
  return there.find((flow) => isFrom(flow, true)) ?? there.find((flow) => isFrom(flow, false));
}

/** Whether a flow goes to a role, to that of which it is a special case, or to its load balancer, at the port of a rule. */
function goesTo(
  flow: PortRule,
  role: string,
  rule: PortRule,
  standing: ReadonlyMap<string, readonly string[]>,
): boolean {
  const ends = flow.destination?.roles ?? [];
  return (
    isSamePort(flow, rule) &&
    ends.some((end) => end === role || standing.get(role)?.includes(end) || standing.get(end)?.includes(role))
  );
}

function isSamePort(a: PortRule, b: PortRule): boolean {
  const ranges = (rule: PortRule) => (rule.ports?.ranges ?? []).map(({ from, to }) => `${from}-${to}`).join();
  const transports = a.transports.length === 0 || b.transports.length === 0;
  return (
    ranges(a) !== '' &&
    ranges(a) === ranges(b) &&
    (transports || a.transports.some((each) => b.transports.includes(each)))
  );
}
