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

type Standing = ReadonlyMap<string, readonly string[]>;

/** The kinds of rules that name one end only, and whether flows tell who stands at the other. */
const ONE_ENDED: Readonly<Partial<Record<PortRule['kind'], { readonly listens: boolean }>>> = {
  listener: { listens: true },
  'load-balancer': { listens: true },
  'virtual-ip': { listens: true },
  client: { listens: false },
};

/** A rule that names one end only, and the entries of callers.yaml that are about it: one, where all is well. */
interface Place extends RuleWithCells {
  readonly entries: readonly CallersEntry[];
}

/** What the callers of a rule are found in. */
interface Sources {
  readonly groups: Vocabulary['entries']['roles'];
  readonly standing: Standing;
  /** The roles that have servers behind them, or in them. */
  readonly ahead: ReadonlySet<string>;
  /** The flows of each product to the same ports, of which there are some, by `portsOf`. */
  readonly flows: ReadonlyMap<string, readonly PortRule[]>;
  /** The places of each product. */
  readonly places: ReadonlyMap<string, readonly Place[]>;
  /** The rules that say what is quoted, by group and product, as they are found. */
  readonly quoted: Map<CallerGroup, Map<string, string | null>>;
}

/**
 * Finds who connects to each rule that names one end only. Of each role the first basis counts that there is: a flow of
 * the product to the same port, a quotation from the row or from one that stands for it, this project's knowledge. A
 * quotation that no row has is left out, and is a fault.
 */
export function findCallers(all: readonly RuleWithCells[], { entries }: Pick<Vocabulary, 'entries'>): AllCallers {
  const places = all
    .filter(({ rule }) => ONE_ENDED[rule.kind] !== undefined)
    .map((place): Place => ({ ...place, entries: entries.callers.filter((entry) => covers(entry, place.rule)) }));
  const flows = all.map(({ rule }) => rule).filter(({ kind, ports }) => kind === 'flow' && ports?.ranges.length);
  const sources: Sources = {
    groups: entries.roles.filter(({ kind }) => kind === 'group'),
    standing: new Map(Object.entries(standingOf(entries.roles))),
    ahead: new Set(entries.roles.flatMap(({ id, servers }) => (servers === undefined ? [] : [id]))),
    flows: Map.groupBy(flows, portsOf),
    places: Map.groupBy(places, ({ rule }) => rule.product),
    quoted: new Map(),
  };
  const found = places.map((place) => ({ rule: place.rule, ...callersOf(place, sources) }));
  const known = found.flatMap(({ callers, calls }) => [...callers, ...calls]);
  return {
    found: new Map(found.map(({ rule, callers, calls }) => [rule, { callers, calls }])),
    reasons: reasonsOf(known, entries.callers),
    faults: found.flatMap(({ rule, faults }) => faults.map((message) => ({ rule: rule.id, message }))),
  };
}

function callersOf(place: Place, sources: Sources): FoundCallers & { faults: string[] } {
  const { rule, entries } = place;
  const [entry] = entries;
  const inFlows = ONE_ENDED[rule.kind]?.listens === true ? callersInFlows(rule, sources) : [];
  const callers = listed(entry?.callers ?? [], inFlows, place, sources);
  const calls = listed(entry?.calls ?? [], [], place, sources);
  const faults = [...callers.faults, ...calls.faults];
  if (entries.length !== 1) faults.push(`${entries.length || 'no'} entries of callers.yaml are about it`);
  if (inFlows.length > 0 && entry !== undefined && entry.callers === undefined) {
    faults.push(`callers.yaml has no callers for it, and ${inFlows[0]?.from} has`);
  }
  return { callers: [...inFlows, ...callers.list], calls: calls.list, faults };
}

/** The callers that an entry lists, but those that are known already; those that a document says before the others. */
function listed(
  groups: readonly CallerGroup[],
  known: readonly Caller[],
  place: Place,
  sources: Sources,
): { list: Caller[]; faults: string[] } {
  const faults: string[] = [];
  const list = groups.flatMap((group) => {
    const roles = group.roles.filter((role) => !known.some((caller) => caller.role === role));
    const from = basisOf(group, place, sources);
    if (from === null && roles.length > 0) {
      const lacking = group.by === 'document' ? `no cell says ${JSON.stringify(group.from)}` : 'no flow goes there';
      faults.push(`${lacking}, as callers.yaml has it for ${roles.join(', ')}`);
    }
    const by = group.by === 'project' ? ('project' as const) : ('document' as const);
    return from === null ? [] : roles.map((role): Caller => ({ role, by, from }));
  });
  return { list: list.sort((a, b) => Number(a.by === 'project') - Number(b.by === 'project')), faults };
}

