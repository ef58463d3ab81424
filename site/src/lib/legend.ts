import type { LocalizedText, PortRule } from '@lync/port-catalog';
import { byCase, type Cases, fieldsThat } from '@lync/port-catalog/fields';
import { advisoriesOf, correctionsOf } from './catalog.ts';
import { isNameOfRole, isSecure } from './facts.ts';
import { type Language, textIn } from './lang.ts';

/** The marks that tables of rules may carry. */
export type Mark = 'advised' | 'corrected' | 'implied' | 'footnote' | 'secure' | 'project';

/** How many rows carry each of the marks, of those that one carries. */
export function marksOf(rules: readonly PortRule[], lang: Language): Map<Mark, number> {
  const counts = MARKS.map(([mark, has]): [Mark, number] => [mark, rules.filter((rule) => has(rule, lang)).length]);
  return new Map(counts.filter(([, count]) => count > 0));
}

const MARKS: readonly [Mark, (rule: PortRule, lang: Language) => boolean][] = [
  ['advised', (rule) => advisoriesOf(rule).length > 0],
  ['corrected', (rule) => correctionsOf(rule).length > 0],
  ['implied', ({ transportsImplied }) => transportsImplied],
  ['footnote', ({ ports, footnotes }) => ports?.configurable === true || footnotes.length > 0],
  ['secure', ({ protocols }) => protocols.some(isSecure)],
  [
    'project',
    (rule, lang) => fieldsThat().some((field) => byCase(TEXTS, rule, field, lang).some((text) => isOurs(text, lang))),
  ],
];

function isOurs(text: LocalizedText, lang: Language): boolean {
  const shown = textIn(text, lang);
  return shown.text !== '' && shown.by === 'project';
}

const none = () => [];

/** The texts of a field that are shown. */
const TEXTS: Cases<readonly LocalizedText[], [Language]> = {
  end: (end, _field, lang) => (end === null || isNameOfRole(end, lang) ? [] : [end.text]),
  text: (text) => (text === null ? [] : [text]),
  texts: (texts) => texts,
  ...{ id: none, name: none, word: none, words: none, flag: none, choice: none, monitor: none, callers: none },
  ...{ ports: none, label: none, transports: none, protocols: none, ids: none, origin: none, need: none },
};
