import { describe, expect, it } from 'vitest';
import { byId, type PortRule, ports } from '../../packages/catalog/src/index.ts';
import { currentId } from '../../packages/catalog/src/redirects.ts';
import { readList } from '../support/catalog-data.ts';

describe('rules by id', () => {
  it('every id leads to its rule', () => {
    for (const { id } of readList('ports') as PortRule[]) expect(byId(id)?.id).toBe(id);
  });

  it('the rule is the one of the list', () => {
    const [first] = ports;
    expect(byId(first?.id ?? '')).toBe(first);
  });

  it.each(['', 'lync-server-2013', 'constructor', '__proto__', 'toString'])('"%s" is the id of none', (id) => {
    expect(byId(id)).toBeUndefined();
  });
});

describe('an id that was renamed', () => {
  const redirects = { 'a/old': 'a/new' };

  it.each([
    { fact: 'leads to the id that stands for it now', id: 'a/old', current: 'a/new' },
    { fact: 'and an id that was not is itself', id: 'a/new', current: 'a/new' },
    { fact: 'and one that is unknown too', id: 'a/other', current: 'a/other' },
    { fact: 'is not looked for among what every object has', id: 'constructor', current: 'constructor' },
  ])('$fact', ({ id, current }) => {
    expect(currentId(id, redirects)).toBe(current);
  });
});
