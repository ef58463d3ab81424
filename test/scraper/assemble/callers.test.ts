import { describe, expect, it } from 'vitest';
import { findCallers } from '../../../scraper/src/assemble/callers.ts';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { checkCallers, checkVocabulary } from '../../../scraper/src/assemble/vocabulary-check.ts';
import { countVocabulary } from '../../../scraper/src/assemble/vocabulary-counts.ts';
import { readData } from '../../../scraper/src/commands/data.ts';
import { DATA } from '../../../scraper/src/commands/places.ts';
import type { PortRule } from '../../../scraper/src/model/catalog.ts';
import { CallersEntry } from '../../../scraper/src/vocabulary/schema.ts';
import { en } from '../../support/cells.ts';
import { endOf, flowOf, port, ruleOf } from '../../support/one-ended.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';

const WHY = { en: 'Because.', ko: '그래서.' };
const role = (id: string, given = {}) => ({
  id,
  name: { en: id, ko: id },
  kind: 'server' as const,
  zone: 'internal' as const,
  ...given,
});
const ROLES = [
  role('all', { kind: 'group', servers: ['front', 'director'] }),
  role('front'),
  role('front-too', { base: 'front' }),
  role('front-balancer', { kind: 'load-balancer', servers: ['front'] }),
  role('director'),
];

const knows = (...roles: string[]) => ({ roles, by: 'project', reason: WHY });
const quotes = (from: string, ...roles: string[]) => ({ roles, by: 'document', from });

interface Given {
  /** The rule in question; the front's port 443 by TCP, unless told. */
  rule?: Partial<PortRule>;
  /** Its note. */
  says?: string;
  entries?: object[];
  flows?: PortRule[];
  others?: { rule: PortRule; says: string }[];
}

/** Who connects to the rule, as `role by from`, and what is at fault. */
function find({ rule = {}, says = '', entries = [], flows = [], others = [] }: Given) {
  const asked = ruleOf({ id: 'asked', role: 'front', ports: port(443), transports: ['tcp'], ...rule });
  const all = [
    { rule: asked, cells: [en(says)] },
    ...flows.map((flow) => ({ rule: flow, cells: [] })),
    ...others.map((other) => ({ rule: other.rule, cells: [en(other.says)] })),
  ];
  const callers = entries.map((entry) => CallersEntry.parse({ role: 'front', ports: '443', ...entry }));
  const { found, reasons, faults } = findCallers(all, vocabularyOf({ roles: ROLES, callers }));
  const print = (list: readonly { role: string; by: string; from: string }[] = []) =>
    list.map(({ role: who, by, from }) => `${who} ${by} ${from}`);
  return {
    callers: print(found.get(asked)?.callers),
    calls: print(found.get(asked)?.calls),
    reasons,
    faults: faults.filter((fault) => fault.rule === 'asked').map(({ message }) => message),
  };
}

const KNOWN = { callers: [knows('client')] };

