import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { type PortRule, ports } from '../../../packages/catalog/src/index.ts';
import { codeBlocks } from '../../support/markdown.ts';
import { nodesHere } from '../../support/packed.ts';
import { typeCheck } from '../../support/types.ts';

const packed = inject('packed');
const { project, installed } = packed;
const readme = readFileSync(join(installed, 'README.md'), 'utf8');
const examples = codeBlocks(readme, 'ts').map((text, at) => ({ name: `example-${at + 1}`, text }));
const sessions = codeBlocks(readme, 'console').flatMap((block) => {
  return block
    .split(/^\$ npx @lync\/port-catalog /m)
    .slice(1)
    .map((session) => {
      const [typed = '', ...shown] = session.split('\n');
      return { typed, shown: shown.join('\n').trimEnd() };
    });
});

/** What an example prints, as its comments say: each stands behind or under the statement that prints it. */
function promisedBy(example: string): string[] {
  return [...example.matchAll(/(?:^|; )\/\/ (.*)$/gm)].map(([, line = '']) => line);
}

function checkExamples(options: Readonly<Record<string, unknown>>) {
  const files = Object.fromEntries(examples.map(({ name, text }) => [`${name}.ts`, text]));
  return typeCheck(packed, files, { lib: ['es2022', 'dom'], ...options });
}

describe('the examples of the README', () => {
  const compiled = checkExamples({ noEmit: false });

  it('compile as they are', () => {
    expect(compiled.ok, compiled.output).toBe(true);
    expect(examples.length).toBeGreaterThan(3);
  });

  it('compile in a project with a bundler', () => {
    const { ok, output } = checkExamples({ module: 'esnext', moduleResolution: 'bundler' });
    expect(ok, output).toBe(true);
  });

  describe.each(nodesHere())('in Node $version', ({ node }) => {
    it.each(examples)('$name prints what its comments say', ({ name, text }) => {
      const printed = execFileSync(node, [join(compiled.folder, `${name}.js`)], { encoding: 'utf8' });
      expect(printed.trimEnd().split('\n')).toEqual(promisedBy(text));
    });

    it.each(sessions)('npx @lync/port-catalog $typed shows what is shown', ({ typed, shown }) => {
      const command = join(project, 'node_modules/.bin/port-catalog');
      const printed = execFileSync(node, [command, ...typed.split(' ')], { encoding: 'utf8' });
      expect(printed.trimEnd()).toBe(shown);
    });

    it('data.json can be imported', () => {
      const program = `
        import data from '@lync/port-catalog/data.json' with { type: 'json' };
        console.log(data.ports.length);`;
      const args = ['--no-warnings', '--input-type=module', '--eval', program];
      expect(execFileSync(node, args, { cwd: project, encoding: 'utf8' }).trim()).toBe(`${ports.length}`);
    });
  });

  it('this Node is among them', () => {
    expect(nodesHere().map(({ version }) => version)).toContain(process.version);
  });
});

describe('what else the README says', () => {
  it('the rule that it shows is one of the catalog', () => {
    const [shown] = codeBlocks(readme, 'json').map((text) => JSON.parse(text) as PortRule);
    expect(shown).toEqual(ports.find(({ id }) => id === shown?.id));
  });

  it('the files that it fetches are in the package', () => {
    const files = [...readme.matchAll(/npm\/@lync\/port-catalog\/(\S+)/g)].map(([, file = '']) => file);
    expect(files).toEqual(['dist/data.json', 'dist/ports.csv']);
    for (const file of files) expect(existsSync(join(installed, file)), file).toBe(true);
  });

  it('it names every entry of the package', () => {
    const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as { exports: object };
    const [, table = ''] = /^\| import \|([\s\S]*?)\n\n/m.exec(readme) ?? [];
    const named = [...table.matchAll(/`(?:@lync\/port-catalog|…)(\/[\w.-]+)?`/g)].map(([, path = '']) => `.${path}`);
    expect(named.sort()).toEqual(
      Object.keys(exports)
        .filter((entry) => entry !== './package.json')
        .sort(),
    );
  });
});
