import { type CollectionEntry, getCollection } from 'astro:content';

/** The releases of the data, newest first. */
export async function releases(): Promise<CollectionEntry<'changelog'>[]> {
  const entries = await getCollection('changelog');
  return entries.sort((a, b) => a.data.position - b.data.position);
}
