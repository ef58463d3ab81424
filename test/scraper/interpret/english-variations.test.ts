import { describe, expect, it } from 'vitest';
import { SNAPSHOTS } from '../../../scraper/src/commands/places.ts';
import { readSnapshots } from '../../../scraper/src/commands/snapshots.ts';
import { readCaption } from '../../../scraper/src/interpret/caption.ts';
import { readColumns } from '../../../scraper/src/interpret/columns.ts';
import { saysConfigurable } from '../../../scraper/src/interpret/configurable.ts';
import { readEnds } from '../../../scraper/src/interpret/endpoints.ts';
import { readProtocols } from '../../../scraper/src/interpret/protocols.ts';
import type { Result } from '../../../scraper/src/interpret/result.ts';
import { readDeviceRole, readRoleName } from '../../../scraper/src/interpret/roles.ts';
import { readService } from '../../../scraper/src/interpret/services.ts';
import { en } from '../../support/cells.ts';
import { readRowOf, tableWith } from '../../support/rows.ts';
import { single } from '../../support/single.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** Other revisions word the same otherwise. A name that is varied by grammar states the same, or is reported. */

/** How a name may be written in another revision. */
const VARIED: readonly [how: string, (name: string) => string][] = [
  ['in capitals', (name) => name.toUpperCase()],
  ['in small letters', (name) => name.toLowerCase()],
  ['with hyphens', (name) => name.replace(/(?<=[a-z]) (?=[A-Za-z])/g, '-')],
  ['with one hyphen', (name) => name.replace(/(?<=[a-z]) (?=[A-Za-z])/, '\u2011')],
  ['with non-breaking spaces', (name) => name.replaceAll(' ', '\u00a0')],
  ['with two spaces', (name) => name.replaceAll(' ', '  ')],
  ['with a full stop', (name) => `${name}.`],
  ['with "the"', (name) => `the ${name}`],
  ['with "The"', (name) => `The ${name}`],
  ['with "an"', (name) => `an ${name}`],
  ['in the plural', (name) => (/[a-z]{3}$/.test(name) && !/s$/.test(name) ? `${name}s` : name)],
  ['in the singular', singular],
  ['with "(s)"', (name) => (/[a-z]{3}$/.test(name) ? `${singular(name)}(s)` : name)],
  ['as a possessive', (name) => `${name}’s`],
  ['with invisible characters', (name) => name.replace(/(?<=[a-z])(?=[a-z])/, '\u00ad')],
];

function singular(name: string): string {
  return /[a-z]{3}[^s]s$/.test(name) ? name.replace(/(?:(?<=ss)e)?s$/, '') : name;
}

const roles = vocabulary.entries.roles.flatMap(({ id, name, en = [] }) => [name.en, ...en].map((each) => [each, id]));
const services = vocabulary.entries.services.flatMap(({ id, name, en = [] }) =>
  [name.en, ...en].map((each) => [each, id]),
);
const devices = vocabulary.entries.devices.map((device) => [device.en, device.role]);
const headers = vocabulary.entries.columns.flatMap(({ field, en, common = [] }) =>
  [...en, ...common].map((each) => [each, field] as const),
);
const protocols = vocabulary.entries.protocols.flatMap(({ id, name, label, en = [] }) =>
  [label, name.en, ...en].map((each) => [each, id]),
);

/** What an end of a flow may be called in the snapshots. */
const ends = [
  ...new Set(
    readSnapshots(SNAPSHOTS).snapshots.flatMap(({ tables }) =>
      tables.flatMap(({ columns, rows }) => {
        const { fields } = readColumns(columns, vocabulary);
        return rows.flatMap((cells) =>
          cells.flatMap((cell, at) =>
            fields[at] === 'source' || fields[at] === 'destination'
              ? [cell.map((line) => line.en ?? '').join('\n')]
              : [],
          ),
        );
      }),
    ),
  ),
].filter((end) => readEnds(end, vocabulary).ok);

const said = <Value>(read: Result<Value>) => (read.ok ? read.value : null);

