/**
 * The kinds of place that a text is looked up in, each with words of its own, in the order in which they are told.
 * `file` of the vocabulary has their words. `shows` says what of a text the catalog shows: its meaning alone, its wording
 * beside the meaning, or the text itself, which is a name or prose.
 */
export const DOMAINS = {
  column: { file: 'columns', shows: 'meaning' },
  role: { file: 'roles', shows: 'meaning' },
  service: { file: 'services', shows: 'meaning' },
  protocol: { file: 'words', shows: 'meaning' },
  port: { file: 'words', shows: 'meaning' },
  endpoint: { file: 'words', shows: 'both' },
  'rule-name': { file: 'words', shows: 'name' },
  authentication: { file: 'words', shows: 'meaning' },
  direction: { file: 'words', shows: 'meaning' },
  device: { file: 'devices', shows: 'both' },
  note: { file: 'notes', shows: 'prose' },
  footnote: { file: 'footnotes', shows: 'prose' },
} as const;

export type Domain = keyof typeof DOMAINS;

/** Whether texts of a domain are published as they are: no grammar reads them. */
export function isText(domain: Domain): boolean {
  return DOMAINS[domain].shows === 'name' || DOMAINS[domain].shows === 'prose';
}

/** Whether texts of a domain are sentences. */
export function isProse(domain: Domain): boolean {
  return DOMAINS[domain].shows === 'prose';
}