describe('who connects to a listening port', () => {
  const cases: (Given & { fact: string; callers: string[]; faults?: string[] })[] = [
    { fact: 'is known by this project, with its reason', entries: [KNOWN], callers: ['client project Because.'] },
    {
      fact: 'is quoted from a cell, white space apart',
      says: 'Used for  requests\nfrom the director.',
      entries: [{ callers: [quotes('requests from the director', 'director')] }],
      callers: ['director document requests from the director'],
    },
    {
      fact: 'is not quoted in other letters',
      says: 'From The Director',
      entries: [{ callers: [quotes('from the director', 'director')] }],
      callers: [],
      faults: ['no cell says "from the director", as callers.yaml has it for director'],
    },
    {
      fact: 'is said by the row of the server behind its load balancer',
      rule: { kind: 'load-balancer', role: 'front-balancer' },
      entries: [{ role: ['front', 'front-balancer'], callers: [quotes('from directors', 'director')] }],
      others: [{ rule: ruleOf({ id: 'node', role: 'front', ports: port(443) }), says: 'from directors' }],
      callers: ['director document node'],
    },
    {
      fact: 'is not said by such a row of another product',
      rule: { kind: 'load-balancer', role: 'front-balancer' },
      entries: [{ role: ['front', 'front-balancer'], callers: [quotes('from directors', 'director')] }],
      others: [{ rule: ruleOf({ id: 'node', product: 'q', role: 'front', ports: port(443) }), says: 'from directors' }],
      callers: [],
      faults: ['no cell says "from directors", as callers.yaml has it for director'],
    },
    {
      fact: 'is said by a row that the entry names',
      entries: [{ callers: [{ ...quotes('to the front', 'director'), of: { role: 'director', ports: '80' } }] }],
      others: [{ rule: ruleOf({ id: 'witness', role: 'director', ports: port(80) }), says: 'to the front' }],
      callers: ['director document witness'],
      faults: [],
    },
    {
      fact: 'is told by the first flow to the port, before what is quoted, before what is known',
      says: 'from gateways',
      entries: [
        { callers: [knows('client'), quotes('from gateways', 'gateway', 'gateway-too'), knows('edge', 'edge-too')] },
      ],
      flows: [flowOf('flow', ['edge'], ['front'], 443), flowOf('later', ['edge'], ['front'], 443)],
      callers: [
        'edge document flow',
        'gateway document from gateways',
        'gateway-too document from gateways',
        'client project Because.',
        'edge-too project Because.',
      ],
    },
    {
      fact: 'is told by a flow to its load balancer',
      entries: [KNOWN],
      flows: [flowOf('flow', ['edge'], ['front-balancer'], 443)],
      callers: ['edge document flow', 'client project Because.'],
    },
    {
      fact: 'is told by a flow to the servers behind it',
      rule: { kind: 'load-balancer', role: 'front-balancer' },
      entries: [{ ...KNOWN, role: 'front-balancer' }],
      flows: [flowOf('flow', ['edge'], ['front'], 443)],
      callers: ['edge document flow', 'client project Because.'],
    },
    {
      fact: 'is told by a flow to the role of which it is a special case',
      rule: { role: 'front-too' },
      entries: [{ ...KNOWN, role: 'front-too' }],
      flows: [flowOf('flow', ['edge'], ['front'], 443)],
      callers: ['edge document flow', 'client project Because.'],
    },
    {
      fact: 'is not told by a flow to a special case of its role',
      entries: [KNOWN],
      flows: [flowOf('flow', ['edge'], ['front-too'], 443)],
      callers: ['client project Because.'],
    },
    {
      fact: 'is not told of a group by a flow to one of its servers',
      rule: { role: 'all' },
      entries: [{ ...KNOWN, role: 'all' }],
      flows: [flowOf('flow', ['edge'], ['front'], 443)],
      callers: ['client project Because.'],
    },
    {
      fact: 'are the roles to which a flow narrows Any',
      entries: [KNOWN],
      flows: [flowOf('flow', [], ['front'], 443, { source: endOf(['edge'], 'narrowed') })],
      callers: ['edge document flow', 'client project Because.'],
    },
    ...[
      { what: 'to another port', flow: flowOf('flow', ['edge'], ['front'], 444) },
      { what: 'by another transport', flow: flowOf('flow', ['edge'], ['front'], 443, { transports: ['udp'] }) },
      { what: 'of another product', flow: flowOf('flow', ['edge'], ['front'], 443, { product: 'q' }) },
      { what: 'to another role', flow: flowOf('flow', ['edge'], ['director'], 443) },
      { what: 'from anybody', flow: flowOf('flow', [], ['front'], 443, { source: endOf([], 'any') }) },
      { what: 'that names no source', flow: flowOf('flow', [], ['front'], 443, { source: null }) },
      { what: 'that names no port', flow: flowOf('flow', ['edge'], ['front'], 443, { ports: null }) },
    ].map(({ what, flow }) => ({
      fact: `is not told by a flow ${what}`,
      entries: [KNOWN],
      flows: [flow],
      callers: ['client project Because.'],
    })),
    {
      fact: 'is to be said',
      callers: [],
      faults: ['no entries of callers.yaml are about it'],
    },
    {
      fact: 'is said in one place',
      entries: [KNOWN, { unknown: WHY }],
      callers: ['client project Because.'],
      faults: ['2 entries of callers.yaml are about it'],
    },
    { fact: 'may be unknown', entries: [{ unknown: WHY }], callers: [] },
    {
      fact: 'is not unknown where a flow tells it',
      entries: [{ unknown: WHY }],
      flows: [flowOf('flow', ['edge'], ['front'], 443)],
      callers: ['edge document flow'],
      faults: ['callers.yaml has no callers for it, and flow has'],
    },
  ];

  it.each(cases)('$fact', ({ callers, faults = [], ...given }) => {
    const found = find(given);
    expect(found.callers).toEqual(callers);
    expect(found.faults).toEqual(faults);
  });

  it('its reasons are there in both languages, those that are used', () => {
    expect(find({ entries: [KNOWN] }).reasons).toEqual([WHY]);
    expect(find({ entries: [KNOWN], flows: [flowOf('flow', ['client'], ['front'], 443)] }).reasons).toEqual([]);
  });
});