describe.each(VARIED)('a name %s', (how, vary) => {
  it('is the same role, service, device and column', () => {
    const other = [
      ...roles.filter(([name = '', id]) => said(readRoleName(vary(name), vocabulary)) !== id),
      ...services.filter(([name = '', id]) => said(readService(vary(name), vocabulary)) !== id),
      ...devices.filter(([name = '', id]) => said(readDeviceRole(vary(name), vocabulary)) !== id),
      ...headers.filter(([name, field]) => readColumns([en(vary(name))], vocabulary).fields[0] !== field),
    ];
    expect(other.map(([name = '']) => vary(name))).toEqual([]);
  });

  it('is the same protocol, or is none', () => {
    const other = protocols.flatMap(([name = '', id]) => {
      const read = said(readProtocols(vary(name), vocabulary));
      return read === null || read.protocols.join() === id ? [] : [[vary(name), read.protocols]];
    });
    expect(other).toEqual([]);
  });

  it('is the same end, or is none', () => {
    expect(ends.length).toBeGreaterThan(50);
    const other = ends.flatMap((end) => {
      const [as, is] = [said(readEnds(end, vocabulary)), said(readEnds(vary(end), vocabulary))];
      return is === null || JSON.stringify(is) === JSON.stringify(as) ? [] : [[vary(end), is, as]];
    });
    expect(other, how).toEqual([]);
  });
});

describe('a role', () => {
  it('that is broken into two lines is one, and two in a line each are not', () => {
    expect(readRoleName('Director\nload balancer', vocabulary)).toMatchObject({ value: 'director-load-balancer' });
    expect(readRoleName('Directors\nDirector load balancer', vocabulary)).toMatchObject({ code: 'unknown-role' });
  });
});

describe('a name without the space between its first words', () => {
  const joined = (name: string) => name.replace(/(?<=[a-z]) (?=[A-Za-z])/, '');

  it.each([
    ['Frontend Server', 'front-end-server'],
    ['FrontEnd Servers.', 'front-end-server'],
    ['Director loadbalancer', 'director-load-balancer'],
    ['Director hardware load-balancer', 'director-load-balancer'],
  ])('is the same role: %s', (name, role) => {
    expect(readRoleName(name, vocabulary)).toMatchObject({ value: role });
  });

  it('is never another', () => {
    // Of a server and of its service alike, "Front End" may be the name: the column says which.
    const isOther = (read: string | null, id?: string) => read !== null && read !== id;
    const other = [
      ...roles.filter(([name = '', id]) => isOther(said(readRoleName(joined(name), vocabulary)), id)),
      ...services.filter(([name = '', id]) => isOther(said(readService(joined(name), vocabulary)), id)),
    ];
    expect(other).toEqual([]);
  });
});

/** A row of a page in English, of which the note is the point. */
function withNote(note: string, ports = '444') {
  const cells = { 'Server role': en('Front End Servers'), Port: en(ports), Protocol: en('TCP'), Notes: en(note) };
  return readRowOf(cells, { document: { locale: 'en-US', product: 'skype-for-business-server-2019' } });
}

describe('a note that the port must be closed', () => {
  it.each([
    'Port 444 must be blocked.',
    'This port mustn’t be open.',
    "This port shouldn't be opened",
    'The port should not be open.',
    "Don't open this port.",
    'Don’t ever open these ports',
    'The port cannot be opened.',
    "The port can't be opened.",
    'Ports are not to be opened',
    'Always keep this port closed.',
    'Leave this port closed.',
    'Ensure that the port is closed.',
    'This port shall be kept closed',
    'This port must be disabled.',
    'Avoid opening this port.',
    'Must\u00a0be\u00a0blocked.',
  ])('states no opening: %s', (note) => {
    const { rows, diagnostics } = withNote(note);
    expect([single(rows).facts, diagnostics.map(({ code }) => code)]).toEqual([[], ['withdrawn']]);
  });

  it.each([
    'This port must not be blocked.',
    "Don't block this port.",
    'This port shouldn’t be closed.',
    'This port can be closed if nobody uses it.',
    'If it must be blocked, use 443 in its place.',
    'IPsec must be disabled over this range.',
  ])('is not %s', (note) => {
    expect(single(withNote(note).rows).facts).toHaveLength(1);
  });
});

