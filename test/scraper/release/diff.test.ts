import { describe, expect, test } from 'vitest';
import { type Comparable, type Difference, diffCatalogs } from '../../../scraper/src/compare/diff.ts';
import { dueBump } from '../../../scraper/tools/release/bump.ts';
import { readRedirects } from '../../../scraper/tools/release/redirects.ts';
import { catalog, endpoint, FLOW, flow, LISTENER, portSet, rule, text } from './catalogs.ts';

interface Case {
  title: string;
  now: Comparable;
  redirects?: Record<string, string>;
  bump: string;
  /** What differs; the rest of the difference is empty. */
  diff: Partial<Difference>;
}

const NEW = 'lync/servers/edge-444-tcp';
const other = catalog();
const [listener, first] = [rule(LISTENER), other.roles[0]];

const listenerWith = (changes: Record<string, unknown>) => catalog({ ports: [rule(LISTENER, changes), flow()] });
const flowWith = (changes: Record<string, unknown>) => catalog({ ports: [listener, flow(changes)] });
const changed = (id: string, field: string, before: unknown, after: unknown): Partial<Difference> => ({
  changed: [{ id, fields: [field], before: { [field]: before }, after: { [field]: after } }],
});
const textOnly = (kind: string, id: string, ...fields: string[]): Partial<Difference> => ({
  changed: [{ id, fields, before: {}, after: {} }],
  text: { [kind]: Object.fromEntries(fields.map((field) => [field, 1])) },
});

