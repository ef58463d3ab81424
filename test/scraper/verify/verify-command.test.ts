import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../../scraper/src/commands/places.ts';
import { run } from '../../support/cli.ts';
import { temporaryFolder } from '../../support/folders.ts';

/** A copy of what the command reads, and the command in it. */
function copyOfRepository() {
  const root = temporaryFolder();
  const parts = ['scraper', 'snapshots', 'packages/catalog/data', 'packages/catalog/snapshots.sha256'];
  const filter = (path: string) => !path.endsWith('node_modules');
  for (const part of parts) cpSync(join(ROOT, part), join(root, part), { recursive: true, filter });
  symlinkSync(join(ROOT, 'scraper/node_modules'), join(root, 'scraper/node_modules'), 'dir');
  const verify = (...args: string[]) => run(['verify', ...args], { cwd: root, cli: join(root, 'scraper/cli.js') });
  return { root, verify };
}

test('pnpm verify says what it checked; of a snapshot that was changed where it is, until it is reviewed', () => {
  const { root, verify } = copyOfRepository();
  const traced = { status: 0, out: [expect.stringMatching(/^\d+ snapshots .*: all traced\.$/)], err: [] };

  const file = 'snapshots/lync-server-2013/ipsec-exceptions.json';
  const path = join(root, file);
  writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
  expect(verify()).toEqual({
    status: 1,
    out: [],
    err: [
      expect.stringMatching(
        /^snapshots\/lync-server-2013\/ipsec-exceptions\.json: error: its sha256 is .* \[not-reviewed\]$/,
      ),
      expect.stringMatching(/: 1 not traced\.$/),
    ],
  });
  expect(verify('--update')).toEqual(traced);
  expect(verify()).toEqual(traced);

  writeFileSync(path, '{}');
  const { status, err } = verify();
  expect([status, err]).toEqual([1, [expect.stringMatching(/ipsec-exceptions\.json: error: .* \[bad-snapshot\]$/)]]);
  expect(verify('--force').err[0]).toBe('verify takes --update, or nothing');
});
