import { type PortRule, type Product, type ProductId, ports, products } from '@lync/port-catalog';
import { listOf } from './grammar.ts';
import { type Language, nameIn } from './lang.ts';

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
  products: Product[];
}

/** Rules as rows, those of one published row together. Rules of other rows are never put together, however alike. */
export function rowsOf(rules: readonly PortRule[]): Row[] {
  const groups = Map.groupBy(rules, rowKey);
  return [...groups.values()].map((group) => {
    const those = byRelease.filter(({ id }) => group.some(({ product }) => product === id));
    const [first] = group.toSorted((a, b) => placeOf(a.product) - placeOf(b.product));
    if (first === undefined) throw new Error('a row has no rule');
    return { rule: first, products: those };
  });
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