/** What a group of callers of a rule rests on; null where there is no such flow or row. */
function basisOf(group: CallerGroup, place: Place, sources: Sources): string | null {
  switch (group.by) {
    case 'project':
      return group.reason.en;
    case 'document':
      return quotedIn(group, place, sources);
    case 'flow':
      return flowTo(group.roles, place.rule, sources)?.id ?? null;
  }
}

/** The reasons that callers have, in both languages. */
function reasonsOf(callers: readonly Caller[], entries: readonly CallersEntry[]): Name[] {
  const used = new Set(callers.flatMap(({ by, from }) => (by === 'project' ? [from] : [])));
  const groups = entries.flatMap(({ callers: own = [], calls = [] }): CallerGroup[] => [...own, ...calls]);
  return groups.flatMap((group) => (group.by === 'project' && used.has(group.reason.en) ? [group.reason] : []));
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

function isPrinted(printed: readonly string[], ports: PortSet | null): boolean {
  const bare = (text: string) => compact(text).replace(/[*,\\]/g, '');
  return ports !== null && printed.some((text) => bare(text) === bare(ports.text));
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((each) => b.includes(each));
}

/**
 * The row's own words; else the id of the rule of its product whose row says it: the one that is named, or one of the
 * same entry.
 */
function quotedIn(
  group: Extract<CallerGroup, { by: 'document' }>,
  { rule: { product }, cells, entries: [entry] }: Place,
  { places, quoted }: Sources,
): string | null {
  const { from, of } = group;
  if (isQuoted(from, cells)) return from;
  const known = quoted.get(group) ?? new Map<string, string | null>();
  quoted.set(group, known);
  const before = known.get(product);
  if (before !== undefined) return before;
  const speaks = ({ rule, entries }: Place) =>
    of === undefined ? entries[0] === entry : rule.role === of.role && isPrinted([of.ports], rule.ports);
  const found = places.get(product)?.find((place) => speaks(place) && isQuoted(from, place.cells))?.rule.id ?? null;
  known.set(product, found);
  return found;
}

/** Whether this is part of what a cell says in English, white space apart. */
function isQuoted(quotation: string, cells: readonly Cell[]): boolean {
  const bare = (text: string) => text.normalize('NFKC').replace(/\s/g, '');
  const said = cells.map((cell) => bare(cell.map(({ text, en }) => en ?? text).join('')));
  return said.some((text) => text.includes(bare(quotation)));
}

/** The sources of the flows that go to the port of a rule at its role, each with the first such flow. */
function callersInFlows(rule: PortRule, sources: Sources): Caller[] {
  const { role } = rule;
  const { groups, flows } = sources;
  // What is said of one server of a group is not said of all.
  if (role === null || groups.some(({ id }) => id === role)) return [];
  const first = new Map<string, Caller>();
  for (const flow of flows.get(portsOf(rule)) ?? []) {
    if (!goesTo(flow, role, rule, sources)) continue;
    for (const each of flow.source?.roles ?? []) {
      if (!first.has(each)) first.set(each, { role: each, by: 'document', from: flow.id });
    }
  }
  return [...first.values()];
}

/** The flow from the role of a rule, or else from anybody, to all of these roles at the rule's port. */
function flowTo(roles: readonly string[], rule: PortRule, sources: Sources): PortRule | undefined {
  const { flows, standing } = sources;
  const there = (flows.get(portsOf(rule)) ?? []).filter((flow) =>
    roles.every((role) => goesTo(flow, role, rule, sources)),
  );
  const isFromRole = ({ source }: PortRule) =>
    source?.roles.some((each) => each === rule.role || standing.get(each)?.includes(rule.role ?? ''));
  return there.find(isFromRole) ?? there.find(({ source }) => source?.any === true && !source.narrowed);
}

/** Whether a flow goes to a role, to that of which it is a special case, or to its load balancer, at the port of a rule. */
function goesTo(flow: PortRule, role: string, rule: PortRule, { standing, ahead }: Sources): boolean {
  const isIts = (end: string) =>
    end === role ||
    standing.get(role)?.includes(end) === true ||
    (ahead.has(end) && standing.get(end)?.includes(role) === true);
  return maySharePort(flow, rule) && flow.destination?.roles.some(isIts) === true;
}

/** Whether two rules of the same ports may be of the same transport. */
function maySharePort(a: PortRule, b: PortRule): boolean {
  const any = a.transports.length === 0 || b.transports.length === 0;
  return any || a.transports.some((each) => b.transports.includes(each));
}

/** Equal for the rules of a product that are of the same ports. */
function portsOf({ product, ports }: PortRule): string {
  return [product, ...(ports?.ranges ?? []).map(({ from, to }) => `${from}-${to}`)].join();
}
