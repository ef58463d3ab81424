import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examples } from '@lync/port-firewall';
import { describe, expect, it } from 'vitest';
import { COMPILED } from '../support/cli.ts';

const CLI = fileURLToPath(new URL('../../packages/firewall/src/cli.ts', import.meta.url));

function run(cwd: string, args: readonly string[], input = '') {
  const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED };
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd, input, encoding: 'utf8', env });
  return { status, stdout, stderr };
}

function folder(...files: readonly [name: string, text: string][]): string {
  const made = mkdtempSync(join(tmpdir(), 'port-firewall-'));
  for (const [name, text] of files) writeFileSync(join(made, name), text);
  return made;
}

const GOOD = JSON.stringify(examples['scaled-edge-hlb']);
const BAD = GOOD.replace('203.0.113.42', '203.0.113.420');

describe('port-firewall', () => {
  it('goes from nothing to files in three commands', () => {
    const cwd = folder();
    expect(run(cwd, ['init', '--example', 'scaled-edge-hlb'])).toMatchObject({
      status: 0,
      stdout: 'deployment.yaml\n',
    });
    const plan = run(cwd, ['plan', 'deployment.yaml']);
    expect(plan.status).toBe(0);
    expect(plan.stdout).toContain('external: 8 rules');
    expect(plan.stdout).toMatch(/rows not used/);
    const write = run(cwd, ['write', 'deployment.yaml', '--to', 'xlsx,asa,probes', '--out', 'rules']);
    expect(write.status).toBe(0);
    expect(readdirSync(join(cwd, 'rules')).sort()).toEqual([
      'asa-external.cfg',
      'asa-internal.cfg',
      'probe.ps1',
      'probe.sh',
      'rules.xlsx',
    ]);
    expect(write.stdout.split('\n').filter(Boolean)).toHaveLength(5);
  });

  it('writes every output', () => {
    const cwd = folder(['d.json', GOOD]);
    expect(run(cwd, ['write', 'd.json', '--to', 'all', '--lang', 'ko'])).toMatchObject({ status: 0 });
    expect(readdirSync(join(cwd, 'rules'))).toEqual(
      expect.arrayContaining(['aerleon', 'capirca', 'diagram.svg', 'nsg.tf', 'rules.csv']),
    );
  });

  it('writes nothing of a deployment that is wrong, and says where, in both languages', () => {
    const cwd = folder(['bad.json', BAD]);
    for (const [lang, word] of [
      ['en', 'is no IPv4'],
      ['ko', '주소가 아닙니다'],
    ] as const) {
      const result = run(cwd, ['write', 'bad.json', '--to', 'asa', '--lang', lang]);
      expect(result).toMatchObject({ status: 1, stdout: '' });
      expect(result.stderr).toContain('bad.json: edge.servers[1].av: "203.0.113.420"');
      expect(result.stderr).toContain(word);
    }
    expect(readdirSync(cwd)).toEqual(['bad.json']);
  });

  it('leaves nothing half written where a file cannot be', () => {
    const cwd = folder(['d.json', GOOD], ['rules', 'a file where the folder should be']);
    expect(run(cwd, ['write', 'd.json', '--to', 'asa'])).toMatchObject({ status: 1, stdout: '' });
    expect(readdirSync(cwd).sort()).toEqual(['d.json', 'rules']);
  });

  it('checks', () => {
    const cwd = folder(['good.json', GOOD], ['bad.json', BAD], ['worse.yaml', 'a: [1\nb']);
    expect(run(cwd, ['check', 'good.json'])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(run(cwd, ['check', 'bad.json']).status).toBe(1);
    const json = run(cwd, ['check', 'bad.json', '--json']);
    expect(json.status).toBe(1);
    expect(JSON.parse(json.stdout).faults).toMatchObject([{ path: 'edge.servers[1].av', code: 'address' }]);
    expect(run(cwd, ['check', 'worse.yaml'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('cannot be read'),
    });
    expect(run(cwd, ['check', 'none.yaml'])).toMatchObject({ status: 1, stderr: expect.stringContaining('none.yaml') });
  });

  it('explains a rule by the published cells', () => {
    const cwd = folder(['deployment.yaml', GOOD]);
    const plan = JSON.parse(run(cwd, ['plan', 'deployment.yaml', '--json']).stdout);
    const { code } = plan.rules.find(({ ports }: { ports: { from: number }[] }) =>
      ports.some(({ from }) => from === 3478),
    );
    const explained = run(cwd, ['explain', code]);
    expect(explained.status).toBe(0);
    expect(explained.stdout).toContain('https://lync-ports.github.io/rules/skype-for-business-server-2015/');
    expect(explained.stdout).toMatch(/\| .*3478.* \|/);
    expect(run(cwd, ['explain', code.toLowerCase(), '--lang', 'ko']).stdout).toContain('닫으면');
    expect(run(cwd, ['explain', 'SX-000'])).toMatchObject({ status: 1, stderr: 'SX-000: no such code\n' });
  });

  it('says what to open and what to close', () => {
    const cwd = folder(['old.json', GOOD], ['new.json', GOOD.replace('203.0.113.42', '203.0.113.49')]);
    const { stdout, status } = run(cwd, ['diff', 'old.json', 'new.json']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/To open\n\+ external .*203\.0\.113\.49/);
    expect(stdout).toMatch(/To close\n- external .*203\.0\.113\.42/);
    expect(run(cwd, ['diff', 'old.json', 'old.json']).stdout).toBe('The same packets pass.\n');
  });

  it('asks, and writes over no file', () => {
    const cwd = folder();
    const answers = ['Contoso', '', 'none', '10.0.0.1, 10.0.0.2', '10.1.0.0/16', 'y', ''];
    expect(run(cwd, ['init', 'mine.yaml'], `${answers.join('\n')}\n`).status).toBe(0);
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toContain('name: Contoso');
    expect(run(cwd, ['check', 'mine.yaml']).status).toBe(0);
    expect(run(cwd, ['init', 'mine.yaml', '--example', 'no-edge'])).toMatchObject({ status: 1 });
    expect(readFileSync(join(cwd, 'mine.yaml'), 'utf8')).toContain('name: Contoso');
    expect(run(cwd, ['init', 'mine.yaml', '--example', 'no-edge', '--force'])).toMatchObject({ status: 0 });
    expect(run(cwd, ['init', 'wrong.yaml'], 'X\n\nnone\n10.0.0.999\n\n\n\n').status).toBe(1);
    expect(readdirSync(cwd)).toEqual(['mine.yaml']);
  });

  it.each([
    [[]],
    [['fly']],
    [['plan']],
    [['write', 'd.json']],
    [['write', 'd.json', '--to', 'pdf']],
    [['init', '--example', 'x']],
    [['plan', 'd', '--lang', 'fr']],
    [['plan', '--x']],
  ])('knows wrong usage: %j', (args) => {
    expect(run(folder(), args)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage') });
  });
});
