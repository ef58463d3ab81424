import { type PortRule, type Product, type ProductId, ports, products } from '@lync/port-catalog';
import { fieldsThat } from '@lync/port-catalog/fields';
import { listOf } from './grammar.ts';
import { LANGUAGES, type Language, nameIn } from './lang.ts';
import { say } from './strings.ts';

/** Products as pages list them: in the order of their releases, several of one family under one name. */

const YEAR = / (\d{4})$/;

/** From the oldest release on; those whose name tells no year come last. */
export const byRelease: readonly Product[] = products.toSorted((a, b) => yearOf(a) - yearOf(b));

function yearOf({ name }: Product): number {
  return Number(YEAR.exec(name.en)?.[1] ?? Number.POSITIVE_INFINITY);
}

/** "Skype for Business Server 2015 and 2019" */
export function namesOf(those: readonly Product[], lang: Language): string {
  const families = Map.groupBy(those, ({ name }) => nameIn(name, lang).replace(YEAR, ''));
  const names = [...families].map(([family, its]) => {
    const years = its.flatMap(({ name }) => YEAR.exec(nameIn(name, lang))?.[1] ?? []);
    return years.length === 0 ? family : `${family} ${listOf(years, lang)}`;
  });
  return listOf(names, lang);
}

/** How many of the rules a product has; one entry for products of a family that have as many as each other. */
export function talliesOf(
  rules: readonly PortRule[],
  those: readonly Product[],
): { products: Product[]; count: number }[] {
  const counts = those
    .map((product) => ({ product, count: rules.filter((rule) => rule.product === product.id).length }))
    .filter(({ count }) => count > 0);
  const alike = Map.groupBy(counts, ({ product, count }) => `${product.name.en.replace(YEAR, '')} ${count}`);
  return [...alike.values()].map((group) => ({
    products: group.map(({ product }) => product),
    count: group[0]?.count ?? 0,
  }));
}

/** A row of a published table, and the products that it is for: a page for two gives each a rule of its own. */
export interface Row {
  /** The rule of the first of them. */
  rule: PortRule;
  /** One for each product, in the order of their releases. */
  rules: PortRule[];
  products: Product[];
}

/** Rules as rows, those of one published row together. Rules of other rows are never put together, however alike. */
export function rowsOf(rules: readonly PortRule[]): Row[] {
  return [...Map.groupBy(rules, rowKey).values()].map(rowOf);
}

function rowOf(group: readonly PortRule[]): Row {
  const rules = group.toSorted((a, b) => placeOf(a.product) - placeOf(b.product));
  const [rule] = rules;
  if (rule === undefined) throw new Error('a row has no rule');
  return { rule, rules, products: byRelease.filter(({ id }) => rules.some(({ product }) => product === id)) };
}

/**
 * Rules as rows, where rows of several products that state the same facts of the same table are one: a reader who asks for
 * a port wants it once. Two rows of one product stay two.
 */
export function equalRowsOf(rules: readonly PortRule[]): Row[] {
  const merged: PortRule[][] = [];
  const open = new Map<string, PortRule[][]>();
  for (const { rule, rules: its } of rowsOf(rules)) {
    const key = factsKey(rule);
    const alike = open.get(key) ?? [];
    open.set(key, alike);
    const other = alike.find((row) => !row.some(({ product }) => its.some((each) => each.product === product)));
    if (other !== undefined) other.push(...its);
    else {
      alike.push(its);
      merged.push(its);
    }
  }
  return merged.map(rowOf);
}

/** Who connects is known from rules that each product has of its own; the page of the rule tells it. */
const OWN: ReadonlySet<string> = new Set(['callers', 'calls']);
const FACTS = [...fieldsThat('fact'), ...fieldsThat('inference')].filter((field) => !OWN.has(field));

/** A rule is on many pages. */
const factsKeys = new Map<PortRule, string>();

/** What rules that are equal have in common: the table but for the product, and the facts without the words for them. */
function factsKey(rule: PortRule): string {
  const known = factsKeys.get(rule);
  if (known !== undefined) return known;
  const said = FACTS.map((field) => JSON.stringify(rule[field], (key, value) => (key === 'text' ? undefined : value)));
  const key = [rule.table.slice(rule.product.length), rule.kind, rule.ruleName?.en, ...said].join('\n');
  factsKeys.set(rule, key);
  return key;
}

/**
 * Rows as badges name their products: each published row of them has one, which leads to the rule of the first. Those of
 * the others are called the same but for the product, see `rowKey`.
 */
export function badgesOf({ rules }: Row, lang: Language): { name: string; rule: PortRule; also: ProductId[] }[] {
  return rowsOf(rules).map(({ rule, rules: all, products: its }) => ({
    also: all.slice(1).map(({ product }) => product),
    name: LANGUAGES.reduce((name, each) => name.replace(say('inServerNames', each), ''), namesOf(its, lang)),
    rule,
  }));
}

let byRow: ReadonlyMap<string, readonly PortRule[]> | undefined;

/** The products that the published row of a rule is for. */
export function productsOf(rule: PortRule): Product[] {
  byRow ??= Map.groupBy(ports, rowKey);
  const its = byRow.get(rowKey(rule)) ?? [rule];
  return byRelease.filter(({ id }) => its.some(({ product }) => product === id));
}

/** What rules of one published row have in common: where it stands, and their id but for the product. */
export function rowKey({ id, product, origin }: PortRule): string {
  return `${origin.document} ${origin.table} ${origin.row} ${id.slice(product.length)}`;
}

function placeOf(product: ProductId): number {
  return byRelease.findIndex(({ id }) => id === product);
}
