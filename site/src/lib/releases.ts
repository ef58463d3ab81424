import { type CollectionEntry, getCollection } from 'astro:content';
import { documents } from '@lync/port-catalog';

/** The releases of the data, newest first. */
export async function releases(): Promise<CollectionEntry<'changelog'>[]> {
  const entries = await getCollection('changelog');
  return entries.sort((a, b) => a.data.position - b.data.position);
}

/** The newest date that any document bears, YYYY-MM-DD: what stands for a release that does not say its own. */
export function newestDocumentDate(): string {
  const dates = documents.flatMap(({ updated, translation }) => [updated, translation.handedOff]);
  return (
    dates
      .filter((date) => date !== null && /^\d{4}-\d{2}-\d{2}$/.test(date))
      .sort()
      .at(-1) ?? '1970-01-01'
  );
}
