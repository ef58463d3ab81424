import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Debian's own Python, which has Debian's modules whatever other Python is first. */
export const PYTHON = '/usr/bin/python3';

/** What a checker that is not on this machine is got by; a test that needs it is skipped and says so. */
const PACKAGES: Readonly<Record<string, readonly [test: readonly string[], from: string]>> = {
  shellcheck: [['shellcheck', '--version'], 'apt-get install shellcheck'],
  dash: [['dash', '-c', ':'], 'apt-get install dash'],
  nft: [['nft', '-c', 'list ruleset'], 'apt-get install nftables, and run as root'],
  'iptables-restore': [['iptables-restore', '--version'], 'apt-get install iptables'],
  openpyxl: [[PYTHON, '-c', 'import openpyxl'], 'apt-get install python3-openpyxl'],
  capirca: [[PYTHON, '-c', 'import capirca'], 'apt-get install python3-capirca'],
  nc: [['nc', '-h'], 'apt-get install netcat-openbsd'],
};

/** Whether a checker is here. In CI it must be: .ci/run installs it. */
export function has(tool: keyof typeof PACKAGES): boolean {
  const [command = ['false'], from = ''] = PACKAGES[tool] ?? [];
  const { status } = spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' });
  if (status === 0) return true;
  if (process.env.CI === 'true') throw new Error(`${tool} is missing: ${from}`);
  console.warn(`skipped: ${tool} is missing (${from})`);
  return false;
}

/** Writes files into a folder of their own. */
export function written(files: readonly ({ name: string } & ({ text: string } | { bytes: Uint8Array }))[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'firewall-'));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file.name)), { recursive: true });
    writeFileSync(join(folder, file.name), 'bytes' in file ? file.bytes : file.text);
  }
  return folder;
}

/** Runs a command; what it says is in the message where it fails. */
export function checked(
  command: string,
  args: readonly string[],
  options: { cwd?: string; input?: string } = {},
): string {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${status}\n${stdout}${stderr}`);
  return stdout;
}
