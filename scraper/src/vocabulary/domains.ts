import type { DiagnosticCode } from '../model/codes.ts';

/**
 * The kinds of place that a text is looked up in, each with words of its own, in the order of reports. `file` names the
 * file of the vocabulary with the words. `shows` says what the catalog shows of a text: its meaning alone, its wording
 * beside the meaning, or the text itself, a name or prose. `unknown` is the code for a text that the vocabulary lacks.
 */
export const DOMAINS = {
  column: { file: 'columns', shows: 'meaning', unknown: 'unknown-header' },
  role: { file: 'roles', shows: 'meaning', unknown: 'unknown-role' },
  service: { file: 'services', shows: 'meaning', unknown: 'unknown-service' },
  protocol: { file: 'words', shows: 'meaning', unknown: 'unknown-protocol' },
  port: { file: 'words', shows: 'meaning', unknown: 'unknown-port' },
  endpoint: { file: 'words', shows: 'both', unknown: 'unknown-endpoint' },
  'rule-name': { file: 'words', shows: 'name', unknown: 'unknown-rule-name' },
  authentication: { file: 'words', shows: 'meaning', unknown: 'unknown-authentication' },
  direction: { file: 'words', shows: 'meaning', unknown: 'unknown-direction' },
  persistence: { file: 'words', shows: 'meaning', unknown: 'unknown-persistence' },
  remark: { file: 'words', shows: 'meaning', unknown: 'untranslated' },
  caption: { file: 'words', shows: 'meaning', unknown: 'untranslated' },
  device: { file: 'devices', shows: 'both', unknown: 'unknown-role' },
  note: { file: 'notes', shows: 'prose', unknown: 'untranslated' },
  footnote: { file: 'footnotes', shows: 'prose', unknown: 'untranslated' },
} as const satisfies Readonly<Record<string, { file: string; shows: string; unknown: DiagnosticCode }>>;

export type Domain = keyof typeof DOMAINS;

/** Whether texts of a domain are published as they are, without a grammar that reads them. */
export function isText(domain: Domain): boolean {
  return DOMAINS[domain].shows === 'name' || DOMAINS[domain].shows === 'prose';
}

/** Whether texts of a domain are sentences. */
export function isProse(domain: Domain): boolean {
  return DOMAINS[domain].shows === 'prose';
}
