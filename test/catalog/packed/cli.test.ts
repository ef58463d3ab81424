import { describe, expect, inject, it } from 'vitest';
import { evidenceFor } from '../../../packages/catalog/src/evidence.ts';
import { between, byId, type PortRule, portsFor, search } from '../../../packages/catalog/src/index.ts';
import { runCommand } from '../../support/command.ts';

const packed = inject('packed');
const DIRECTOR = 'lync-server-2013/internal-servers/director-front-end-service-5061-tcp';
const EXEMPTION = 'lync-server-2013/ipsec-exemptions/mediation-server-inbound';
const CLIENT = 'lync-server-2013/clients/client-1024-65535-tcp';

function run(...args: string[]) {
  return runCommand(packed, args);
}

/** The ids of the rules that a table lists, in its order. */
function idsIn(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(/\s{2,}/).at(-1) ?? '').filter((cell) => byId(cell) !== undefined);
}

function idsOf(rules: readonly PortRule[]): string[] {
  return rules.map(({ id }) => id);
}

/** How many places a text takes on a terminal, where a Korean letter takes two. */
function places(text: string): number {
  return [...text].reduce((sum, letter) => sum + (/\p{Script=Hangul}/u.test(letter) ? 2 : 1), 0);
}

describe('port-catalog <port>', () => {
  it('lists what names the port, and apart what covers it', () => {
    const { status, out } = run('5061');
    const { named, covering, any, exemptions } = portsFor(5061);
    expect(status).toBe(0);
    expect(out[0]).toBe(`${named.length} rules name port 5061`);
    expect(out).toContain(`${covering.length} rules have a range around port 5061`);
    expect(out.slice(-2)).toEqual([
      `${any.length} rules are for any port`,
      `${exemptions.length} IPsec exemptions are for any port`,
    ]);
    expect(idsIn(out)).toEqual([...idsOf(named), ...idsOf(covering)]);
  });

  it('a port that only ranges cover', () => {
    const { status, out } = run('50123');
    expect([status, out[0]]).toEqual([0, `${portsFor(50123).covering.length} rules have a range around port 50123`]);
    expect(idsIn(out)).toEqual(idsOf(portsFor(50123).covering));
  });

  it('a port that nothing names or covers: status 1', () => {
    const { status, out } = run('2');
    expect([status, out[0]]).toEqual([1, 'No rule names port 2 or has a range around it']);
  });

  it('puts the columns under each other, also in Korean', () => {
    for (const language of ['en', 'ko']) {
      const { out } = run('50123', '--lang', language);
      const at = new Set(
        out.filter((line) => idsIn([line]).length > 0).map((line) => places(line.slice(0, line.search(/\S+$/)))),
      );
      expect([...at]).toHaveLength(1);
    }
  });

  it('explains the marks that it uses, and no others', () => {
    expect(run('135').out.filter((line) => /^[*†]/.test(line))).toEqual(['* implied by the protocol']);
    expect(run('50123').out.filter((line) => /^[*†]/.test(line))).toEqual(['† configurable']);
    expect(run('448').out.filter((line) => /^[*†]/.test(line))).toEqual([]);
  });

  it('--json prints the look-up', () => {
    const { status, out } = run('5061', '--json');
    expect(status).toBe(0);
    expect(JSON.parse(out.join('\n'))).toEqual(portsFor(5061));
    expect(run('2', '--json').status).toBe(1);
  });

  it('--lang ko prints Korean', () => {
    const { out } = run('5061', '--lang', 'ko');
    expect(out[0]).toBe(`포트 5061: 이 포트를 명시한 규칙 ${portsFor(5061).named.length}개`);
    expect(out.some((line) => line.includes('디렉터 – 프런트 엔드 서비스'))).toBe(true);
  });
});

describe('port-catalog between <a> <b>', () => {
  const rules = between('client', 'front-end-server');

  it.each([
    ['client', 'front-end'],
    ['Clients', 'Front End Servers'],
    ['client', 'fe'],
    ['클라이언트', '프론트엔드'],
    ['client to front end'],
    ['client', 'to', 'front', 'end'],
  ])('%s %s', (...names) => {
    const { status, out } = run('between', ...names);
    expect(status).toBe(0);
    expect(idsIn(out)).toEqual(idsOf([...rules.by.flow, ...rules.by.document, ...rules.by.project]));
    expect(out[0]).toContain('Front End Servers');
  });

  it('a search for a pair is the same', () => {
    expect(run('search', 'client -> front end').out).toEqual(run('between', 'client', 'fe').out);
    const found = JSON.parse(run('search', 'client to fe', '--json').out.join('\n')) as { rule: PortRule }[];
    expect(found.map(({ rule }) => rule)).toEqual(rules.named);
  });

  it('--json prints the roles and the rules by what they rest on', () => {
    const { by, any } = rules;
    const printed = JSON.parse(run('between', 'client', 'fe', '--json').out.join('\n'));
    expect(printed).toEqual({ source: 'client', destination: 'front-end-server', by, any });
  });

  it('no rule between them: status 1, and the other way', () => {
    const { status, out } = run('between', 'client', 'edge');
    expect([status, out[0]]).toEqual([1, 'No rule is from Clients to Edge Server']);
    expect(idsIn(out)).toEqual(idsOf(between('client', 'edge-server').any));
    expect(run('between', 'client', 'edge', '--lang', 'ko').out[0]).toContain('규칙 없음');
  });

  it.each([
    { names: ['clint', 'fe'], says: ['port-catalog: no role is called clint', 'The nearest: client'] },
    { names: ['fe', 'medation'], says: ['port-catalog: no role is called medation', 'The nearest: mediation-server'] },
    { names: ['fe', 'zzz'], says: ['port-catalog: no role is called zzz'] },
    { names: ['fe'], says: ['port-catalog: between which two roles?', 'Try port-catalog --help'] },
  ])('$names: wrong usage', ({ names, says }) => {
    const { status, err } = run('between', ...names);
    expect([status, err.trim().split('\n')]).toEqual([2, says]);
  });
});

