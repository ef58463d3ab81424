import { version } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { changesSince, type ReleaseChanges, versionsKnown } from '../../site/src/lib/changes.ts';

const release = (from: string, to: string, what: Partial<ReleaseChanges>): ReleaseChanges => ({
  from,
  to,
  added: [],
  removed: [],
  renamed: [],
  changed: [],
  ...what,
});
const change = (id: string, before: number, after: number) => ({
  id,
  fields: ['ports'],
  before: { ports: before },
  after: { ports: after },
});
const RELEASES = [
  release('1.0.0', '1.1.0', { added: ['p/t/new', 'p/t/brief', 'role x'], changed: [change('p/t/a', 1, 2)] }),
  release('1.1.0', '2.0.0', {
    removed: ['p/t/gone', 'p/t/brief', 'role y'],
    renamed: [
      { from: 'p/t/a', to: 'p/t/b' },
      { from: 'role v', to: 'role w' },
    ],
    changed: [change('p/t/a', 2, 3), change('p/t/new', 5, 6)],
  }),
];
const since = (from: string) => changesSince(from, RELEASES, '2.0.0');

describe('the changes since a version', () => {
  it('are those of every release after it, each rule by its id of now', () => {
    expect(since('1.0.0')).toEqual({
      version: '2.0.0',
      since: '1.0.0',
      added: ['p/t/new'],
      removed: ['p/t/gone'],
      renamed: [{ from: 'p/t/a', to: 'p/t/b' }],
      changed: [
        {
          id: 'p/t/b',
          changes: [
            { version: '1.1.0', fields: ['ports'], before: { ports: 1 }, after: { ports: 2 } },
            { version: '2.0.0', fields: ['ports'], before: { ports: 2 }, after: { ports: 3 } },
          ],
        },
      ],
    });
  });

  it('are only those of the releases after it', () => {
    const { added, removed, changed } = since('1.1.0');
    expect([added, removed]).toEqual([[], ['p/t/brief', 'p/t/gone']]);
    expect(changed.map(({ id }) => id)).toEqual(['p/t/b', 'p/t/new']);
  });

  it('are none since the version of now, which is always known', () => {
    expect(since('2.0.0')).toMatchObject({ added: [], removed: [], renamed: [], changed: [] });
    expect(versionsKnown(RELEASES, '2.0.0')).toEqual(['1.0.0', '1.1.0', '2.0.0']);
    expect(versionsKnown()).toContain(version);
  });
});
