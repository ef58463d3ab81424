import { createHash } from 'node:crypto';
import { PurgeCSS } from 'purgecss';

/** Attributes that scripts set by their names as properties, which no markup has. */
const SET_BY_SCRIPTS = ['data-js', 'data-tools', 'data-filtered', 'aria-sort', 'hidden', 'open'];

/**
 * A style sheet without the rules that no page and no script has a use for. `words` are all that a selector could
 * name; scripts are read as words too, so that what they add keeps its rules.
 */
export async function purge(css: string, words: ReadonlySet<string>): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: [...words, ...SET_BY_SCRIPTS].join(' '), extension: 'html' }],
    css: [{ raw: css }],
    defaultExtractor: (content) => content.split(' '),
    // States like `:hover` are no words of a page, and inside `:is()` they would be dropped one by one.
    safelist: [/^:/],
    keyframes: true,
    variables: true,
  });
  return result?.css ?? css;
}

/**
 * The light theme for pages on which no script sets a theme: the frame's markup says dark, whatever the system prefers.
 * Each rule of the theme is there once more, right after itself, for systems that prefer light.
 */
export function lightWithoutScript(css: string): string {
  return css.replace(
    /([^{}]*\[data-theme=["']?light["']?\][^{}]*)\{([^{}]*)\}/g,
    (rule, selectors: string, body: string) => {
      const plain = selectors.replace(/(?::root|html)?\[data-theme=["']?light["']?\]/g, ':root:not([data-js])');
      return `${rule}@media (prefers-color-scheme:light){${plain}{${body}}}`;
    },
  );
}

/** Words of markup: names of elements, attributes, classes and ids. */
export function wordsOf(text: string): Iterable<string> {
  return text.matchAll(/[A-Za-z_][\w:./-]*/g).map(([word]) => word);
}

/** The name under which changed content is not taken for the old. */
export function nameOf(name: string, content: string): string {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8);
  return name.replace(/\.[\w-]+(?=\.\w+$)/, `.${hash}`);
}
