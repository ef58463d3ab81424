import { headingSlug, nameSlug, slug } from '../model/id.ts';
import type { SnapshotDocument } from '../model/snapshot.ts';
import type { FrontMatter } from '../parse/front-matter.ts';
import type { Page } from '../parse/page.ts';
import { compact } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/**
 * The products that a page is for, by its front matter, then by its path; an empty list where neither tells. The first
 * names the document.
 */
export function recogniseProducts(page: Page, path: string, vocabulary: Vocabulary): string[] {
  const titles = page.title?.text.flatMap((line) => [line.text, line.en]) ?? [];
  const texts = (place: string): (string | null | undefined)[] => {
    if (place === 'path') return [path];
    if (place === 'title') return [page.frontMatter?.get('title'), ...titles];
    return [page.frontMatter?.get(place)];
  };
  const passes = (test: { in: string; contains: string }) =>
    texts(test.in).some((text) => text != null && compact(text).includes(compact(test.contains)));
  for (const product of vocabulary.entries.products) {
    for (const test of product.recognise) {
      if (passes(test) && !(test.unless && passes(test.unless))) return [product.id, ...(test.with ?? [])];
    }
  }
  return [];
}

/**
 * The page's name, for ids and file names: from the anchor of its title, which a translation leaves in English, or
 * from its English title; without its product's name. null where the page has neither.
 */
export function nameOf(page: Page, product: string, vocabulary: Vocabulary): string | null {
  const english = page.title?.text.map((line) => line.en).find((en) => en !== null);
  const others = [page.frontMatter?.get('TOCTitle'), assetIdOf(page.frontMatter)].map((each) => slug(each ?? ''));
  const names = [slug(page.title?.anchor ?? ''), headingSlug(english ?? ''), ...others];
  const name = names.find((each) => each !== '');
  if (name === undefined) return null;
  const named = vocabulary.entries.products.find((entry) => entry.id === product)?.named ?? [];
  const suffixes = named.map((each) => slug(each)).filter((each) => each !== '');
  const longest = suffixes.sort((a, b) => b.length - a.length).find((suffix) => name.endsWith(`-in-${suffix}`));
  return nameSlug(longest === undefined ? name : name.slice(0, -`-in-${longest}`.length));
}

/** `ms:assetid` on pages that came from TechNet, `ms.assetid` on later ones. */
export function assetIdOf(frontMatter: FrontMatter | null): string | null {
  return frontMatter?.get('ms:assetid') ?? frontMatter?.get('ms.assetid') ?? null;
}

export function translationOf(frontMatter: FrontMatter | null): SnapshotDocument['translation'] {
  return {
    type: frontMatter?.get('ms.translationtype') ?? null,
    handedOff: isoDate(frontMatter?.get('ms.lasthandoff')),
    sourceCommit: frontMatter?.get('ms.sourcegitcommit') ?? null,
  };
}

/** `04/06/2016` and `2/15/2018`, month first, as YYYY-MM-DD; null for anything else. */
export function isoDate(text: string | undefined): string | null {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text ?? '') ?? [];
  if (month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}
