import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { corrections, documents, type PortRule, tables } from '../../packages/catalog/src/index.ts';
import { readList, readText } from '../support/catalog-data.ts';
import { codeBlocks } from '../support/markdown.ts';

const rules = readList('ports') as PortRule[];
const readme = readText('README.md');
const { scripts } = JSON.parse(readText('package.json')) as { scripts: Record<string, string> };

describe('the README', () => {
  it('quotes a rule as the catalog has it', () => {
    const [quoted] = codeBlocks(readme, 'json').map((text) => JSON.parse(text) as PortRule);
    expect(quoted).toEqual(rules.find(({ id }) => id === quoted?.id));
  });

  it.each([
    { what: 'rules', count: rules.length },
    { what: 'tables', count: tables.length },
    { what: 'pages', count: documents.length },
    { what: 'corrections', count: corrections.length },
  ])('counts the $what', ({ what, count }) => {
    expect(readme).toMatch(new RegExp(`\\b${count} ${what}\\b`));
  });
});

describe.each(['README.md', 'CONTRIBUTING.md', 'ARCHITECTURE.md', 'packages/catalog/README.md'])('%s', (file) => {
  const text = readText(file);

  it('names commands that are there', () => {
    const code = text.match(/^```sh\n[\s\S]*?^```$|`[^`\n]+`/gm)?.join('\n') ?? '';
    const named = [...code.matchAll(/\bpnpm(?:@[\d.]+)? (?:run )?([a-z][a-z:-]*)/g)].map(([, name = '']) => name);
    const own = ['install', 'pack', 'add', 'exec'];
    expect(named.filter((name) => !Object.hasOwn(scripts, name) && !own.includes(name))).toEqual([]);
  });

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
    const missing = links.filter((path) => {
      return !existsSync(fileURLToPath(new URL(path, new URL(`../../${file}`, import.meta.url))));
    });
    expect(missing).toEqual([]);
  });
});
