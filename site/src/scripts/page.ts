import type { Words } from './words/english.ts';

/** The page that a script runs on. */

const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

export const lang = document.documentElement.lang === 'ko' ? 'ko' : 'en';

/** What scripts say; each language has a file of its own, so that a page does not load the other. */
export let words: Words;

export function speak(language: Words): void {
  words = language;
}

/** The address of a page in the language of this one; `path` begins with a slash. */
export function pageAt(path: string): string {
  return `${BASE}${lang === 'en' ? '' : `/${lang}`}${path}`;
}

/** The address of a file that is the same in every language. */
export function fileAt(path: string): string {
  return `${BASE}${path}`;
}

/** An element with its properties and what is in it; text is only ever text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<Omit<HTMLElementTagNameMap[Tag], 'style'>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** A button that does something. */
export function press(
  text: string,
  onClick: () => void,
  properties: Partial<Omit<HTMLButtonElement, 'style'>> = {},
): HTMLButtonElement {
  const button = make('button', { type: 'button', ...properties }, text);
  button.addEventListener('click', onClick);
  return button;
}