describe('an entry is about a rule that has', () => {
  const HIT = ['client project Because.'];
  const cases: { fact: string; rule?: Partial<PortRule>; entry: object; hit: boolean }[] = [
    { fact: 'its role', entry: {}, hit: true },
    { fact: 'one of its roles', entry: { role: ['director', 'front'] }, hit: true },
    { fact: 'no other role', entry: { role: 'director' }, hit: false },
    { fact: 'no role, where it says so', rule: { role: null }, entry: { role: [null] }, hit: true },
    { fact: 'its port', entry: { ports: ['80', '443'] }, hit: true },
    { fact: 'no other port', entry: { ports: '44' }, hit: false },
    {
      fact: 'its port, but for footnote marks, commas and spaces',
      rule: { ports: { ...port(1), text: '49,152 - 57 500*' } },
      entry: { ports: '49152-57500' },
      hit: true,
    },
    { fact: 'one of its services', rule: { service: 'web' }, entry: { services: [null, 'web'] }, hit: true },
    { fact: 'no service, where it has null', entry: { services: [null, 'web'] }, hit: true },
    { fact: 'no other service', rule: { service: 'sip' }, entry: { services: [null, 'web'] }, hit: false },
    {
      fact: 'all of its protocols',
      rule: { protocols: ['sip', 'tls'] },
      entry: { protocols: ['tls', 'sip'] },
      hit: true,
    },
    { fact: 'no other protocols', rule: { protocols: ['sip', 'tls'] }, entry: { protocols: ['tls'] }, hit: false },
    {
      fact: 'a note that begins as it says',
      rule: { notes: { en: 'Audio ports.', ko: null, by: { en: 'document', ko: null } } },
      entry: { notes: ['Video', 'Audio'] },
      hit: true,
    },
    { fact: 'such a note, and not none', entry: { notes: ['Audio'] }, hit: false },
    { fact: 'the kind virtual IP only where it says so', rule: { kind: 'virtual-ip' }, entry: {}, hit: false },
    {
      fact: 'its name',
      rule: { kind: 'virtual-ip', name: '<pool>web_443_vs' },
      entry: { kind: 'virtual-ip', name: 'web_' },
      hit: true,
    },
    {
      fact: 'no other name',
      rule: { kind: 'virtual-ip', name: 'sip' },
      entry: { kind: 'virtual-ip', name: 'web_' },
      hit: false,
    },
    { fact: 'one end: a flow has both', rule: { kind: 'flow' }, entry: {}, hit: false },
  ];

  it.each(cases)('$fact', ({ rule = {}, entry, hit }) => {
    expect(find({ rule, entries: [{ ...KNOWN, ...entry }] }).callers).toEqual(hit ? HIT : []);
  });
});

