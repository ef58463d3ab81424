import { isDeepStrictEqual } from 'node:util';
import type { Correction, Name, PortRule } from '../../src/model/catalog.ts';
import type { Cell } from '../../src/model/snapshot.ts';
import type { Form } from '../../src/vocabulary/forms.ts';
import { isReasonOfCode } from '../../src/vocabulary/reasons.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { hasPieces, isPart, piecesOf, squeeze, textsOf } from './published.ts';

export interface CorrectionProblem {
  readonly field: 'published' | 'corrected' | 'reason' | 'witness';
  readonly text: string | null;
  readonly message: string;
}

/**
 * What of a correction cannot be traced to the row, to the vocabulary or to what is said to bear it out.
 *
 * @param reasons the catalog's list of reasons in both languages
 */
export function checkCorrection(
  correction: Correction,
  cells: readonly Cell[],
  rules: ReadonlyMap<string, PortRule>,
  reasons: readonly Name[],
  vocabulary: Vocabulary,
): CorrectionProblem[] {
  const { published, corrected, reason } = correction;
  const forms = [...vocabulary.forms, ...vocabulary.endParts.forms].filter(
    ({ text, wrong }) => wrong !== null && hasPieces(inOneLine(published), piecesOf(text).map(inOneLine)),
  );
  const isCorrected = isInRow(corrected, cells) || forms.some(({ en }) => isOf(corrected, en));
  const inBoth = reasons.find(({ en }) => en === reason) ?? { en: reason, ko: '' };
  const isReason = forms.some(({ wrong }) => isDeepStrictEqual(wrong, inBoth)) || isReasonOfCode(inBoth, vocabulary);
  const problems: (CorrectionProblem | null)[] = [
    isInRow(published, cells) ? null : { field: 'published', text: published, message: 'no cell of the row says this' },
    isCorrected || isReordered(corrected, cells, vocabulary.forms)
      ? null
      : { field: 'corrected', text: corrected, message: 'neither the row nor the vocabulary says this' },
    isReason ? null : { field: 'reason', text: reason, message: 'the vocabulary does not give this reason' },
    checkWitness(correction, cells, rules, vocabulary),
  ];
  return problems.filter((problem) => problem !== null);
}

function checkWitness(
  { rule, field, evidence, witness }: Correction,
  cells: readonly Cell[],
  rules: ReadonlyMap<string, PortRule>,
  { entries }: Vocabulary,
): CorrectionProblem | null {
  const problem = (message: string): CorrectionProblem => ({ field: 'witness', text: witness, message });
  if (evidence === 'vocabulary') return witness === null ? null : problem('the vocabulary’s reason has no witness');
  if (witness === null) return problem('there is none');
  switch (evidence) {
    case 'bilingual':
      return isInRow(witness, cells) ? null : problem('no cell of the row says this');
    case 'registry':
      return entries.registry.some(({ assignment }) => assignment === witness) ? null : problem('not in registry.yaml');
    case 'sibling': {
      const [own, sibling] = [rules.get(rule), rules.get(witness)];
      if (sibling === undefined) return problem('there is no such rule');
      const key = field as keyof PortRule;
      return isDeepStrictEqual(own?.[key], sibling[key]) ? null : problem(`this rule has other ${field}`);
    }
  }
}

/** Whether a text is a form's English, whatever stands in its places. */
function isOf(text: string, en: string): boolean {
  return en.includes('{') ? hasPieces(text, piecesOf(en)) : text === en;
}

/** Corrections quote a cell in one line, its own lines apart by a slash. */
function isInRow(quoted: string, cells: readonly Cell[]): boolean {
  const wanted = inOneLine(quoted);
  return wanted !== '' && cells.some((cell) => textsOf(cell).some((said) => inOneLine(said).includes(wanted)));
}

function inOneLine(text: string): string {
  return squeeze(text).replaceAll('/', '');
}

/** Whether a text has the words of the row alone, put in order. */
function isReordered(text: string, cells: readonly Cell[], forms: readonly Form[]): boolean {
  const known = forms.filter((form) => form.domain === 'protocol' && isPart(form.text, cells)).map(({ en }) => en);
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).every(
    (word) => isPart(word, cells) || known.some((en) => en.split(' ').includes(word)),
  );
}
