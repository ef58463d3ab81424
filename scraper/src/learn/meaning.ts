import { NOTE } from '../interpret/grammars.ts';
import { PORT_COLUMNS } from '../interpret/port-columns.ts';
import { readProtocols } from '../interpret/protocols.ts';
import { readDeviceRole } from '../interpret/roles.ts';
import { DOMAINS, type Domain } from '../vocabulary/domains.ts';
import { compact, nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What an English text means in cells of a kind: equal for equal facts; null where the grammars do not know it. */
export type Meaning = (domain: Domain, english: string) => string | null;

/** The grammars of columns, in the order in which a text is tried by them; a footnote is text as a note is. */
const BY_DOMAIN = Map.groupBy(
  new Set(Object.values(PORT_COLUMNS).flatMap(({ grammars }) => grammars)),
  ({ domain }) => domain,
);

/** What English texts mean, by the grammars that read the cells. */
export function meaningsBy(vocabulary: Vocabulary): Meaning {
  return (domain, english) => {
    if (domain === 'column') return fieldOf(nameKey(english.replaceAll('\n', ' ')), vocabulary);
    // Grammars look for words in a caption, so it means whatever it says.
    if (domain === 'caption') return nameKey(english);
    // Each device is known by its name, not by the role that it shares with others.
    if (domain === 'device') return readDeviceRole(english, vocabulary).ok ? nameKey(english) : null;
    if (domain === 'protocol') return wordMeaning(english, vocabulary);
    for (const grammar of BY_DOMAIN.get(domain) ?? [NOTE]) {
      const read = grammar.read(english, { vocabulary });
      if (read.ok) return grammar.key(read.value);
      if (read.code === 'total-row') return read.code;
    }
    return null;
  };
}

function fieldOf(key: string, { english: { column, commonColumn } }: Vocabulary): string | null {
  return column.get(key) ?? commonColumn.get(key) ?? null;
}

/** Whether two texts of the same meaning are still two texts to a reader. */
export function isWorded(domain: Domain): boolean {
  return DOMAINS[domain].shows !== 'meaning';
}

/** A word of a protocol cell is a protocol, or a word that the grammar puts together with others. */
function wordMeaning(english: string, vocabulary: Vocabulary): string {
  const read = readProtocols(english, vocabulary);
  if (!read.ok || read.value.note !== null) return compact(english);
  return JSON.stringify([read.value.transports, read.value.protocols]);
}
