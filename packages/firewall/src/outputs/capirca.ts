import type { Plan, PlanRule } from '../plan.ts';
import { commented, cut, firewallsOf, type OutputFile, rangesOf, slugOf, titleOf, withReplies } from './head.ts';

/** Policies of Capirca with their definitions, from which it compiles the syntax of other devices: base_dir is `capirca`. */
export function capirca(plan: Plan): OutputFile[] {
  const target = plan.family === 6 ? 'inet6' : 'extended';
  const policies = sections(plan).map(({ name, rules }) => {
    const terms = rules.flatMap((rule) => [
      `term ${nameOf(rule).toLowerCase()} {`,
      `  comment:: "${cut(titleOf(rule), 100)}"`,
      ...ends(rule).map(([key, value]) => `  ${key}:: ${value}`),
      `  protocol:: ${rule.transport}`,
      '  action:: accept',
      '}',
    ]);
    const head = [
      'header {',
      `  comment:: "${name} of ${plan.deployment.name.replaceAll('"', "'")}"`,
      `  target:: cisco ${name} ${target}`,
      '}',
    ];
    const last = ['term default-deny {', '  action:: deny', '}', ''];
    return {
      name: `capirca/pol/${name}.pol`,
      text: [commented(plan, rules, '#'), ...head, ...terms, ...last].join('\n'),
    };
  });
  const all = sections(plan).flatMap(({ rules }) => rules);
  const networks = all.flatMap((rule) =>
    networksOf(rule).map(
      ([name, blocks]) => `${name} = ${blocks.map(withLength).join(`\n${' '.repeat(name.length + 3)}`)}`,
    ),
  );
  const services = all.flatMap((rule) =>
    servicesOf(rule).map(
      ([name, ranges]) =>
        `${name} = ${rangesOf(ranges)
          .map((range) => `${range}/${rule.transport}`)
          .join(' ')}`,
    ),
  );
  return [
    ...policies,
    { name: 'capirca/def/LYNC.net', text: `${networks.join('\n')}\n` },
    { name: 'capirca/def/LYNC.svc', text: `${services.join('\n')}\n` },
  ];
}

/** The same for Aerleon, whose files are YAML. */
export function aerleon(plan: Plan): OutputFile[] {
  const target = plan.family === 6 ? 'inet6' : 'extended';
  const text = JSON.stringify;
  const policies = sections(plan).map(({ name, rules }) => ({
    name: `aerleon/policies/${name}.yaml`,
    text: [
      commented(plan, rules, '#'),
      'filters:',
      '  - header:',
      `      comment: ${text(`${name} of ${plan.deployment.name}`)}`,
      '      targets:',
      `        cisco: ${text(`${name} ${target}`)}`,
      '    terms:',
      ...rules.flatMap((rule) => [
        `      - name: ${nameOf(rule).toLowerCase()}`,
        `        comment: ${text(cut(titleOf(rule), 100))}`,
        ...ends(rule).map(([key, value]) => `        ${key}: ${value}`),
        `        protocol: ${rule.transport}`,
        '        action: accept',
      ]),
      '      - name: default-deny',
      '        action: deny',
      '',
    ].join('\n'),
  }));
  const all = sections(plan).flatMap(({ rules }) => rules);
  const networks = all.flatMap((rule) =>
    networksOf(rule).flatMap(([name, blocks]) => [
      `  ${name}:`,
      '    values:',
      ...blocks.map((block) => `      - address: ${text(withLength(block))}`),
    ]),
  );
  const services = all.flatMap((rule) =>
    servicesOf(rule).flatMap(([name, ranges]) => [
      `  ${name}:`,
      ...rangesOf(ranges).flatMap((range) => [`    - protocol: ${rule.transport}`, `      port: ${text(range)}`]),
    ]),
  );
  return [
    ...policies,
    { name: 'aerleon/def/networks.yaml', text: ['networks:', ...networks, ''].join('\n') },
    { name: 'aerleon/def/services.yaml', text: ['services:', ...services, ''].join('\n') },
  ];
}

type Maybe = PlanRule & { readonly reply?: true };

/** A policy for each firewall and way. */
function sections(plan: Plan): { name: string; rules: readonly Maybe[] }[] {
  return firewallsOf(plan).flatMap((firewall) => {
    const all = withReplies(
      plan,
      plan.rules.filter((rule) => rule.firewall === firewall),
    );
    return (['in', 'out'] as const).flatMap((way) => {
      const rules = all.filter((rule) => rule.way === way);
      return rules.length > 0 ? [{ name: `${slugOf(firewall)}-${way}`, rules }] : [];
    });
  });
}

function nameOf({ code, reply }: Maybe): string {
  return reply ? `${code}-REPLY` : code;
}

function ends(rule: Maybe): [key: string, value: string][] {
  const name = nameOf(rule);
  const has = (key: string, is: boolean, value: string): [string, string][] => (is ? [[key, value]] : []);
  return [
    ...has('source-address', !rule.sources.includes('any'), `${name}-SRC`),
    ...has('destination-address', !rule.destinations.includes('any'), `${name}-DST`),
    ...has('source-port', rule.sourcePorts.length > 0, `${name}-SPORT`),
    ...has('destination-port', rule.ports.length > 0, `${name}-PORT`),
  ];
}

function networksOf(rule: Maybe): [string, readonly string[]][] {
  const sides: [string, readonly string[]][] = [
    [`${nameOf(rule)}-SRC`, rule.sources],
    [`${nameOf(rule)}-DST`, rule.destinations],
  ];
  return sides.filter(([, blocks]) => !blocks.includes('any'));
}

function servicesOf(rule: Maybe): [string, PlanRule['ports']][] {
  const sides: [string, PlanRule['ports']][] = [
    [`${nameOf(rule)}-SPORT`, rule.sourcePorts],
    [`${nameOf(rule)}-PORT`, rule.ports],
  ];
  return sides.filter(([, ranges]) => ranges.length > 0);
}

function withLength(block: string): string {
  if (block.includes('/')) return block;
  return `${block}/${block.includes(':') ? 128 : 32}`;
}
