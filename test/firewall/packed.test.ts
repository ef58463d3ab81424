import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PNPM = 'pnpm@12.21.0';
const project = mkdtempSync(join(realpathSync(tmpdir()), 'firewall-packed-'));

describe('the package as it ships', () => {
  beforeAll(() => {
    writeFileSync(join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
    const scope = join(project, 'node_modules/@lync');
    mkdirSync(scope, { recursive: true });
    for (const name of ['catalog', 'firewall']) {
      const folder = mkdtempSync(join(realpathSync(tmpdir()), 'firewall-tarball-'));
      const env = { ...process.env, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) };
      execFileSync('npx', ['-y', PNPM, 'pack', '--pack-destination', folder], {
        cwd: join(ROOT, 'packages', name),
        env,
        stdio: 'pipe',
      });
      execFileSync('tar', ['-xzf', join(folder, readdirSync(folder)[0] ?? ''), '-C', folder]);
      symlinkSync(join(folder, 'package'), join(scope, `port-${name}`));
      // What it depends on stands beside it, as an installer puts it.
      symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'));
    }
    for (const name of ['yaml', 'zod', 'fflate', 'ipaddr.js']) {
      symlinkSync(
        realpathSync(join(ROOT, 'packages/firewall/node_modules', name)),
        join(project, 'node_modules', name),
      );
    }
  }, 120_000);

  const command = () => join(project, 'node_modules/@lync/port-firewall/dist/cli.js');

  it('goes from nothing to files in three commands', () => {
    const run = (...args: string[]) =>
      execFileSync(process.execPath, [command(), ...args], { cwd: project, encoding: 'utf8' });
    expect(run('init', '--example', 'scaled-edge-hlb')).toBe('deployment.yaml\n');
    expect(run('plan', 'deployment.yaml')).toContain('external: 8 rules');
    expect(run('write', 'deployment.yaml', '--to', 'xlsx,asa,probes').split('\n').filter(Boolean)).toHaveLength(5);
  });

  it('is imported as the README shows, and its types are found', () => {
    writeFileSync(
      join(project, 'program.ts'),
      [
        "import { type DeploymentInput, examples, outputs, type Plan, planOf } from '@lync/port-firewall';",
        "import { xlsx } from '@lync/port-firewall/xlsx';",
        "const input: DeploymentInput = examples['single-edge-nat'];",
        'const result = planOf(input);',
        "if ('faults' in result) throw new Error(result.faults[0]?.path);",
        'const plan: Plan = result.plan;',
        'const bytes: Uint8Array | undefined = xlsx(plan)[0]?.bytes;',
        'console.log(outputs.asa(plan).length, bytes !== undefined);',
      ].join('\n'),
    );
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc');
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--types',
      '',
      '--lib',
      'es2023,dom',
    ];
    execFileSync(process.execPath, [tsc, ...options, 'program.ts'], { cwd: project, stdio: 'pipe' });
    expect(execFileSync(process.execPath, ['program.ts'], { cwd: project, encoding: 'utf8' })).toBe('2 true\n');
  });
});
