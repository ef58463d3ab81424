import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { loadVocabulary } from '../../../scraper/src/vocabulary/load.ts';
import { temporaryFolder } from '../../support/folders.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';

/** Loads the project's vocabulary with its services replaced. */
function load(services: string | null) {
  const folder = temporaryFolder();
  cpSync(VOCABULARY, folder, { recursive: true });
  if (services === null) rmSync(join(folder, 'services.yaml'));
  else writeFileSync(join(folder, 'services.yaml'), services);
  return loadVocabulary(folder);
}

describe('the vocabulary is refused, and the message names the file, where a file', () => {
  it.each([
    ['is missing', null, 'services.yaml: ENOENT'],
    ['is no YAML', '- id: [', 'services.yaml: '],
    ['is empty', '', 'the input is empty'],
    ['has an entry without an id', '- name: { en: SQL, ko: SQL }', 'at [0].id'],
    ['has an id that is none', '- id: Not An Id\n  name: { en: SQL, ko: SQL }', 'at [0].id'],
    ['has a field that nobody reads', '- id: sql\n  name: { en: SQL, ko: SQL }\n  nmae: x', 'nmae'],
    [
      'has a count of nothing',
      '- id: sql\n  name: { en: SQL, ko: SQL }\n  mistranslations: [{ ko: S, why: x, places: 0 }]',
      'places',
    ],
  ])('%s', (_, content, reason) => {
    expect(() => load(content)).toThrow(/^vocabulary: services\.yaml: /);
    expect(() => load(content)).toThrow(reason);
  });
});

describe('the vocabulary is refused where', () => {
  const service = (id: string, en: string, ko: string, also: string[] = []) => ({ id, name: { en, ko }, also });

  it.each([
    [
      'two services have one English name',
      [service('a', 'Web service', '가'), service('b', 'web  Services', '나')],
      /"webservice" stands for "a" and for "b"/,
    ],
    [
      'two services have one Korean name',
      [service('a', 'A', '가 나'), service('b', 'B', '가나')],
      /"service 가나" stands for "A" and for "B" \(services\.yaml: b\)/,
    ],
    [
      'a form of one is the name of another',
      [service('a', 'A', '가'), service('b', 'B', '나', ['가'])],
      /stands for "A" and for "B"/,
    ],
  ])('%s', (_, services, message) => {
    expect(() => vocabularyOf({ services })).toThrow(message);
  });

  it('but not where the same word means the same thing twice', () => {
    expect(vocabularyOf({ services: [service('a', 'A', '가', ['가', ' 가'])] }).find('service', '가')?.en).toBe('A');
  });
});
