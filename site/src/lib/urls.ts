import type { Language } from './lang.ts';
import { fileAt, pageAt } from './paths.ts';

/** Addresses with their host, for those who read a file away from the site: feeds, crawlers, programs. */

/** A file that is the same in every language. */
export function fileUrl(path: string): string {
  return new URL(fileAt(path), import.meta.env.SITE).href;
}

export function pageUrl(path: string, lang: Language): string {
  return new URL(pageAt(path, lang), import.meta.env.SITE).href;
}

/** Where the API stands, without a slash at the end. */
export function apiUrl(): string {
  return fileUrl('/api/v1');
}
