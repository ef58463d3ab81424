import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputs } from '@lync/port-firewall';
import { describe, expect, it } from 'vitest';
import { packetsOf, passes } from './support/packets.ts';
import { PLANS } from './support/plans.ts';
import { checked, PYTHON, written } from './support/tools.ts';

const SEND = fileURLToPath(new URL('support/real-packets.py', import.meta.url));

/** Whether this machine lets a test make networks of its own, which a container may not. */
const allowed = ['ip netns add packets-allowed', 'ip netns exec packets-allowed nft list ruleset'].every((command) => {
  const [name = '', ...args] = command.split(' ');
  return spawnSync(name, args, { stdio: 'ignore' }).status === 0;
});
spawnSync('ip', ['netns', 'delete', 'packets-allowed'], { stdio: 'ignore' });
const why = allowed
  ? ''
  : ' (skipped: it takes root, iproute2, nftables, and a machine that allows network namespaces)';

/** What loads a file of an output. */
const LOADERS = {
  nftables: (file: string) => ['nft', '-f', file],
  iptables: (file: string) => ['iptables-restore', file],
} as const;

describe.skipIf(!allowed)(`of real packets through a real firewall${why}`, { timeout: 60_000 }, () => {
  const [, plan] = PLANS.find(([name]) => name === 'scaled-edge-hlb') ?? [];

  it.each(Object.keys(LOADERS) as (keyof typeof LOADERS)[])('those pass by %s that the plan lets pass', (output) => {
    if (plan === undefined) throw new Error('there is no such plan');
    const files = outputs[output](plan);
    const folder = written(files);
    for (const firewall of ['external', 'internal']) {
      const packets = packetsOf(plan).filter((packet) => packet.firewall === firewall);
      const file = files.find(({ name }) => name.startsWith(`${firewall}.`))?.name ?? '';
      const input = JSON.stringify({ commands: [LOADERS[output](join(folder, file))], packets });
      const passed = JSON.parse(checked(PYTHON, [SEND], { input })) as boolean[];
      const wrong = packets.filter((packet, at) => passed[at] !== passes(plan, packet));
      expect({ firewall, wrong }).toEqual({ firewall, wrong: [] });
      expect(new Set(passed)).toEqual(new Set([true, false]));
    }
  });
});
