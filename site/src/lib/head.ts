import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import { apiFileOf } from './api-links.ts';
import { jsonForScript } from './json-ld.ts';
import { LANGUAGES, type Language } from './lang.ts';
import { cardNameAt } from './og.ts';
import { CARD } from './og-svg.ts';
import type { Addresses } from './project.ts';
import { say } from './strings.ts';
import { escapeXml } from './xml.ts';

/** Tags for a page's head; Starlight puts them in the place of its own of the same name. */
type Head = StarlightRouteData['head'];

const LOCALES: Readonly<Record<Language, string>> = { en: 'en_US', ko: 'ko_KR' };

/** What search engines show of a title; a longer one goes without the site's name. */
const LONGEST_TITLE = 70;

export interface HeadPage {
  /** Without base and language. */
  readonly path: string;
  readonly lang: Language;
  readonly title: string;
  readonly data: object | undefined;
  /** Whether search engines shall leave the page alone. */
  readonly unlisted: boolean;
}

/** What Starlight's head lacks: the picture, the locales as Open Graph spells them, the feed, JSON-LD. */
export function headOf({ path, lang, title, data, unlisted }: HeadPage, at: Addresses): Head {
  const image = at.file(`/og/${cardNameAt(path, lang)}.png`);
  const file = apiFileOf(path);
  const property = (name: string, content: string): Head[number] => ({
    tag: 'meta',
    attrs: { property: name, content },
  });
  const whole = `${title} | ${say('siteName', lang)}`;
  return [
    // Starlight writes contents as they are.
    { tag: 'title', content: escapeXml(whole.length > LONGEST_TITLE ? title : whole) },
    property('og:type', path === '/' ? 'website' : 'article'),
    property('og:locale', LOCALES[lang]),
    ...LANGUAGES.filter((other) => other !== lang).map((other) => property('og:locale:alternate', LOCALES[other])),
    property('og:image', image),
    property('og:image:type', 'image/png'),
    property('og:image:width', String(CARD.width)),
    property('og:image:height', String(CARD.height)),
    property('og:image:alt', `${say('siteName', lang)}: ${title}`),
    {
      tag: 'link',
      attrs: { rel: 'alternate', type: 'application/atom+xml', title: 'Lync ports', href: at.file('/changelog.xml') },
    },
    ...(file === null
      ? []
      : [
          {
            tag: 'link',
            attrs: { rel: 'alternate', type: 'application/json', href: at.file(`/api/v1/${file}`) },
          } satisfies Head[number],
        ]),
    ...(unlisted ? [{ tag: 'meta', attrs: { name: 'robots', content: 'noindex' } } satisfies Head[number]] : []),
    ...(data === undefined
      ? []
      : [
          {
            tag: 'script',
            attrs: { type: 'application/ld+json' },
            content: jsonForScript(data),
          } satisfies Head[number],
        ]),
  ];
}

/** The path of a page without base and language: `/lync/ko/ports/` under the base `/lync` is `/ports/`. */
export function pathWithin(pathname: string, base: string): string {
  const trimmed = base.replace(/\/$/, '');
  const path = pathname.startsWith(`${trimmed}/`) ? pathname.slice(trimmed.length) : pathname;
  return path.replace(/^\/ko(?=\/)/, '');
}
