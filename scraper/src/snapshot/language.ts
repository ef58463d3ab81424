import type { SourceDocument } from '../read/source.ts';

const LOCALE = '[a-z]{2}-(?:[a-z]{4}-)?[a-z]{2}';
const REPOSITORY = new RegExp(`\\.(${LOCALE})$`, 'i');
const FOLDER = new RegExp(`(?:^|/)(${LOCALE})/`, 'i');

/**
 * The language in which a document was published: repositories of translations end with it (`….de-DE`), and sites have
 * a folder for each (`/de-de/`); null where neither tells.
 */
export function languageOf({
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

/** Whether a page is in a language that the vocabulary is not written for. */
export function isForeignPage(locale: string): boolean {
  return !/^(?:ko|en)(?:-|$)/i.test(locale);
}