describe('port-catalog search <text>', () => {
  it.each(['에지서버', 'edge udp', '이사', 'NET.TCP', '50,000', '50123'])('%s', (text) => {
    const { status, out } = run('search', ...text.split(' '));
    const found = search(text);
    expect(status).toBe(0);
    expect(idsIn(out)).toEqual(found.map(({ rule }) => rule.id));
    const byRange = found.filter(({ match }) => match === 'range').length;
    const heading = byRange === found.length ? `for ${text} by a range of ports` : `for ${text}`;
    expect(out[0]).toBe(`${found.length === byRange ? byRange : found.length - byRange} rules found ${heading}`);
  });

  it('one rule is one rule', () => {
    expect(run('search', 'smb', '2015').out[0]).toMatch(/^1 rule found for /);
  });

  it('nothing found: the nearest words', () => {
    const near = ['Nothing found for medation', 'The nearest: mediation'];
    expect(run('search', 'medation')).toEqual({ status: 1, out: near, err: '' });
  });

  it('nothing found: status 1', () => {
    expect(run('search', 'zzz')).toEqual({ status: 1, out: ['Nothing found for zzz'], err: '' });
    expect(run('search', 'zzz', '--lang', 'ko').out).toEqual(['zzz: 찾지 못함']);
  });

  it('--json prints rules and how they match', () => {
    expect(JSON.parse(run('search', 'edge', '--json').out.join('\n'))).toEqual(search('edge'));
    expect(run('search', 'zzz', '--json')).toMatchObject({ status: 1, out: ['[]'] });
  });
});

describe('port-catalog show <id>', () => {
  it('shows the facts, the published cells, where they are from and what was corrected', () => {
    const { status, out } = run('show', DIRECTOR);
    expect(status).toBe(0);
    expect(out[0]).toBe(DIRECTOR);
    expect(out).toEqual(
      expect.arrayContaining([
        'Role       Directors',
        'Service    Front-End service',
        'Ports      5061',
        'Transport  TCP',
        expect.stringMatching(/^Notes +Used for internal communications between servers/),
        '프로토콜별   NET.TCP = TCP',
        expect.stringMatching(/^From MicrosoftDocs\/\S+ [0-9a-f]{12} Lync\/\S+\.md, table 1, row 45$/),
        expect.stringMatching(/^Role: 이사 → Directors {2}.*member of a board of directors/),
        expect.stringMatching(/^Transport: NET\.TCP → TCP {2}/),
      ]),
    );
  });

  it('an IPsec exemption shows its name, its source ports and that nothing is authenticated', () => {
    const { out } = run('show', EXEMPTION);
    for (const label of [
      'Rule name',
      'Source',
      'Destination',
      'Ports',
      'Source ports',
      'Direction',
      'Authentication',
    ]) {
      expect(
        out.filter((line) => line.startsWith(`${label}  `)),
        label,
      ).toHaveLength(1);
    }
  });

  it('says that ports can be configured, and shows the footnote that says so', () => {
    const { out } = run('show', CLIENT);
    expect(out).toEqual(expect.arrayContaining(['Ports      1024-65535 (configurable)']));
    expect(out.some((line) => /^Footnotes +\S/.test(line))).toBe(true);
  });

  it('--lang ko prints Korean', () => {
    const { out } = run('show', EXEMPTION, '--lang', 'ko');
    const told = out.map((line) => line.replace(/ {2,}/, ': '));
    expect(told).toEqual(expect.arrayContaining(['방향: 인바운드', '포트: 모두', '게시된 원문', '정정']));
  });

  it('--json prints the rule with its evidence', () => {
    const printed = JSON.parse(run('show', DIRECTOR, '--json').out.join('\n')) as Record<string, unknown>;
    const { evidence, ...rule } = printed;
    expect(rule).toEqual(byId(DIRECTOR));
    expect(evidence).toEqual(evidenceFor(DIRECTOR));
  });

  it('an unknown id: status 1', () => {
    expect(run('show', 'nope')).toEqual({ status: 1, out: ['Nothing found for nope'], err: '' });
    expect(run('show', 'nope', '--json')).toMatchObject({ status: 1, out: ['null'] });
  });
});
