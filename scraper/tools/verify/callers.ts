import { isDeepStrictEqual } from 'node:util';
import type { Caller, Name, PortRule } from '../../src/model/catalog.ts';
import type { Cell } from '../../src/model/snapshot.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import type { Finding } from './finding.ts';
import { isPart } from './published.ts';

type Side = 'callers' | 'calls';

/**
 * Traces who connects to each rule: to a flow between the two at the port, to the words of a row, or to a reason of the
 * vocabulary.
 *
 * @param cellsOf the cells of the row of each rule
 * @param reasons the catalog's list of reasons in both languages
 */
export function checkCallers(
  ports: readonly PortRule[],
  cellsOf: ReadonlyMap<string, readonly Cell[]>,
  reasons: readonly Name[],
  { entries }: Vocabulary,
): { count: number; findings: Finding[] } {
  const rules = new Map(ports.map((rule) => [rule.id, rule]));
  const groups = entries.callers.flatMap((entry) => [...(entry.callers ?? []), ...(entry.calls ?? [])]);

  const problemOf = (rule: PortRule, side: Side, { role, by, from }: Caller): string | null => {
    const ofRole = groups.filter(({ roles }) => roles.includes(role));
    if (by === 'project') {
      const given = ofRole.flatMap((group) => (group.by === 'project' ? [group.reason] : []));
      const isGiven = given.some(
        (reason) => reason.en === from && reasons.some((each) => isDeepStrictEqual(each, reason)),
      );
      return isGiven ? null : 'the vocabulary does not give this reason';
    }
    const quotations = ofRole.flatMap((group) => (group.by === 'document' ? [group.from] : []));
    const witness = rules.get(from);
    if (witness === undefined) {
      const isQuoted = quotations.includes(from) && isPart(from, cellsOf.get(rule.id) ?? []);
      return isQuoted ? null : 'no cell of its row says this, or the vocabulary does not quote it';
    }
    if (witness.product !== rule.product) return 'this rule is of another product';
    if (witness.kind !== 'flow') {
      const said = cellsOf.get(witness.id) ?? [];
      return quotations.some((each) => isPart(each, said))
        ? null
        : 'no cell of that row says what the vocabulary quotes';
    }
    const end = side === 'callers' ? witness.source : witness.destination;
    if (end?.roles.includes(role) !== true) return 'this flow does not name the role';
    return isDeepStrictEqual(witness.ports?.ranges, rule.ports?.ranges) ? null : 'this flow is to other ports';
  };

  const all = ports.flatMap((rule) =>
    (['callers', 'calls'] as const).flatMap((side) => rule[side].map((caller) => ({ rule, side, caller }))),
  );
  const findings = all.flatMap(({ rule, side, caller }): Finding[] => {
    const message = problemOf(rule, side, caller);
    const at = { file: 'packages/catalog/data/ports.json', record: rule.id, field: `${side}.${caller.role}` };
    return message === null ? [] : [{ ...at, text: caller.from, message }];
  });
  return { count: all.length, findings };
}
