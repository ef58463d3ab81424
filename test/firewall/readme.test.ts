import { readFileSync } from 'node:fs';
import { examples, outputs, planOf } from '@lync/port-firewall';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const README = readFileSync(new URL('../../packages/firewall/README.md', import.meta.url), 'utf8');

it('the deployment of the README has a plan with rules outside and inside', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(README) ?? [];
  const result = planOf(parse(yaml));
  const firewalls = 'plan' in result ? result.plan.rules.map(({ firewall }) => firewall) : [];
  expect(new Set(firewalls)).toEqual(new Set(['external', 'internal', 'host:front-end-server']));
});

it('the program of the README prints what it says', () => {
  const result = planOf(examples['single-edge-nat']);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  const { rules, unused, notes } = result.plan;
  expect(README).toContain(`// ${rules.length} ${unused.length} ${notes.length}\n`);
  const names = outputs.asa(result.plan).map(({ name }) => `'${name}'`);
  expect(README).toContain(`// [ ${names.join(', ')} ]\n`);
});

it('the README names every output', () => {
  for (const name of ['xlsx', ...Object.keys(outputs)]) expect(README).toContain(`\`${name}\``);
});
