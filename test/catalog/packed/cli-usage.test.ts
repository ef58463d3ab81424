import { spawnSync } from 'node:child_process';
import { describe, expect, inject, it } from 'vitest';
import { version } from '../../../packages/catalog/src/index.ts';
import { commandOf, runCommand } from '../../support/command.ts';

const packed = inject('packed');
const DIRECTOR = 'lync-server-2013/internal-servers/director-front-end-service-5061-tcp';
const EXEMPTION = 'lync-server-2013/ipsec-exemptions/mediation-server-inbound';

function run(...args: string[]) {
  return runCommand(packed, args);
}

describe('port-catalog', () => {
  it.each(['--help', '-h', '5061 --help'])('%s prints help', (typed) => {
    const { status, out, err } = run(...typed.split(' '));
    expect([status, err]).toEqual([0, '']);
    expect(out).toEqual(run('--help').out);
  });

  it('the examples of the help work', () => {
    const { out } = run('--help');
    const examples = out.slice(out.indexOf('Examples') + 1).map((line) => line.trim().split(' ').slice(1));
    expect(examples.length).toBeGreaterThan(2);
    for (const example of examples) expect(run(...example).status, example.join(' ')).toBe(0);
  });

  it('--version prints the version of the data', () => {
    expect(run('--version')).toEqual({ status: 0, out: [version], err: '' });
  });

  it.each([
    { usage: [], says: /^The network ports[\s\S]*\nUsage/ },
    { usage: ['70000'], says: /a port is a number from 1 to 65535, not 70000/ },
    { usage: ['0'], says: /not 0/ },
    { usage: ['50.61'], says: /a port is a number/ },
    { usage: ['edge'], says: /for words: port-catalog search edge/ },
    { usage: ['5061', '5062'], says: /one port at a time, or: port-catalog search 5061 5062/ },
    { usage: ['search'], says: /search for what\?/ },
    { usage: ['show'], says: /show one id/ },
    { usage: ['show', DIRECTOR, EXEMPTION], says: /show one id/ },
    { usage: ['5061', '--lang', 'de'], says: /--lang is en or ko, not de/ },
    { usage: ['5061', '--colour'], says: /--colour/ },
    { usage: ['5061', '--lang'], says: /--lang/ },
  ])('wrong usage, $usage: status 2, and standard error says what is wrong', ({ usage, says }) => {
    const { status, out, err } = run(...usage);
    expect([status, out]).toEqual([2, []]);
    expect(err).toMatch(says);
    expect(err).toContain('--help');
  });

  it.each(['5061', 'search edge', `show ${DIRECTOR}`])('%s: no colours where the output is no terminal', (typed) => {
    const env = { ...process.env, FORCE_COLOR: '1', TERM: 'xterm-256color' };
    const { out } = runCommand(packed, typed.split(' '), env);
    expect(out.length).toBeGreaterThan(0);
    expect(out.join('\n').includes('\u001b')).toBe(false);
  });

  it('a reader that stops early is no error', () => {
    const { stderr } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" search tcp --json | head -n 1', process.execPath, commandOf(packed)],
      {
        encoding: 'utf8',
      },
    );
    expect(stderr).toBe('');
  });
});
