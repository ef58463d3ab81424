import type { CatalogData, Name } from '../../src/model/catalog.ts';
import type { SnapshotFile } from '../../src/model/snapshot.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import type { Finding } from './finding.ts';
import { isSaid } from './published.ts';

/**
 * Checks the names that records bear against the vocabulary's entry for their id. A scenario or table that the
 * vocabulary does not claim is named by its page.
 *
 * @returns how many names there are, and those that the vocabulary does not give
 */
export function checkNames(
  catalog: CatalogData,
  sources: ReadonlyMap<string, SnapshotFile>,
  { entries }: Vocabulary,
): { count: number; findings: Finding[] } {
  const claimed = entries.scenarios.flatMap(({ tables }) => tables);
  const checks = [
    ...(['products', 'roles', 'services', 'protocols', 'scenarios'] as const).flatMap((list) =>
      catalog[list].map((record) => {
        const entry = entries[list].find(({ id }) => id === record.id);
        return {
          list,
          id: record.id,
          field: 'name',
          name: record.name,
          given: entry === undefined ? [] : [entry.name],
        };
      }),
    ),
    ...catalog.protocols.map(({ id, label }) => {
      const entry = entries.protocols.find((protocol) => protocol.id === id);
      const given = entry === undefined ? [] : [inBoth(entry.label)];
      return { list: 'protocols', id, field: 'label', name: inBoth(label), given };
    }),
    ...catalog.tables.map(({ id, title }) => {
      const given = claimed.filter(({ table }) => id.endsWith(`/${table}`)).map((table) => table.title);
      return { list: 'tables', id, field: 'title', name: title, given };
    }),
    ...catalog.advisories.flatMap(({ id, title, explanation }) => {
      const given = entries.advisories.filter((entry) => entry.id === id);
      return [
        { list: 'advisories', id, field: 'title', name: title, given: given.map((entry) => entry.title) },
        {
          list: 'advisories',
          id,
          field: 'explanation',
          name: explanation,
          given: given.map((entry) => entry.explanation),
        },
      ];
    }),
  ];
  const pages = [...sources.values()].flatMap(({ snapshot }) =>
    snapshot.english === undefined ? [snapshot] : [snapshot, snapshot.english],
  );
  const titles = pages.flatMap(({ document, tables }) => [
    document.title,
    ...tables.flatMap(({ caption, headings }) => [caption, ...headings.map(({ text }) => text)]),
  ]);
  const findings = checks.flatMap(({ list, id, field, name, given }): Finding[] => {
    const mayBeTitle = given.length === 0 && (list === 'scenarios' || list === 'tables');
    return (['en', 'ko'] as const).flatMap((language): Finding[] => {
      const text = name[language];
      if (text === null || given.some((each) => each[language] === text) || (mayBeTitle && isSaid(text, titles)))
        return [];
      const file = `packages/catalog/data/${list}.json`;
      const message = 'the vocabulary does not say this';
      return [{ file, record: id, field: `${field}.${language}`, text, message }];
    });
  });
  return { count: checks.length * 2, findings };
}

function inBoth(text: string): Name {
  return { en: text, ko: text };
}