describe('to whom the role of a row connects', () => {
  const calling = (...calls: object[]) => [{ role: 'client', none: WHY, calls }];
  const rule = { kind: 'client', role: 'client' } as const;
  const to = { roles: ['front'], by: 'flow' };
  const cases: (Given & { fact: string; calls: string[]; faults?: string[] })[] = [
    {
      fact: 'is told by a flow from the role, before one from anybody',
      entries: calling(to),
      flows: [
        flowOf('anybody', [], ['front'], 443, { source: endOf([], 'any') }),
        flowOf('own', ['client'], ['front'], 443),
      ],
      calls: ['front document own'],
    },
    {
      fact: 'is told by a flow from anybody',
      entries: calling(to),
      flows: [flowOf('anybody', [], ['front'], 443, { source: endOf([], 'any') })],
      calls: ['front document anybody'],
    },
    {
      fact: 'is told by a flow from anybody where the row names no role, and not by one from somebody',
      rule: { role: null },
      entries: calling(to).map((entry) => ({ ...entry, role: [null] })),
      flows: [
        flowOf('somebody', ['front-too'], ['front'], 443),
        flowOf('anybody', [], ['front'], 443, { source: endOf([], 'any') }),
      ],
      calls: ['front document anybody'],
    },
    {
      fact: 'is not told by a flow from Any that is narrowed to others',
      entries: calling(to),
      flows: [flowOf('narrowed', [], ['front'], 443, { source: endOf(['edge'], 'narrowed') })],
      calls: [],
      faults: ['no flow goes there, as callers.yaml has it for front'],
    },
    {
      fact: 'is not told where no flow is of its port',
      entries: calling(to),
      flows: [flowOf('other', ['client'], ['front'], 444)],
      calls: [],
      faults: ['no flow goes there, as callers.yaml has it for front'],
    },
    { fact: 'is known by this project', entries: calling(knows('front')), calls: ['front project Because.'] },
    {
      fact: 'is quoted',
      says: 'to the front',
      entries: calling(quotes('the front', 'front')),
      calls: ['front document the front'],
    },
  ];

  it.each(cases)('$fact', ({ calls, faults = [], ...given }) => {
    expect(find({ ...given, rule: { ...rule, ...given.rule } })).toMatchObject({ callers: [], calls, faults });
  });

  it('no flow tells who connects to a client', () => {
    const flows = [flowOf('flow', ['edge'], ['client'], 443)];
    expect(find({ rule, flows, entries: [{ ...KNOWN, role: 'client' }] }).callers).toEqual(['client project Because.']);
  });
});

describe('an entry that is none', () => {
  const cases: { fact: string; entry: object }[] = [
    { fact: 'says nothing', entry: {} },
    { fact: 'says two things', entry: { ...KNOWN, unknown: WHY } },
    { fact: 'has a reason in one language', entry: { callers: [{ ...knows('client'), reason: { en: 'Because.' } }] } },
    { fact: 'has callers without a reason', entry: { callers: [{ roles: ['client'], by: 'project' }] } },
    { fact: 'has callers that are not quoted', entry: { callers: [{ roles: ['client'], by: 'document' }] } },
    { fact: 'writes down what flows tell', entry: { callers: [{ roles: ['client'], by: 'flow' }] } },
    { fact: 'has a role twice', entry: { callers: [knows('client'), quotes('x', 'client')] } },
    { fact: 'says whom a role calls that is called', entry: { ...KNOWN, calls: [knows('front')] } },
    { fact: 'is about nobody', entry: { role: undefined, ...KNOWN } },
  ];

  it.each(cases)('$fact', ({ entry }) => {
    expect(CallersEntry.safeParse({ role: 'front', ports: '443', ...entry }).success).toBe(false);
  });
});

