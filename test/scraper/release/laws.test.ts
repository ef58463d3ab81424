import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Comparable, diffCatalogs } from '../../../scraper/src/compare/diff.ts';
import { entriesByKey, type Key } from '../../../scraper/src/compare/names.ts';
import { dueBump, isBefore, nextVersion } from '../../../scraper/tools/release/bump.ts';
import { danglingIds, readIds, writeIds } from '../../../scraper/tools/release/ids.ts';
import { digestOf } from '../../../scraper/tools/release/release-diff.ts';
import { catalog, portSet, rule, text } from './catalogs.ts';

/** Catalogs that share ids and differ in facts and texts. */
const catalogs: fc.Arbitrary<Comparable> = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a/b/1', 'a/b/2', 'a/b/3', 'a/c/1', 'a/c/2'),
      ports: fc.constantFrom(null, portSet(80), portSet(443)),
      transports: fc.subarray(['tcp', 'udp']),
      notes: fc.constantFrom(null, text('One'), text('Two')),
    }),
    { selector: ({ id }) => id },
  )
  .map((rules) => catalog({ ports: rules.map(({ id, ...changes }) => rule(id, changes)) }));

const none: ReadonlyMap<Key, Key> = new Map();
const BUMPS = ['none', 'patch', 'minor', 'major'];

test('a catalog does not differ from itself', () => {
  fc.assert(fc.property(catalogs, (a) => dueBump(diffCatalogs(a, a, none)) === 'none'));
});

test('the other way round, what was added was removed', () => {
  fc.assert(
    fc.property(catalogs, catalogs, (a, b) => {
      const [there, back] = [diffCatalogs(a, b, none), diffCatalogs(b, a, none)];
      expect(back.added).toEqual(there.removed);
      expect(back.removed).toEqual(there.added);
      expect(back.text).toEqual(there.text);
      expect(back.changed.map(({ id, fields }) => ({ id, fields }))).toEqual(
        there.changed.map(({ id, fields }) => ({ id, fields })),
      );
    }),
  );
});

test('the order of the rules makes no difference, neither to the diff nor to the digest', () => {
  fc.assert(
    fc.property(catalogs, catalogs, (a, b) => {
      const turned = { ...b, ports: b.ports.toReversed() };
      expect(JSON.stringify(diffCatalogs(a, turned, none))).toBe(JSON.stringify(diffCatalogs(a, b, none)));
      expect(digestOf(turned)).toBe(digestOf(b));
    }),
  );
});

test('a bump leads to a later version, or to the same where there is none', () => {
  const numbers = fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99));
  fc.assert(
    fc.property(numbers, fc.constantFrom('none', 'patch', 'minor', 'major'), (parts, bump) => {
      const version = parts.join('.');
      const next = nextVersion(version, bump);
      expect(isBefore(version, next)).toBe(bump !== 'none');
      expect(isBefore(next, version)).toBe(false);
    }),
  );
});

test('a rule more asks for at least a minor', () => {
  fc.assert(
    fc.property(catalogs, catalogs, (a, b) => {
      const more = { ...b, ports: [...b.ports, rule('a/d/new')] };
      const bump = dueBump(diffCatalogs(a, more, none));
      expect(BUMPS.indexOf(bump)).toBeGreaterThanOrEqual(BUMPS.indexOf('minor'));
    }),
  );
});

test('released ids are read as they were written, and those of the catalog itself lead somewhere', () => {
  fc.assert(
    fc.property(catalogs, (a) => {
      const keys = [...entriesByKey(a).keys()];
      const read = readIds(writeIds(keys.toReversed()));
      expect(read).toEqual(keys.toSorted());
      expect(danglingIds(read, none, new Set(keys))).toEqual([]);
    }),
  );
});
