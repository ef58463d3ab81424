import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the command in a copy of the repository. */
function copyOfRepository(): { root: string; verify: (...args: string[]) => { status: number | null; out: string } } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'verify-')));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const parts = ['data', 'tools', 'src', 'snapshots.sha256'].map((part) => `packages/catalog/${part}`);
  for (const part of ['scraper/src', 'scraper/vocabulary', 'snapshots', ...parts]) {
    cpSync(join(ROOT, part), join(root, part), { recursive: true });
  }
  for (const folder of ['scraper', 'packages/catalog']) {
    symlinkSync(join(ROOT, folder, 'node_modules'), join(root, folder, 'node_modules'), 'dir');
  }
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  const verify = (...args: string[]) => {
    const command = [join(root, 'packages/catalog/tools/verify.ts'), ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    return { status, out: `${stderr}${stdout}` };
  };
  return { root, verify };
}

test('pnpm verify says what it checked; of a snapshot that was changed where it is, until it is reviewed', () => {
  const { root, verify } = copyOfRepository();
  expect(verify()).toEqual({ status: 0, out: expect.stringMatching(/^\d+ snapshots .*: all traced\.\n$/) });

  const file = 'snapshots/lync-server-2013/ipsec-exceptions.json';
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, `${text}\n`);
  const changed = verify();
  expect(changed.status).toBe(1);
  expect(changed.out).toMatch(/^snapshots\/lync-server-2013\/ipsec-exceptions\.json: its sha256 is /);
  expect(changed.out).toMatch(/: 1 not traced\.\n$/);
  expect(verify('--update').status).toBe(0);
  expect(verify().status).toBe(0);

  writeFileSync(path, '{}');
  expect(verify()).toEqual({
    status: 1,
    out: expect.stringMatching(/^error: .*ipsec-exceptions\.json: not a snapshot/),
  });
  expect(verify('--force')).toEqual({ status: 1, out: 'error: usage: pnpm verify [--update]\n' });
});
