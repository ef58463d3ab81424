import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CODES, listCodes } from '../../../scraper/src/model/codes.ts';

const SOURCES = fileURLToPath(new URL('../../../scraper/src/', import.meta.url));

/** All of the code but the list itself. */
function sources(): string {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return files
    .filter((file) => file !== join('model', 'codes.ts'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'))
    .join('\n');
}

it('lists codes that something reports, and no others', () => {
  const text = sources();
  const composed = (code: string) => {
    const [prefix = '', ...rest] = code.split('-');
    return text.includes(`\`${prefix}-\${`) && text.includes(`'${rest.join('-')}'`);
  };
  const unused = Object.keys(CODES).filter((code) => !text.includes(`'${code}'`) && !composed(code));
  expect(unused).toEqual([]);
});

it('has them in order, each with two sentences', () => {
  const codes = Object.keys(CODES);
  expect(codes).toEqual(codes.toSorted());
  for (const [, ...sentences] of Object.values(CODES))
    for (const each of sentences) expect(each).toMatch(/^[A-Z].*\.$/);
  expect(listCodes().filter((line) => !line.startsWith(' '))).toHaveLength(codes.length);
});