describe('a note on', () => {
  it.each([
    ['Optional.', true],
    ['[Optional] used for static routes', true],
    ['This port is optional', true],
    ['This port isn’t mandatory.', true],
    ["This port isn't enabled by default.", true],
    ['This port isn’t optional.', null],
    ['Non-optional.', null],
    ['It is no longer optional', null],
    ['Never optional', null],
  ])('whether a port is optional: %s', (note, optional) => {
    expect(single(withNote(note).rows).facts[0]?.optional).toBe(optional);
  });

  it.each([
    ['Open in-bound.', 'inbound'],
    ['Opened outbound', 'outbound'],
    ['Open for Inbound traffic', 'inbound'],
    ['Open inbound/outbound', null],
    ['Inbound\nOutbound', null],
    ['Open inbound for signaling\nOpen outbound for media', null],
    ['Open in-bound and out-bound', null],
  ])('which way to open: %s', (note, direction) => {
    expect(single(withNote(note).rows).facts[0]?.direction).toBe(direction);
  });

  it.each([
    'Isn’t supported in Skype for Business Server 2019.',
    'It can’t be used with Skype for Business Server 2019',
  ])('releases: %s', (note) => {
    expect(withNote(note).diagnostics.map(({ code }) => code)).toEqual(['withdrawn']);
  });

  it.each([
    ['The port is configurable.', true],
    ['The port number can be changed.', true],
    ['You can customise the range', true],
    ['This port must be configured on the gateway', true],
    ['This port can’t be configured.', false],
    ["This port can't be re-configured", false],
    ['This port cannot be configured.', false],
    ['This port can not be configured', false],
    ['This port is not configurable.', false],
    ['This port isn’t configurable', false],
    ['A non-configurable port', false],
    ["The ports aren't user-configurable.", false],
    ['It is used by everybody.', false],
  ])('configuration: %s', (note, configurable) => {
    expect(saysConfigurable(note)).toBe(configurable);
  });
});

describe('a cell with words of another revision', () => {
  it.each([
    ['Authentication Requirement', "Don't authenticate.", { authentication: 'none' }],
    ['Authentication Requirement', 'No authentication', { authentication: 'none' }],
    ['Direction', 'In-bound.', { direction: 'inbound' }],
    ['Direction', 'Outgoing', { direction: 'outbound' }],
    ['Service name', 'Not Applicable.', { service: null }],
    ['Service name', 'Skype for Business Server Front End Service', { service: 'front-end-service' }],
  ])('%s: %s', (header, text, facts) => {
    const row = { 'Server role': en('Front End Servers'), Port: en('444'), Protocol: en('TCP'), [header]: en(text) };
    const { rows } = readRowOf(row, { document: { locale: 'en-US' } });
    expect(single(rows).facts).toMatchObject([facts]);
  });
});

describe('a mark beside a port', () => {
  const footnotes = (mark: string) => [{ mark, text: en('This port can be configured.') }];
  const row = (port: string) => ({ 'Server role': en('Front End Servers'), Port: en(port), Protocol: en('TCP') });

  it.each(['†', '‡', '§', '*', '**', '¹', '(1)', '[1]'])('points to a footnote: %s', (mark) => {
    for (const port of [`443${mark}`, `443 ${mark}`]) {
      const { rows, diagnostics } = readRowOf(row(port), { footnotes: footnotes(mark), document: { locale: 'en-US' } });
      expect(diagnostics).toEqual([]);
      expect(single(rows).facts).toMatchObject([
        { ports: { ranges: [{ from: 443, to: 443 }], configurable: true }, footnotes: [{ en: expect.anything() }] },
      ]);
    }
  });

  it.each(['443 (80)', '443 [80]', '443 (110)'])('is no mark where it may be a port: %s', (port) => {
    expect(single(readRowOf(row(port)).rows).facts).toEqual([]);
  });
});

describe('a caption', () => {
  it.each<[caption: string, facts: Partial<ReturnType<typeof readCaption>>]>([
    ['Required client ports.', { client: true }],
    ['Required Client-Ports', { client: true }],
    ['Ports used by the clients', { client: true }],
    ['External-facing firewall', { firewall: 'external' }],
    ['The internal fire\u00adwall', { firewall: 'internal' }],
    ['External-Edge-Interface', { interface: { side: 'external', address: null } }],
    ["Ports that mustn't be open", { closes: true }],
    ['Ports that can’t be opened', { closes: true }],
    ["Don't open these ports", { closes: true }],
    ['Ports which shall be blocked.', { closes: true }],
    ['Ports that must be open', { closes: false }],
    ['Ports that should not be blocked', { closes: false }],
  ])('says the same in other words: %s', (caption, facts) => {
    const table = tableWith([], [], { caption: en(caption) });
    expect(readCaption(table, 'en-US', vocabulary)).toMatchObject(facts);
  });
});
