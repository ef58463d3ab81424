import type { Language } from './lang.ts';
import { pageAt } from './paths.ts';

/** The language that a page is not in. */
export function otherLanguage(lang: Language): Language {
  return lang === 'en' ? 'ko' : 'en';
}

/** The same page in the other language; the page that says that there is none has none there, so its start page. */
export function inOtherLanguage(pathname: string, lang: Language): string {
  const home = pageAt('/', lang);
  const path = pathname.startsWith(home) ? `/${pathname.slice(home.length)}` : '/';
  return pageAt(/^\/404(\/|\.html|$)/.test(path) ? '/' : path, otherLanguage(lang));
}
