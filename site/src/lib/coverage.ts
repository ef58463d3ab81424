import { documents, type PortRange, ports, type Role } from '@lync/port-catalog';
import { type Coverage, coverage } from '@lync/port-catalog/coverage';
import { rangeText } from '@lync/port-catalog/ranges';
import { productOf } from './catalog.ts';
import { putRight } from './korean.ts';
import { type Language, nameIn } from './lang.ts';
import { portPages } from './port-pages.ts';
import { sourceUrl } from './sources.ts';

/** What no table of the catalog has: pages with ports in prose, and topics. */
export const outside: readonly Coverage[] = coverage.filter(({ state }) => state !== 'tables');

export function coveredAs(state: Coverage['state']): readonly Coverage[] {
  return coverage.filter((each) => each.state === state);
}

/** The title in the language that is asked for, or in the one that there is. */
export function titleIn({ title }: Coverage, lang: Language): { text: string; lang: Language } {
  const shown = title[lang] !== null ? lang : lang === 'en' ? 'ko' : 'en';
  const text = title[shown] ?? '';
  return { text: shown === 'ko' ? putRight(text) : text, lang: shown };
}

/** The products that a page is for; '' where they are none of the catalog's. */
export function productsIn({ product, products = [] }: Coverage, lang: Language): string {
  const all = products.length > 0 ? products : product === null ? [] : [product];
  return all.map((id) => nameIn(productOf(id).name, lang)).join(', ');
}

const documentById = new Map(documents.map((document) => [document.id as string, document]));

/** The published page of a document, and how many rules are read from it. */
export function readFrom({ id }: Coverage): { url: string | null; rules: number } {
  const document = documentById.get(id);
  return {
    url: document === undefined ? null : sourceUrl(document),
    rules: ports.filter(({ origin }) => origin.document === id).length,
  };
}

/** What no table has, and that holds the port or the range as a whole; topics before pages. */
export function outsideOf({ from, to }: PortRange): Coverage[] {
  const held = outside.filter((each) => each.ranges.some((range) => range.from === from && range.to === to));
  return [...held.filter(isTopic), ...held.filter((each) => !isTopic(each))];
}

export function isTopic({ state }: Coverage): boolean {
  return state === 'absent';
}

/** Ports and ranges that coverage names and no rule does: their pages say so. */
export function unnamedPorts(): PortRange[] {
  const named = new Set(portPages().map((range) => rangeText(range)));
  const held = new Map(outside.flatMap(({ ranges }) => ranges).map((range) => [rangeText(range), range]));
  return [...held.values()]
    .filter((range) => !named.has(rangeText(range)))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** What no table says for a role, or for the one that it is a special case of; topics before pages. */
export function outsideOfRole({ id, base }: Pick<Role, 'id' | 'base'>): Coverage[] {
  const its = outside.filter(({ roles }) => roles.some((role) => role === id || role === base));
  return [...its.filter(isTopic), ...its.filter((each) => !isTopic(each))];
}
