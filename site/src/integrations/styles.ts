import { createHash } from 'node:crypto';
import { PurgeCSS } from 'purgecss';

/**
 * A style sheet without the rules that no page and no script has a use for. `words` are all that a selector could
 * name; scripts are read as words too, so that what they add keeps its rules.
 */
export async function purge(css: string, words: ReadonlySet<string>): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: [...words].join(' '), extension: 'html' }],
    css: [{ raw: css }],
    defaultExtractor: (content) => content.split(' '),
    keyframes: true,
    variables: true,
  });
  return result?.css ?? css;
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
