import { describe, expect, test } from 'vitest';
import { shippedRedirects } from '../../../packages/catalog/tools/redirects.ts';
import type { Key } from '../../../scraper/src/compare/names.ts';
import { resolve } from '../../../scraper/src/compare/redirects.ts';
import { danglingIds, readIds, writeIds } from '../../../scraper/tools/release/ids.ts';
import { checkRedirects, readRedirects } from '../../../scraper/tools/release/redirects.ts';

const present = new Set<Key>(['rule a/t/here', 'rule a/t/there', 'role director']);

describe('where an id leads', () => {
  test.each([
    ['to itself, while it is there', {}, 'rule a/t/here', 'rule a/t/here'],
    ['nowhere, once it is gone', {}, 'rule a/t/gone', null],
    ['over a redirect', { 'a/t/gone': 'a/t/here' }, 'rule a/t/gone', 'rule a/t/here'],
    ['over a chain', { 'a/t/1': 'a/t/2', 'a/t/2': 'a/t/3', 'a/t/3': 'a/t/here' }, 'rule a/t/1', 'rule a/t/here'],
    ['nowhere, where a chain breaks off', { 'a/t/1': 'a/t/2', 'a/t/2': 'a/t/gone' }, 'rule a/t/1', null],
    ['nowhere, in a circle', { 'a/t/1': 'a/t/2', 'a/t/2': 'a/t/1' }, 'rule a/t/1', null],
    ['nowhere, where it leads to itself', { 'a/t/1': 'a/t/1' }, 'rule a/t/1', null],
    ['to a role', { 'role directors': 'role director' }, 'role directors', 'role director'],
    ['nowhere, where only another kind has the id', {}, 'service director', null],
  ] as const)('%s', (_, redirects, from, to) => {
    expect(resolve(from, readRedirects(redirects), present)).toBe(to);
  });
});

describe('what is wrong with redirects', () => {
  test.each([
    ['nothing', { 'a/t/gone': 'a/t/here' }, null],
    ['from an id that is there', { 'a/t/here': 'a/t/there' }, '"a/t/here" is still in the catalog'],
    ['to an id that is not there', { 'a/t/gone': 'a/t/nowhere' }, 'nothing is called "a/t/nowhere"'],
    ['in a circle', { 'a/t/gone': 'a/t/gone' }, '"a/t/gone" leads nowhere'],
    ['to another kind', { 'a/t/gone': 'role director' }, 'another kind of record, "role director"'],
  ])('%s', (_, redirects, problem) => {
    const problems = checkRedirects(readRedirects(redirects), present);
    expect(problems).toEqual(problem === null ? [] : [expect.stringContaining(problem)]);
  });

  test.each([
    ['a list', [], 'expected an object'],
    ['a number for an id', { a: 1 }, 'expected an object'],
    ['a kind that there is not', { 'thing a': 'b' }, '"thing a" begins with no kind of record'],
    ['a kind without an id', { a: 'role ' }, '"role " begins with no kind of record'],
  ])('%s is no redirects.json', (_, content, message) => {
    expect(() => readRedirects(content)).toThrow(message);
  });
});

describe('the redirects that ship', () => {
  test('lead straight to the rule that is there, however long the chain', () => {
    const content = { 'a/1': 'a/2', 'a/2': 'a/here', 'role x': 'role y' };
    expect(shippedRedirects(content, [{ id: 'a/here' }])).toEqual({ 'a/1': 'a/here', 'a/2': 'a/here' });
  });

  test.each([{ 'a/1': 'a/2' }, { 'a/1': 'a/2', 'a/2': 'a/1' }, { 'a/1': 'role x' }])('are refused: %j', (content) => {
    expect(() => shippedRedirects(content, [{ id: 'a/here' }])).toThrow('"a/1" leads to no rule');
  });
});

describe('released ids', () => {
  test.each([
    ['all are there', 'rule a/t/here\nrole director\n', {}, []],
    ['one was renamed', 'rule a/t/gone\n', { 'a/t/gone': 'a/t/here' }, []],
    ['one was renamed twice', 'rule a/t/1\n', { 'a/t/1': 'a/t/2', 'a/t/2': 'a/t/here' }, []],
    ['one is gone', 'rule a/t/gone\nrule a/t/here\n', {}, ['rule a/t/gone']],
    ['a redirect leads to nothing', 'rule a/t/gone\n', { 'a/t/gone': 'a/t/nowhere' }, ['rule a/t/gone']],
    ['redirects go in a circle', 'rule a/t/1\n', { 'a/t/1': 'a/t/2', 'a/t/2': 'a/t/1' }, ['rule a/t/1']],
    ['a table had the id of a rule', 'table a/t/here\n', {}, ['table a/t/here']],
    ['a comment and empty lines are none', '# rule a/t/gone\n\r\n\n', {}, []],
  ] as const)('%s', (_, list, redirects, dangling) => {
    expect(danglingIds(readIds(list), readRedirects(redirects), present)).toEqual(dangling);
  });

  test('are written sorted and once each, under a line that says what they are', () => {
    const written = writeIds(['table b', 'rule b', 'rule a', 'rule b']);
    expect(written).toMatch(/^# /);
    expect(written.split('\n').filter((line) => !line.startsWith('#'))).toEqual(['rule a', 'rule b', 'table b', '']);
  });

  test.each(['rule', 'thing a', 'rule a b', 'a/t/here'])('"%s" is no released id', (line) => {
    expect(() => readIds(`rule a\n${line}\n`)).toThrow(`released-ids.txt:2: "${line}" is not a kind and an id`);
  });
});
