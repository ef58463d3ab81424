import type { Need, PortRule } from '../model/catalog.ts';
import type { Cell } from '../model/snapshot.ts';
import type { NeedEntry } from '../vocabulary/schema.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { testOf } from './selectors.ts';

/** A rule, and the cells that it was read from. */
interface RuleWithCells {
  readonly rule: PortRule;
  readonly cells: readonly Cell[];
}

/** Such a rule, and the entry that is about it. */
interface PlacedRule extends RuleWithCells {
  readonly entry: NeedEntry;
}

/** Something that needs.yaml should say otherwise, and the rule that shows it. */
export interface NeedsFault {
  readonly rule: string;
  readonly message: string;
}

export interface AllNeeds {
  /** By rule: whether it must be open; nothing where no entry says so, or two do. */
  readonly found: ReadonlyMap<PortRule, NonNullable<PortRule['need']>>;
  /** What these rest on, in the order of the vocabulary. */
  readonly needs: readonly Need[];
  readonly faults: readonly NeedsFault[];
}

/**
 * Finds whether each rule must be open, by needs.yaml. A rule has one entry. Where no row of a product says what an entry
 * quotes, its rules of that product are left out.
 */
export function findNeeds(all: readonly RuleWithCells[], { entries }: Pick<Vocabulary, 'entries'>): AllNeeds {
  const tests = entries.needs.map((entry) => ({ entry, isAbout: testOf(entry.rules) }));
  const about = all.map((each) => {
    return { ...each, of: tests.filter(({ isAbout }) => isAbout(each.rule)).map(({ entry }) => entry) };
  });
  const without = about.flatMap(({ rule, of }): NeedsFault[] => {
    if (of.length === 1) return [];
    const message = of.length === 0 ? 'no entry is about it' : `${of.map(({ id }) => id).join(' and ')} are about it`;
    return [{ rule: rule.id, message }];
  });
  const placed = about.flatMap(({ of: [entry, ...others], ...each }) =>
    entry === undefined || others.length > 0 ? [] : [{ ...each, entry }],
  );
  const groups = [...Map.groupBy(placed, ({ entry, rule }) => `${entry.id} ${rule.product}`).values()];
  const said = groups.filter(isBorneOut).flat();
  const used = new Set(said.map(({ entry }) => entry));
  return {
    found: new Map(said.map(({ rule, entry: { id, level, by } }) => [rule, { id, level, by }])),
    needs: entries.needs.filter((entry) => used.has(entry)).map(toNeed),
    faults: [
      ...without,
      ...groups
        .filter((group) => !isBorneOut(group))
        .flatMap((group) => group.slice(0, 1))
        .map(({ rule, entry: { id, from } }) => {
          return { rule: rule.id, message: `no row says ${JSON.stringify(from)}, as ${id} has it` };
        }),
    ],
  };
}

/** Whether the row of a rule says this in English, a cell or a footnote that it points to; capitals make no difference. */
export function saysInRow(quotation: string, { rule, cells }: RuleWithCells): boolean {
  const said = cells.map((cell) => cell.map(({ text, en }) => en ?? text).join(''));
  return [...said, ...rule.footnotes.map(({ en }) => en ?? '')].some((text) => bare(text).includes(bare(quotation)));
}

function bare(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '').toLowerCase();
}

/**
 * Whether the rules of a product say what their entry quotes, unless the text of a page does. One row speaks for the
 * others, as that of a server does for the load balancer before it.
 */
function isBorneOut(rules: readonly PlacedRule[]): boolean {
  return rules.some((each) => {
    const { from, pages } = each.entry;
    return from === undefined || pages !== undefined || saysInRow(from, each);
  });
}

function toNeed({ id, level, when, ifClosed, by, from, pages, reason }: NeedEntry): Need {
  return {
    id,
    level,
    when: when ?? null,
    ifClosed: ifClosed ?? null,
    by,
    // One of the two is there, as the schema has it.
    from: reason ?? { en: `${from}`, ko: null },
    pages: pages ?? [],
  };
}
