import type { DiagnosticCode } from '../model/codes.ts';
import { type Diagnostic, diagnostic } from '../model/diagnostic.ts';
import type { CallersFault } from './callers.ts';
import type { NeedsFault } from './needs.ts';
import type { Counted, Kept } from './vocabulary-counts.ts';

/**
 * Reports entries and forms of the vocabulary that nothing in the catalog needs any more, and numbers in it that are
 * off. An entry that only other documents need says so (`elsewhere`) and is exempt. An entry that the catalog needs
 * must not say so.
 */
export function checkVocabulary(all: readonly Counted[]): Diagnostic[] {
  return all.flatMap(check);
}

/** Reports where callers.yaml lacks a listening port, or says of one what no row says. */
export function checkCallers(faults: readonly CallersFault[]): Diagnostic[] {
  return faults.map(({ rule, message }) =>
    diagnostic('error', 'callers', message, 'scraper/vocabulary/callers.yaml', { text: rule }),
  );
}

/** Reports where needs.yaml lacks a rule, has it twice, or quotes what no row says. */
export function checkNeeds(faults: readonly NeedsFault[]): Diagnostic[] {
  return faults.map(({ rule, message }) =>
    diagnostic('error', 'needs', message, 'scraper/vocabulary/needs.yaml', { text: rule }),
  );
}

/** The numbers that are off, which `pnpm vocabulary:update` sets. */
export function wrongNumbers(all: readonly Counted[]): (Counted & { kept: Kept })[] {
  return all.flatMap(({ kept, ...each }) => {
    const isOff = kept !== null && each.elsewhere === null && each.count > 0 && kept.says !== each.count;
    return isOff ? [{ ...each, kept }] : [];
  });
}

function check(each: Counted): Diagnostic[] {
  const { where, text, count, elsewhere, kept } = each;
  const report = (code: DiagnosticCode, message: string) => [
    diagnostic('error', code, message, `scraper/vocabulary/${where}`, { text }),
  ];
  const number = kept === null ? '' : `${kept.path.at(-1)}: ${count}`;
  if (elsewhere !== null) {
    if (count === 0) return [];
    const instead = kept === null ? '' : ` and set "${number}"`;
    return report('not-only-elsewhere', `this touches ${count} places: take "elsewhere" off${instead}`);
  }
  if (count === 0) return report('unused', 'nothing in the snapshots needs this any more');
  return wrongNumbers([each]).flatMap(({ kept: { says } }) => {
    const said = says === null ? 'does not say so' : `says ${says}`;
    const cure = `set "${number}", or run pnpm vocabulary:update`;
    return report('wrong-count', `this touches ${count} places, and ${said}: ${cure}`);
  });
}
