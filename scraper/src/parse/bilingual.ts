import type { Line } from '../model/snapshot.ts';
import { attribute, type Element, elementsIn } from './element.ts';
import { type Look, lookOf, within } from './look.ts';
import { shownLines } from './shown.ts';

/**
 * Splits what an element shows into lines, and each line into the page's own language and the English beside it.
 *
 * The pages' publishing system marks a sentence `<span data-ttu-id>translation</span>` and, hidden behind it,
 * `<span class="sxs-lookup"><span data-stu-id>English</span></span>`. Each language's text is what a browser
 * would show if the other's spans were not there; what stands outside such spans belongs to both.
 *
 * @param english whether the page itself is in English, so that unmarked text is English
 * @param around what the elements around it make of its text
 */
export function readLines(element: Element, english: boolean, around: Look): Line[] {
  const look = within(around, lookOf(element));
  const own = shownLines(element, isEnglish, look);
  if (english) return own.map((en) => ({ text: null, en }));
  if (!hasEnglish(element)) return own.map((text) => ({ text, en: null }));
  return pair(own, shownLines(element, isTranslation, look));
}

/** Puts the lines side by side. Where the languages break lines differently, the English keeps its lines. */
function pair(own: string[], english: string[]): Line[] {
  if (english.length === 0) return own.map((text) => ({ text, en: null }));
  const beside = own.length === english.length || own.length === 0 ? own : [own.join(' ')];
  return english.map((en, index) => ({ text: beside[index] ?? null, en }));
}

function hasEnglish(element: Element): boolean {
  return elementsIn(element).some((child) => isEnglish(child) || hasEnglish(child));
}

/** Whether an element is a sentence in the page's own language. */
function isTranslation(element: Element): boolean {
  return attribute(element, 'data-ttu-id') !== null;
}

function isEnglish(element: Element): boolean {
  return (
    attribute(element, 'data-stu-id') !== null || /(?:^|\s)sxs-lookup(?:$|\s)/.test(attribute(element, 'class') ?? '')
  );
}
