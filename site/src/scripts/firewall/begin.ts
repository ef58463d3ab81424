import { make } from '../page.ts';
import type { BuilderWords } from '../words/builder-english.ts';

/** Fetches the builder and starts it; where the data or the script does not come, the page says so. */
export async function begin(words: BuilderWords): Promise<void> {
  const root = document.getElementById('builder');
  if (root === null) return;
  try {
    const { startBuilder } = await import('./builder.ts');
    await startBuilder(root, words);
  } catch (error) {
    root.replaceChildren(make('p', { role: 'alert' }, words.notLoaded));
    throw error;
  }
}
