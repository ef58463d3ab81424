import type { SourceDocument } from '../read/source.ts';
import type { FrontMatter } from './front-matter.ts';

const LOCALE = '[a-z]{2}-(?:[a-z]{4}-)?[a-z]{2}';
const REPOSITORY = new RegExp(`\\.(${LOCALE})$`, 'i');
const FOLDER = new RegExp(`(?:^|/)(${LOCALE})/`, 'i');

/** Front matter of real pages has some 900 characters. */
const LONGEST_FRONT_MATTER = 4000;

/**
 * The language in which a document was published, as a BCP 47 tag: repositories of translations end with it
 * (`….de-DE`), and sites have a folder for each (`/de-de/`); null where neither tells.
 */
export function publishedLanguage({
  provenance,
  relativePath,
  path,
}: Pick<SourceDocument, 'provenance' | 'relativePath' | 'path'>): string | null {
  const repository = REPOSITORY.exec(provenance?.repository ?? '')?.[1];
  const folder = [provenance?.path ?? '', relativePath, path].map(
    (each) => FOLDER.exec(each.replaceAll('\\', '/'))?.[1],
  );
  return repository ?? folder.find((each) => each !== undefined) ?? null;
}

/** Whether a page itself says its language, which counts before the place where it was published. */
export function saysItsLanguage(text: string): boolean {
  return /^---[ \t]*\n(?:.*\n)*?ms\.contentlocale:[ \t]*\S/.test(text.slice(0, LONGEST_FRONT_MATTER));
}

/**
 * The language of a page: what it says itself (`ms.contentlocale`), then where it was published, then the script of its
 * title. A page with a title in Latin letters is in English, unless it has English beside its text. A language that
 * none of these tells is `und`, undetermined.
 */
export function languageOfPage(frontMatter: FrontMatter | null, published: string | null, body: string): string {
  const heading = /^#\s.*$/m.exec(body)?.[0] ?? '';
  return (
    frontMatter?.get('ms.contentlocale') ?? published ?? byScript(`${frontMatter?.get('title') ?? ''} ${heading}`, body)
  );
}

function byScript(title: string, body: string): string {
  if (/\p{Script=Hangul}/u.test(title)) return 'ko-KR';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)) return 'ja-JP';
  if (/\p{Script=Cyrillic}/u.test(title)) return 'und-Cyrl';
  if (/\p{Script=Han}/u.test(title)) return 'und-Hani';
  return /[^\P{L}\p{Script=Latin}]/u.test(title) || body.includes('class="sxs-lookup"') ? 'und' : 'en-US';
}

export function isEnglish(locale: string): boolean {
  return /^en(?:-|$)/i.test(locale);
}

/** Whether a page is in a language that the vocabulary is not written for. */
export function isForeign(locale: string): boolean {
  return !/^(?:ko|en)(?:-|$)/i.test(locale);
}
