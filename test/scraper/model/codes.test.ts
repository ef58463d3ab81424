import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CODES, listCodes } from '../../../scraper/src/model/codes.ts';

const SCRAPER = fileURLToPath(new URL('../../../scraper/', import.meta.url));

/** All of the code but the list itself. */
function sources(): string {
  const folders = ['src', 'tools'].map((name) => join(SCRAPER, name));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  return files
    .filter((file) => file.endsWith('.ts') && !file.endsWith(join('model', 'codes.ts')))
    .map((file) => readFileSync(file, 'utf8'))
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