const cases: Case[] = [
  { title: 'nothing changed', now: catalog(), bump: 'none', diff: {} },
  {
    title: 'rules in another order',
    now: catalog({ ports: other.ports.toReversed(), roles: other.roles.toReversed() }),
    bump: 'none',
    diff: {},
  },
  {
    title: 'a note says it in other words',
    now: listenerWith({ notes: text('Between servers.') }),
    bump: 'patch',
    diff: textOnly('rule', LISTENER, 'notes'),
  },
  {
    title: 'provenance: a row moved, a correction less, a transport implied',
    now: listenerWith({
      origin: { document: 'lync/ports', table: 1, row: 9 },
      corrections: ['x'],
      transportsImplied: true,
    }),
    bump: 'patch',
    diff: textOnly('rule', LISTENER, 'corrections', 'origin', 'transportsImplied'),
  },
  {
    title: 'the text of a port set, not its ports',
    now: listenerWith({ ports: portSet(5061, { text: '5061*' }) }),
    bump: 'patch',
    diff: textOnly('rule', LISTENER, 'ports'),
  },
  {
    title: 'the text of an endpoint, not who it is',
    now: flowWith({ destination: endpoint(['director', 'edge'], { text: text('Others') }) }),
    bump: 'patch',
    diff: textOnly('rule', FLOW, 'destination'),
  },
  {
    title: 'lists of facts in another order',
    now: flowWith({ destination: endpoint(['edge', 'director']), protocols: ['tls', 'sip'] }),
    bump: 'none',
    diff: {},
  },
  {
    title: 'a name',
    now: catalog({ services: [{ id: 'sql', name: { en: 'SQL', ko: 'SQL' } }] }),
    bump: 'patch',
    diff: textOnly('service', 'service sql', 'name'),
  },
  {
    title: 'a document read from another commit',
    now: catalog({ documents: [{ ...other.documents[0], id: 'lync/ports', commit: 'c3d4' }] }),
    bump: 'patch',
    diff: textOnly('document', 'document lync/ports', 'commit'),
  },
  {
    title: 'an advisory explained in other words',
    now: catalog({ advisories: [{ ...other.advisories[0], id: 'old-port', explanation: { en: 'So', ko: '그래서' } }] }),
    bump: 'patch',
    diff: textOnly('advisory', 'advisory old-port', 'explanation'),
  },
  {
    title: 'a correction that is no longer needed',
    now: catalog({ corrections: [] }),
    bump: 'patch',
    diff: { corrections: { added: 0, removed: 1, changed: 0 } },
  },
  {
    title: 'a correction for another reason, and one more',
    now: catalog({ corrections: [...other.corrections.map((each) => ({ ...each, reason: 'x' })), { id: 'b#ports' }] }),
    bump: 'patch',
    diff: { corrections: { added: 1, removed: 0, changed: 1 } },
  },
  { title: 'a new rule', now: catalog({ ports: [...other.ports, rule(NEW)] }), bump: 'minor', diff: { added: [NEW] } },
  {
    title: 'a new document, scenario and table',
    now: catalog({
      documents: [...other.documents, { id: 'lync/more' }],
      scenarios: [...other.scenarios, { id: 'more' }],
      tables: [...other.tables, { id: 'lync/more' }],
    }),
    bump: 'minor',
    diff: { added: ['document lync/more', 'scenario more', 'table lync/more'] },
  },
  {
    title: 'a fact of another record than a rule',
    now: catalog({ roles: other.roles.map((role) => (role === first ? { ...role, zone: 'external' } : role)) }),
    bump: 'minor',
    diff: changed('role director', 'zone', 'internal', 'external'),
  },
  {
    title: 'a field more',
    now: listenerWith({ risk: 'high' }),
    bump: 'minor',
    diff: { changed: [{ id: LISTENER, fields: ['risk'], before: {}, after: { risk: 'high' } }] },
  },
  {
    title: 'a field less',
    now: catalog({ ports: [omit(listener, 'direction'), flow()] }),
    bump: 'major',
    diff: { changed: [{ id: LISTENER, fields: ['direction'], before: { direction: null }, after: {} }] },
  },
  { title: 'a rule is gone', now: catalog({ ports: [listener] }), bump: 'major', diff: { removed: [FLOW] } },
  {
    title: 'a role is gone',
    now: catalog({ roles: other.roles.slice(0, 1) }),
    bump: 'major',
    diff: { removed: ['role edge'] },
  },
  {
    title: 'an advisory is gone',
    now: catalog({ advisories: [] }),
    bump: 'major',
    diff: { removed: ['advisory old-port'] },
  },
  {
    title: 'a rule is called something else, and nothing says so',
    now: catalog({ ports: [rule(NEW), flow()] }),
    bump: 'major',
    diff: { added: [NEW], removed: [LISTENER] },
  },
  {
    title: 'a rule is called something else, with a redirect',
    now: catalog({ ports: [rule(NEW, { table: 'lync/servers' }), flow()] }),
    redirects: { [LISTENER]: NEW },
    bump: 'minor',
    diff: { renamed: [{ from: LISTENER, to: NEW }] },
  },
  {
    title: 'a rule is renamed over two redirects',
    now: catalog({ ports: [rule(NEW), flow()] }),
    redirects: { [LISTENER]: 'lync/servers/between', 'lync/servers/between': NEW },
    bump: 'minor',
    diff: { renamed: [{ from: LISTENER, to: NEW }] },
  },
  {
    title: 'a redirect into a circle is none',
    now: catalog({ ports: [flow()] }),
    redirects: { [LISTENER]: NEW, [NEW]: LISTENER },
    bump: 'major',
    diff: { removed: [LISTENER] },
  },
  {
    title: 'a redirect to a rule of other facts changes what the old id says',
    now: catalog({ ports: [rule(NEW, { ports: portSet(444) }), flow()] }),
    redirects: { [LISTENER]: NEW },
    bump: 'major',
    diff: { renamed: [{ from: LISTENER, to: NEW }], ...changed(LISTENER, 'ports', portSet(5061), portSet(444)) },
  },
  {
    title: 'two rules become one, with a redirect',
    now: catalog({ ports: [listener] }),
    redirects: { [FLOW]: LISTENER },
    bump: 'major',
    diff: {
      renamed: [{ from: FLOW, to: LISTENER }],
      changed: [
        {
          id: FLOW,
          fields: ['destination', 'kind', 'ports', 'role', 'source', 'table'],
          before: {
            destination: endpoint(['director', 'edge']),
            kind: 'flow',
            ports: portSet(443),
            role: null,
            source: endpoint([], { any: true }),
            table: 'lync/edge',
          },
          after: {
            destination: null,
            kind: 'listener',
            ports: portSet(5061),
            role: 'director',
            source: null,
            table: 'lync/servers',
          },
        },
      ],
    },
  },
  {
    title: 'a role is renamed, and the rules name it by its new id',
    now: catalog({
      roles: other.roles.map((role) =>
        role.id === 'director' ? { ...role, id: 'directors' } : { ...role, base: 'directors' },
      ),
      ports: [rule(LISTENER, { role: 'directors' }), flow({ destination: endpoint(['directors', 'edge']) })],
    }),
    redirects: { 'role director': 'role directors' },
    bump: 'minor',
    diff: { renamed: [{ from: 'role director', to: 'role directors' }] },
  },
  ...(
    [
      ['a port', 'ports', portSet(5062)],
      ['a port more', 'ports', portSet(5061, { ranges: [{ from: 5061, to: 5062 }] })],
      ['any port', 'ports', portSet(5061, { ranges: [], any: true })],
      ['ports become a matter of configuration', 'ports', portSet(5061, { configurable: true })],
      ['no ports', 'ports', null],
      ['a source port', 'sourcePorts', portSet(68)],
      ['a transport', 'transports', ['tcp', 'udp']],
      ['a protocol', 'protocols', ['sip']],
      ['a role', 'role', 'edge'],
      ['a service', 'service', 'sql'],
      ['a direction', 'direction', 'inbound'],
      ['authentication', 'authentication', 'none'],
      ['an end', 'source', endpoint(['edge'])],
      ['a scenario', 'scenario', 'clients'],
    ] as const
  ).map(
    ([title, field, value]): Case => ({
      title: `${title} of a rule`,
      now: listenerWith({ [field]: value }),
      bump: 'major',
      diff: changed(LISTENER, field, listener[field], value),
    }),
  ),
  {
    title: 'an end of a flow',
    now: flowWith({ source: endpoint(['edge']) }),
    bump: 'major',
    diff: changed(FLOW, 'source', endpoint([], { any: true }), endpoint(['edge'])),
  },
];

function omit(entry: ReturnType<typeof rule>, field: string): ReturnType<typeof rule> {
  const { [field]: _, ...rest } = entry;
  return { ...rest, id: entry.id };
}

describe('what changed between two catalogs, and the bump that it asks for', () => {
  test.each(cases)('$title: $bump', ({ now, redirects = {}, bump, diff }) => {
    const found = diffCatalogs(catalog(), now, readRedirects(redirects));
    expect(found).toEqual({ ...NOTHING, ...diff });
    expect(dueBump(found)).toBe(bump);
  });

  test('a patch and a major together are a major', () => {
    const now = catalog({ ports: [listener], services: [{ id: 'sql', name: { en: 'SQL', ko: 'SQL' } }] });
    expect(dueBump(diffCatalogs(catalog(), now, new Map()))).toBe('major');
  });
});

const NOTHING: Difference = {
  added: [],
  removed: [],
  renamed: [],
  changed: [],
  text: {},
  corrections: { added: 0, removed: 0, changed: 0 },
};
