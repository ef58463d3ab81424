import { isDeepStrictEqual } from 'node:util';
import type { CatalogData, Need, PortRule } from '../../src/model/catalog.ts';
import type { Cell } from '../../src/model/snapshot.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import type { Finding } from './finding.ts';
import { squeeze } from './published.ts';

/**
 * Traces whether ports must be open: every text to the entry of the vocabulary, every quotation to a row of each product
 * that it is said of, unless it is of the text of pages, which no snapshot has; and each rule to the record that it names.
 *
 * @param cellsOf the cells of the row of each rule
 */
export function checkNeeds(
  { needs, ports }: Pick<CatalogData, 'needs' | 'ports'>,
  cellsOf: ReadonlyMap<string, readonly Cell[]>,
  { entries }: Vocabulary,
): { count: number; findings: Finding[] } {
  const byId = new Map(needs.map((need) => [need.id, need]));
  const rulesOf = Map.groupBy(ports, ({ need }) => need?.id);
  const isSaid = (quotation: string, rule: PortRule) => {
    const cells = (cellsOf.get(rule.id) ?? []).map((cell) => cell.map(({ text, en }) => en ?? text ?? '').join(''));
    return [...cells, ...rule.footnotes.map(({ en }) => en ?? '')].some((text) => bare(text).includes(bare(quotation)));
  };

  const problemOf = (need: Need): string | null => {
    const entry = entries.needs.find(({ id }) => id === need.id);
    if (entry === undefined) return 'the vocabulary has no such entry';
    const given = { ...need, from: entry.reason ?? { en: entry.from, ko: null } };
    const { id, level, by, when = null, ifClosed = null, pages = [] } = entry;
    if (!isDeepStrictEqual(need, { ...given, id, level, by, when, ifClosed, pages }))
      return 'the vocabulary says otherwise';
    if (by === 'project' || pages.length > 0) return null;
    const products = [...Map.groupBy(rulesOf.get(id) ?? [], ({ product }) => product)];
    const silent = products.find(([, rules]) => !rules.some((rule) => isSaid(need.from.en, rule)));
    return silent === undefined ? null : `no row of ${silent[0]} says what is quoted`;
  };

  const ofNeeds = needs.flatMap((need): Finding[] => {
    const message = problemOf(need);
    const at = { file: 'packages/catalog/data/needs.json', record: need.id, field: 'from' };
    return message === null ? [] : [{ ...at, text: need.from.en, message }];
  });
  const ofRules = ports.flatMap(({ id: record, need }): Finding[] => {
    const at = { file: 'packages/catalog/data/ports.json', record, field: 'need' };
    if (need === null) return [];
    const { id, level, by } = byId.get(need.id) ?? {};
    const isSame = isDeepStrictEqual(need, { id, level, by });
    return isSame ? [] : [{ ...at, text: need.id, message: 'the record that it names says otherwise' }];
  });
  return { count: needs.length, findings: [...ofNeeds, ...ofRules] };
}

function bare(text: string): string {
  return squeeze(text).toLowerCase();
}
