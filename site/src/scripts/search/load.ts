import { pageAt } from '../page.ts';
import { type IndexFile, readIndex, type SearchIndex } from './index-file.ts';

let index: Promise<SearchIndex> | undefined;

/** The search index, fetched when it is first asked for; one that failed to load is asked for again. */
export function loadIndex(): Promise<SearchIndex> {
  index ??= fetch(pageAt('/search-index.json'))
    .then(async (response) => {
      if (!response.ok) throw new Error(`${response.status}`);
      const file: IndexFile = await response.json();
      return readIndex(file);
    })
    .catch((error: unknown) => {
      index = undefined;
      throw error;
    });
  return index;
}
