import type { Language, LocalizedText, Title } from '@lync/port-catalog';
import { putRight } from './korean.ts';
import { checkedPath } from './route-parts.ts';

export type { Language };

export const LANGUAGES: readonly Language[] = ['en', 'ko'];

/** The parameter of a page's route: the English pages stand at the root, the Korean ones under `/ko/`. */
function langParam(lang: Language): string | undefined {
  return lang === 'en' ? undefined : lang;
}

/** The language of a route. */
export function langOf(param: string | undefined): Language {
  return param === 'ko' ? 'ko' : 'en';
}

/**
 * A route in both languages, for `getStaticPaths`.
 *
 * @throws Error where a parameter could lead out of the site's folder
 */
export function inBothLanguages<Params extends Readonly<Record<string, string>>, Props>(
  pages: readonly { params: Params; props: Props }[],
): { params: Params & { lang: string | undefined }; props: Props }[] {
  for (const { params } of pages) for (const part of Object.values(params)) checkedPath(part);
  return LANGUAGES.flatMap((lang) =>
    pages.map(({ params, props }) => ({ params: { ...params, lang: langParam(lang) }, props })),
  );
}

/** A text as it is shown. */
export interface Shown {
  readonly text: string;
  readonly lang: Language;
  readonly by: 'document' | 'project';
  /** Whether spaces or terms of the page's Korean were put right. */
  readonly putRight: boolean;
}

/** A text in the language that is asked for, or in the one that there is; '' where there is none. */
export function textIn(text: LocalizedText | null, lang: Language): Shown {
  const shown = text?.[lang] != null ? lang : lang === 'en' ? 'ko' : 'en';
  const published = text?.[shown] ?? '';
  const right = shown === 'ko' ? putRight(published) : published;
  return { text: right, lang: shown, by: text?.by[shown] ?? 'document', putRight: right !== published };
}

/** A name in the language that is asked for; the title of a page may be in English alone. */
export function nameIn(name: Title, lang: Language): string {
  return name[lang] ?? name.en;
}
