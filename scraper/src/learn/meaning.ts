import { type Grammars, grammarsFor } from '../interpret/grammars.ts';
import { readProtocols } from '../interpret/protocols.ts';
import { readDeviceRole } from '../interpret/roles.ts';
import type { Domain } from '../vocabulary/forms.ts';
import { compact, nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What an English text means in cells of a kind: equal for equal facts; null where the grammars do not know it. */
export type Meaning = (domain: Domain, english: string) => string | null;

/** Kinds of cell whose text is published as it is, so that another wording is another meaning. */
const WORDED: readonly Domain[] = ['endpoint', 'note', 'footnote', 'rule-name', 'device'];

/** What English texts mean, by the grammars that read the cells. */
export function meaningsBy(product: string, vocabulary: Vocabulary): Meaning {
  const grammars = grammarsFor(product, vocabulary);
  return (domain, english) => {
    if (domain === 'column') return vocabulary.english.column.get(nameKey(english.replaceAll('\n', ' '))) ?? null;
    if (domain === 'note' || domain === 'footnote') return compact(english.replace(/\.$/, ''));
    if (domain === 'device') return readDeviceRole(english, vocabulary) === null ? null : nameKey(english);
    if (domain === 'protocol') return wordMeaning(english, vocabulary);
    return factMeaning(domain, english, grammars);
  };
}

/** Whether two texts of the same meaning are still two texts to a reader. */
export function isWorded(domain: Domain): boolean {
  return WORDED.includes(domain);
}

/** A word of a protocol cell is a protocol, or a word that the grammar puts together with others. */
function wordMeaning(english: string, vocabulary: Vocabulary): string {
  const read = readProtocols(english, vocabulary);
  if (!read.ok || read.value.note !== null) return compact(english);
  return JSON.stringify([read.value.transports, read.value.protocols]);
}

function factMeaning(
  domain: Exclude<Domain, 'column' | 'note' | 'footnote' | 'device' | 'protocol'>,
  english: string,
  grammars: Grammars,
): string | null {
  switch (domain) {
    case 'role':
      return keyOf(grammars.role, english);
    case 'service':
      return keyOf(grammars.service, english);
    case 'port':
      return keyOf(grammars.ports('ports'), english);
    case 'endpoint':
      return keyOf(grammars.ends('source'), english);
    case 'rule-name':
      return keyOf(grammars.ruleName, english);
    case 'authentication':
      return keyOf(grammars.authentication, english);
    case 'direction':
      return keyOf(grammars.direction, english);
  }
}

function keyOf<Value>(
  grammar: { read: (english: string) => { ok: true; value: Value } | { ok: false }; key: (value: Value) => string },
  english: string,
): string | null {
  const read = grammar.read(english);
  return read.ok ? grammar.key(read.value) : null;
}
