import { isDeepStrictEqual } from 'node:util';
import { tableName } from '../../../packages/catalog/src/table-name.ts';
import type { Correction, PortRule } from '../model/catalog.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** A rule with its corrections and what its document says of it. */
export interface RuleWithCorrections {
  rule: PortRule;
  corrections: Correction[];
  assetId: string | null;
  path: string;
  tableNumber: number;
}

/**
 * Looks for better evidence than the vocabulary's word: the same row in another edition of the document, then a
 * registered port assignment.
 *
 * @returns the corrections with what bears them out, and an error for each that another edition speaks against
 */
export function findEvidence(
  rules: readonly RuleWithCorrections[],
  vocabulary: Vocabulary,
): { corrections: Correction[]; diagnostics: Diagnostic[] } {
  const corrections: Correction[] = [];
  const diagnostics: Diagnostic[] = [];
  const places = Map.groupBy(rules, placeOf);
  for (const each of rules) {
    const { document } = each.rule.origin;
    const siblings =
      each.corrections.length === 0 || each.assetId === null
        ? []
        : (places.get(placeOf(each)) as RuleWithCorrections[]).filter(({ rule }) => rule.origin.document !== document);
    for (const correction of each.corrections) {
      if (correction.evidence !== 'vocabulary') {
        corrections.push(correction);
        continue;
      }
      const field = correction.field as keyof PortRule;
      const isPlain = (sibling: RuleWithCorrections) => sibling.corrections.every((other) => other.field !== field);
      const agreeing = siblings.filter(({ rule }) => isDeepStrictEqual(rule[field], each.rule[field]));
      const witness = agreeing.find(isPlain);
      if (witness !== undefined) {
        corrections.push({ ...correction, evidence: 'sibling', witness: witness.rule.id });
        continue;
      }
      // A sibling that agrees only by a correction of its own is evidence neither for this correction nor against it.
      const opposed = agreeing.length === 0 ? siblings.find(isPlain) : undefined;
      if (opposed !== undefined) diagnostics.push(contradiction(each, correction, opposed));
      const assignment = registeredFor(each.rule, correction, vocabulary);
      corrections.push(assignment === null ? correction : { ...correction, evidence: 'registry', witness: assignment });
    }
  }
  return { corrections, diagnostics };
}

/** Equal for the rules of the same table, role, service and ports in the editions of a document. */
function placeOf({ rule, assetId }: RuleWithCorrections): string {
  return JSON.stringify([assetId, tableName(rule), rule.role, rule.service, rule.ports?.ranges, rule.ruleName?.en]);
}

function contradiction(
  { path, tableNumber, rule }: RuleWithCorrections,
  correction: Correction,
  opposed: RuleWithCorrections,
): Diagnostic {
  const message = `"${correction.corrected}" is read here, but another edition of the page says otherwise (${opposed.rule.id})`;
  return diagnostic('error', 'sibling-disagrees', message, path, {
    table: tableNumber,
    row: rule.origin.row,
    text: correction.published,
  });
}

function registeredFor(rule: PortRule, correction: Correction, vocabulary: Vocabulary): string | null {
  const ranges = rule.ports?.ranges ?? [];
  const named = correction.corrected.toLowerCase();
  const entry = vocabulary.entries.registry.find(
    ({ ports, transport, protocol }) =>
      (named === transport || named === protocol) &&
      ranges.length > 0 &&
      ranges.every(({ from, to }) => from === to && ports.includes(from)),
  );
  return entry?.assignment ?? null;
}
