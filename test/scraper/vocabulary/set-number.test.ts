import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { setNumbers } from '../../../scraper/src/vocabulary/set-number.ts';

const YAML = `# Words.
- en: "Any"   # everywhere
  mistranslations:
    - ko: 이상
      places: 45 # counted
      why: >-
        places: 3
    - { "ko": 그, why: 'places: 1' }
    - ko: 반드시
      'why': x

- { en: UDP, mistranslations: [{ ko: P, places: 3 }] }
`;

describe('numbers in YAML', () => {
  it.each([
    ['a number is set where it stands', [0, 'mistranslations', 0, 'places'], 'places: 45 #', 'places: 7 #'],
    ['in a mapping on one line too', [1, 'mistranslations', 0, 'places'], 'places: 3 }', 'places: 7 }'],
    [
      'one that is missing is written in front of the last key',
      [0, 'mistranslations', 2, 'places'],
      "      'why'",
      "      places: 7\n      'why'",
    ],
    ['on one line, if the mapping is', [0, 'mistranslations', 1, 'places'], "why: 'p", "places: 7, why: 'p"],
  ])('%s', (_, path, before, after) => {
    expect(setNumbers(YAML, [{ path, value: 7 }])).toBe(YAML.replace(before, after));
  });

  it.each([[[5, 'places']], [[0, 'en', 'places']], [[0, 'mistranslations', 'places']]])('%j leads to none', (path) => {
    expect(() => setNumbers(YAML, [{ path, value: 7 }])).toThrow(
      `there is no mapping at ${path.slice(0, -1).join('.')}`,
    );
  });

  it('are all that changes, however many are set', () => {
    const places = [0, 1, 2]
      .map((at) => [0, 'mistranslations', at, 'places'])
      .concat([[1, 'mistranslations', 0, 'places']]);
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat()), { minLength: 4, maxLength: 4 }), (values) => {
        const wanted = places.flatMap((path, at) => (values[at] == null ? [] : [{ path, value: values[at] }]));
        const set = setNumbers(YAML, wanted);
        const expected = parse(YAML);
        for (const {
          path: [entry = 0, , at = 0],
          value,
        } of wanted)
          expected[entry].mistranslations[at].places = value;
        expect(parse(set)).toEqual(expected);
        expect(set.replaceAll(/places: \d+(, |\n +(?='why))?/g, '')).toBe(YAML.replaceAll(/places: \d+/g, ''));
      }),
    );
  });
});