describe('an entry or a group of callers.yaml is no longer needed', () => {
  const caller = { role: 'client', by: 'project', from: WHY.en } as const;
  const quoted = { ...caller, by: 'document', from: 'from clients' } as const;
  const byFlow = { ...caller, by: 'document', from: 'flow' } as const;
  const asked = ruleOf({ role: 'front', ports: port(443) });
  const calling = { none: WHY, calls: [{ roles: ['client'], by: 'flow' }] };
  const cases: { fact: string; entry: object; rule: PortRule; unused: string[] }[] = [
    { fact: 'not where a rule has it', entry: KNOWN, rule: { ...asked, callers: [caller] }, unused: [] },
    {
      fact: 'where no rule has the port',
      entry: { ...KNOWN, ports: '80' },
      rule: { ...asked, callers: [caller] },
      unused: ['front 80: callers client'],
    },
    {
      fact: 'where flows tell all that it does',
      entry: KNOWN,
      rule: { ...asked, callers: [byFlow] },
      unused: ['front 443: callers client'],
    },
    {
      fact: 'where the rule has others from elsewhere',
      entry: KNOWN,
      rule: { ...asked, callers: [{ ...caller, role: 'edge' }] },
      unused: ['front 443: callers client'],
    },
    {
      fact: 'not where a rule has what it quotes',
      entry: { callers: [quotes('from clients', 'client')] },
      rule: { ...asked, callers: [quoted] },
      unused: [],
    },
    {
      fact: 'where flows tell what it quotes',
      entry: { callers: [quotes('from clients', 'client')] },
      rule: { ...asked, callers: [byFlow] },
      unused: ['front 443: callers client'],
    },
    {
      fact: 'where this project knows what it quotes',
      entry: { callers: [quotes('from clients', 'client')] },
      rule: { ...asked, callers: [caller] },
      unused: ['front 443: callers client'],
    },
    {
      fact: 'not where a rule has whom a flow tells',
      entry: calling,
      rule: { ...asked, calls: [byFlow] },
      unused: [],
    },
    {
      fact: 'where a row is quoted for whom a flow should tell',
      entry: calling,
      rule: { ...asked, calls: [quoted] },
      unused: ['front 443: calls client'],
    },
    {
      fact: 'where no rule without a role has the port',
      entry: { ...KNOWN, role: [null] },
      rule: asked,
      unused: ['no role 443: callers client'],
    },
    { fact: 'not where it says of a rule that nobody knows', entry: { unknown: WHY }, rule: asked, unused: [] },
    {
      fact: 'where it says so of none',
      entry: { unknown: WHY, services: ['web'] },
      rule: asked,
      unused: ['front 443; web: no callers'],
    },
  ];

  it.each(cases)('$fact', ({ entry, rule, unused }) => {
    const vocabulary = vocabularyOf({ callers: [CallersEntry.parse({ role: 'front', ports: '443', ...entry })] });
    const { catalog } = assemble([], vocabulary);
    const flow = flowOf('flow', ['client'], ['front'], 443);
    const counts = countVocabulary(vocabulary, [], { ...catalog, ports: [rule, flow] });
    const found = checkVocabulary(counts.filter(({ file }) => file === 'callers'));
    expect(found.map(({ code, text }) => [code, text])).toEqual(unused.map((text) => ['unused', text]));
  });
});

it('a fault is an error of callers.yaml that names the rule', () => {
  expect(checkCallers([{ rule: 'p/t/r', message: 'no cell says it' }])).toEqual([
    {
      severity: 'error',
      code: 'callers',
      document: 'scraper/vocabulary/callers.yaml',
      table: null,
      row: null,
      column: null,
      text: 'p/t/r',
      message: 'no cell says it',
    },
  ]);
});

describe('the committed catalog', () => {
  const { ports, reasons } = readData(DATA);
  const korean = new Map(reasons.map((reason) => [reason.en, reason.ko]));
  const ofKind = (...kinds: PortRule['kind'][]) => ports.filter(({ kind }) => kinds.includes(kind));

  it('says of nearly every listening port who connects to it', () => {
    const silent = ofKind('load-balancer', 'virtual-ip').filter(({ callers }) => callers.length === 0);
    expect(silent).toEqual([]);
    const without = ofKind('listener').filter(({ callers, calls }) => callers.length + calls.length === 0);
    const known = [...new Set(without.map(({ role: who, ports: set }) => `${who} ${set?.text}`))].sort();
    expect(known).toEqual([
      'all-servers 1434',
      'director 5060',
      'front-end-server 5060',
      'front-end-server 5066',
      'persistent-chat-front-end-server 881',
    ]);
  });

  it('gives each reason of this project in Korean too', () => {
    const own = ports.flatMap(({ callers, calls }) => [...callers, ...calls]).filter(({ by }) => by === 'project');
    expect(own.filter(({ from }) => !/[가-힣]/.test(korean.get(from) ?? ''))).toEqual([]);
    expect(own.length).toBeGreaterThan(0);
  });
});
