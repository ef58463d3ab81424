import { isDeepStrictEqual } from 'node:util';
import type { Document } from '../../src/model/catalog.ts';
import type { SnapshotFile } from '../../src/model/snapshot.ts';
import type { Finding } from './finding.ts';
import { isSaid } from './published.ts';

// What a document and its snapshot must agree on: where the page came from.
const FIELDS = [
  ...([
    'product',
    'products',
    'locale',
    'path',
    'repository',
    'commit',
    'sha256',
    'assetId',
    'updated',
    'translation',
    'withdrawn',
  ] as const),
];

/** Checks that each document is that of a snapshot, and says the same of where it came from. */
export function checkDocuments(documents: readonly Document[], sources: ReadonlyMap<string, SnapshotFile>): Finding[] {
  const listed = new Set(documents.map(({ id }) => id));
  const finding = (id: string, field: string | null, text: string | null, message: string): Finding => {
    return { file: 'packages/catalog/data/documents.json', record: id, field, text, message };
  };
  return [
    ...documents.flatMap((document) => {
      const source = sources.get(document.id);
      if (source === undefined) return [finding(document.id, null, null, 'no snapshot is of this document')];
      const { file, snapshot } = source;
      if (file !== `snapshots/${document.id}.json`)
        return [finding(document.id, null, file, 'its snapshot is misplaced')];
      const different = FIELDS.filter((field) => !isDeepStrictEqual(document[field], snapshot.document[field]));
      const variant = (['path', 'repository', 'commit', 'sha256'] as const).filter(
        (field) => document.english?.[field] !== snapshot.english?.document[field],
      );
      const titles = (['en', 'ko'] as const).flatMap((language) => {
        const title = document.title[language];
        return title === null || isSaid(title, [snapshot.document.title, snapshot.english?.document.title ?? []])
          ? []
          : [{ language, title }];
      });
      return [
        ...different.map((field) => finding(document.id, field, String(document[field]), `${file} says otherwise`)),
        ...variant.map((field) =>
          finding(document.id, `english.${field}`, document.english?.[field] ?? null, `${file} says otherwise`),
        ),
        ...titles.map(({ language, title }) =>
          finding(document.id, `title.${language}`, title, `${file} says otherwise`),
        ),
      ];
    }),
    ...[...sources.values()]
      .filter(({ snapshot }) => !listed.has(snapshot.document.id))
      .map(({ file, snapshot }) =>
        finding(snapshot.document.id, null, file, 'the catalog does not have this document'),
      ),
  ];
}
