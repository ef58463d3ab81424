import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from '@cdktf/hcl2json';
import { examples, outputs, type Plan } from '@lync/port-firewall';
import { xlsx } from '@lync/port-firewall/xlsx';
import { describe, expect, it } from 'vitest';
import { Language, Parser } from 'web-tree-sitter';
import { packetsOf, passes } from './support/packets.ts';
import { PLANS, planned } from './support/plans.ts';
import { checked, has, PYTHON, written } from './support/tools.ts';

describe('what others say of the outputs', { timeout: 120_000 }, () => {
  it('the grammar of PowerShell takes the scripts of hosts and the probes', async () => {
    await Parser.init();
    const grammar = await Language.load(
      fileURLToPath(import.meta.resolve('tree-sitter-powershell/tree-sitter-powershell.wasm')),
    );
    const parser = new Parser();
    parser.setLanguage(grammar);
    for (const [, plan] of PLANS) {
      for (const { name, text } of [...outputs.powershell(plan), ...outputs.probes(plan)]) {
        if (!name.endsWith('.ps1')) continue;
        expect({ name, wrong: parser.parse(text)?.rootNode.hasError }).toEqual({ name, wrong: false });
      }
    }
    expect(parser.parse("New-NetFirewallRule -Name 'x")?.rootNode.hasError).toBe(true);
  });

  it("HashiCorp's parser reads a rule for each of the plan, and one that closes each way", async () => {
    for (const [, plan] of PLANS) {
      const [file] = outputs.terraform(plan);
      const { resource } = await parse('nsg.tf', file?.text ?? '');
      const groups = new Set(plan.rules.map(({ firewall }) => firewall)).size;
      expect(Object.keys(resource.azurerm_network_security_group)).toHaveLength(groups);
      expect(Object.keys(resource.azurerm_network_security_rule)).toHaveLength(plan.rules.length + 2 * groups);
    }
  });

  it.skipIf(!has('nft'))('nft takes every table', () => {
    for (const [, plan] of PLANS) {
      const files = outputs.nftables(plan);
      const folder = written(files);
      for (const { name } of files) checked('nft', ['-c', '-f', join(folder, name)]);
    }
  });

  it.skipIf(!has('iptables-restore'))('iptables-restore takes every chain', () => {
    for (const [, plan] of PLANS) {
      for (const { name, text } of outputs.iptables(plan)) {
        const command = name.endsWith('ip6tables') ? 'ip6tables-restore' : 'iptables-restore';
        checked(command, ['--test', '--noflush'], { input: text });
      }
    }
  });

  it.skipIf(!has('shellcheck'))('shellcheck finds nothing in the probes', () => {
    for (const [, plan] of PLANS) checked('shellcheck', [join(written(outputs.probes(plan)), 'probe.sh')]);
  });

  it.skipIf(!has('dash'))('the probes are for any sh, and say what is wrong usage', () => {
    const [, plan] = PLANS[0] as [string, Plan];
    const script = join(written(outputs.probes(plan)), 'probe.sh');
    checked('dash', ['-n', script]);
    expect(spawnSync('dash', [script]).status).toBe(2);
  });

  it.skipIf(!has('openpyxl'))('openpyxl reads a sheet of each firewall with its rules, in both languages', () => {
    const books = PLANS.flatMap(([, plan]) => (['en', 'ko'] as const).map((language) => ({ plan, language })));
    const files = books.map(({ plan, language }) => join(written(xlsx(plan, language)), 'rules.xlsx'));
    const program = [
      'import openpyxl, json, sys, warnings',
      "warnings.simplefilter('error')",
      'def read(sheet):',
      '    rows = list(sheet.iter_rows())',
      '    return [sheet.title, [[cell.value for cell in row] for row in rows], [cell.hyperlink.target for row in rows for cell in row if cell.hyperlink]]',
      'print(json.dumps([[read(sheet) for sheet in openpyxl.load_workbook(name)] for name in json.load(sys.stdin)]))',
    ].join('\n');
    const read = JSON.parse(checked(PYTHON, ['-c', program], { input: JSON.stringify(files) })) as Sheet[][];
    books.forEach(({ plan }, n) => {
      const sheets = read[n] ?? [];
      const firewalls = [...new Set(plan.rules.map(({ firewall }) => firewall))];
      expect(sheets).toHaveLength(firewalls.length + 3);
      firewalls.forEach((firewall, i) => {
        const [, rows = [], links] = sheets[i + 1] ?? [];
        const rules = plan.rules.filter((rule) => rule.firewall === firewall);
        expect(rows.slice(1).map((row) => [row[1], row[3], row[7]])).toEqual(
          rules.map(({ code, sources, destinations }) => [code, sources.join(' '), destinations.join(' ')]),
        );
        expect(links).toHaveLength(rules.length);
      });
      expect(sheets.at(-2)?.[1]).toHaveLength(plan.unused.length + 1);
      expect(sheets.at(-1)?.[1]).toHaveLength(plan.rules.flatMap(({ why }) => why).length + 1);
    });
  });

  it.skipIf(!has('capirca'))('capirca lets the same packets pass as the plan', { timeout: 120_000 }, () => {
    const [, plan] = PLANS.find(([name]) => name === 'scaled-edge-dns-nat') as [string, Plan];
    const folder = join(written(outputs.capirca(plan)), 'capirca');
    const packets = packetsOf(plan);
    const program = [
      'import json, sys, glob, os',
      'from capirca.lib import policy, naming, aclcheck',
      `os.chdir('${folder}')`,
      "definitions = naming.Naming('def')",
      'policies = {}',
      "for name in glob.glob('pol/*.pol'):",
      "    firewall = os.path.basename(name).rsplit('-', 1)[0]",
      '    policies.setdefault(firewall, []).append(policy.ParsePolicy(open(name).read(), definitions))',
      'result = []',
      'for packet in json.load(sys.stdin):',
      '    found = False',
      "    for one in policies.get(packet['firewall'].replace(':', '-'), []):",
      "        check = aclcheck.AclCheck(one, src=packet['source'], dst=packet['destination'], sport=str(packet['sourcePort']), dport=str(packet['port']), proto=packet['transport'])",
      "        found = found or any(match.action == 'accept' for match in check.ExactMatches())",
      '    result.append(found)',
      'print(json.dumps(result))',
    ].join('\n');
    const verdicts = JSON.parse(checked(PYTHON, ['-c', program], { input: JSON.stringify(packets) })) as boolean[];
    const wrong = packets.filter((packet, i) => verdicts[i] !== passes(plan, packet));
    expect(wrong).toEqual([]);
    expect(verdicts.filter(Boolean).length).toBeGreaterThan(50);
    expect(verdicts.filter((verdict) => !verdict).length).toBeGreaterThan(50);
  });

  it.skipIf(!has('nc'))('probes find what a listener has open, and what nobody listens to', async () => {
    const plan = planned({
      ...examples['no-edge'],
      pools: [{ servers: ['10.0.0.1'] }],
      networks: { clients: ['10.0.1.1'] },
    });
    const [rule] = plan.rules.filter(
      ({ transport, firewall }) => transport === 'tcp' && firewall === 'host:front-end-server',
    ) as [Plan['rules'][number]];
    // The machine itself stands in for both ends, with a port that any user may have.
    const local = {
      ...plan,
      rules: [{ ...rule, sources: ['10.0.1.1'], destinations: ['127.0.0.1'], ports: [{ from: 45061, to: 45061 }] }],
    };
    const script = join(written(outputs.probes(local)), 'probe.sh');
    expect(spawnSync('sh', [script, 'test'], { encoding: 'utf8' })).toMatchObject({
      status: 1,
      stdout: `CLOSED  ${rule.code} tcp 127.0.0.1 45061\n`,
    });
    const listener = spawn('sh', [script, 'listen'], { detached: true, stdio: 'ignore' });
    try {
      await setTimeout(700);
      expect(spawnSync('sh', [script, 'test', rule.code, '10.0.1.1'], { encoding: 'utf8' })).toMatchObject({
        status: 0,
        stdout: `open    ${rule.code} tcp 127.0.0.1 45061\n`,
      });
      expect(spawnSync('sh', [script, 'test', '10.9.9.9'], { encoding: 'utf8' })).toMatchObject({
        status: 0,
        stdout: '',
      });
    } finally {
      process.kill(-(listener.pid ?? 0));
    }
  });
});

/** Title, cells and links of a sheet. */
type Sheet = [string, (string | null)[][], string[]];
