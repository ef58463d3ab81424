import { corrections, type PortRule, products, roles, scenarios, services } from '../../packages/catalog/src/index.ts';
import { readList } from './catalog-data.ts';

/**
 * What people type, and the rules that they mean, told by the facts of the rules rather than by a search. The tests of
 * the package's search and of the site's box and filter share it.
 */
export interface Search {
  readonly text: string;
  readonly means: string;
  readonly is: (rule: PortRule) => boolean;
  /** The port in the text; a rule that does not name it, only a range around it, is set apart. */
  readonly port?: number;
}

export const rules = readList('ports') as PortRule[];
const names = new Map([...products, ...scenarios, ...roles, ...services].map(({ id, name }) => [id as string, name]));

/** The roles that a rule names, as its own or at one of its ends. */
export function rolesOf(rule: PortRule): string[] {
  const own = rule.role === null ? [] : [rule.role];
  return [...own, ...(rule.source?.roles ?? []), ...(rule.destination?.roles ?? [])];
}

/** All that a rule says in a language, and the names of its scenario and of whom it is about, without any space. */
function saidIn(language: 'en' | 'ko', rule: PortRule): string {
  const { source, destination, protocolNote, notes, ruleName, devices, footnotes } = rule;
  const texts = [source?.text, destination?.text, protocolNote, notes, ruleName, ...devices, ...footnotes];
  const ids = [...rolesOf(rule), rule.monitor?.role, rule.service, rule.scenario, rule.product];
  const about = ids.map((id) => names.get(id ?? ''));
  return [...texts, ...about].map((text) => text?.[language]?.replace(/\s/g, '') ?? '').join('\n');
}

export function opens(rule: PortRule, port: number): boolean {
  return rule.ports?.ranges.some(({ from, to }) => from <= port && port <= to) === true;
}

export function isNamed(rule: PortRule, port: number): boolean {
  return rule.ports?.ranges.some(({ from, to }) => from === port || to === port) === true;
}

export const SEARCHES: readonly Search[] = [
  { text: '5061', means: 'the port, named or inside a range', port: 5061, is: (rule) => opens(rule, 5061) },
  {
    text: '506',
    means: 'ports that begin with it',
    is: (rule) => rule.ports?.ranges.some(({ from, to }) => /^506/.test(`${from}`) || /^506/.test(`${to}`)) === true,
  },
  { text: '50123', means: 'the ranges around the port', port: 50123, is: (rule) => opens(rule, 50123) },
  {
    text: '50,000',
    means: 'the port 50000, and source ports that are printed so',
    port: 50000,
    is: (rule) => opens(rule, 50000) || rule.sourcePorts?.text.includes('50,000') === true,
  },
  {
    text: '50,000-59,999',
    means: 'the range, as printed',
    is: ({ ports, sourcePorts }) =>
      [...(ports?.ranges ?? []), ...(sourcePorts?.ranges ?? [])].some(({ from, to }) => from === 50000 && to === 59999),
  },
  { text: '67/68', means: 'the two ports of a cell', is: (rule) => isNamed(rule, 67) && isNamed(rule, 68) },
  {
    text: 'udp 3478',
    means: 'both',
    port: 3478,
    is: (rule) =>
      rule.transports.includes('udp') && (opens(rule, 3478) || rule.sourcePorts?.text.includes('3478') === true),
  },
  { text: 'edge', means: 'the word in an English text or name', is: (rule) => /edge/i.test(saidIn('en', rule)) },
  { text: '에지', means: 'the word in a Korean text or name', is: (rule) => saidIn('ko', rule).includes('에지') },
  { text: '에 지', means: 'the same, with a space', is: (rule) => saidIn('ko', rule).includes('에지') },
  { text: '에지서버', means: 'words without their space', is: (rule) => saidIn('ko', rule).includes('에지서버') },
  {
    text: '엦',
    means: 'words with 에 before ㅈ, while they are typed',
    is: (rule) => /에[자-짛]/.test(saidIn('ko', rule)),
  },
  {
    text: '디렉터',
    means: 'Directors, and the word in a text',
    is: (rule) => namesDirector(rule) || saidIn('ko', rule).includes('디렉터'),
  },
  { text: '이사', means: 'Directors, as mistranslated', is: (rule) => rolesOf(rule).includes('director') },
  {
    text: 'NET.TCP',
    means: 'rows where TCP was mistranslated',
    is: ({ id }) => corrections.some(({ rule, published }) => rule === id && published.includes('NET.TCP')),
  },
  {
    text: 'media',
    means: 'the word in a text, and words that begin with it',
    is: (rule) => /\bmedia/i.test(`${saysOfMedia(rule)}\n${rolesOf(rule).map(spaced)}\n${spaced(rule.service)}`),
  },
  {
    text: '중재 5070',
    means: 'Mediation Servers with the port',
    port: 5070,
    is: (rule) => opens(rule, 5070) && rolesOf(rule).some((role) => role.includes('mediation')),
  },
];

function spaced(id: string | null): string {
  return id?.replaceAll('-', ' ') ?? '';
}

export function namesDirector(rule: PortRule): boolean {
  return rolesOf(rule).some((role) => role.startsWith('director'));
}

/** What of a rule may speak of media, but for its roles. */
export function saysOfMedia({ notes, footnotes, sourcePorts, source, destination, ports, scenario }: PortRule): string {
  return JSON.stringify([notes, footnotes, sourcePorts, source, destination, ports, names.get(scenario)?.en]);
}

export function rulesFor({ is }: Search): PortRule[] {
  return rules.filter(is);
}

/** Those of the rules that only have a range around the port that was typed. */
export function apartFor(search: Search): PortRule[] {
  const { port } = search;
  return port === undefined ? [] : rulesFor(search).filter((rule) => opens(rule, port) && !isNamed(rule, port));
}
