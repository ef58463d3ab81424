import { valueText } from '../compare/value-text.ts';
import { printable } from '../model/diagnostic.ts';
import type { Mistranslation, ReportedDocument, ScrapeReport } from '../model/report.ts';
import { overviewOf } from './overview.ts';
import { counted } from './summary.ts';
import { countTables } from './tables.ts';
import { countsText, versionText } from './values.ts';

/** How many lines of one sort a terminal gets; the rest is counted, and `--json` has all of it. */
const MOST = 20;

/**
 * A report for the eye, line by line: the summary first, then its parts. What is unresolved was printed when it was
 * found, so it is only counted here.
 */
export function plainReport(report: ScrapeReport): string[] {
  const sections: [name: string, lines: string[]][] = [
    ['documents', documentLines(report)],
    ['rules', ruleLines(report)],
    ['text only', textLines(report)],
    ['new mistranslations', report.mistranslations.new.map(wordLine)],
    ['mistranslations gone', report.mistranslations.gone.map(wordLine)],
    ['unresolved, each told above', overviewOf(report.unresolved)],
  ];
  const shown = sections.filter(([, lines]) => lines.length > 0);
  return [
    report.summary,
    ...shown.flatMap(([name, lines]) => ['', `${name}:`, ...atMost(lines).map((line) => `  ${printable(line)}`)]),
    ...countTables(report.tables).flatMap((line) => ['', line]),
  ];
}

function atMost(lines: readonly string[]): string[] {
  if (lines.length <= MOST) return [...lines];
  return [...lines.slice(0, MOST), `and ${lines.length - MOST} more`];
}

function documentLines({ documents }: ScrapeReport): string[] {
  const described = [
    ...documents.new.map((each) => ['new', each, counted(each.rules, 'rule')] as const),
    ...documents.changed.map((each) => {
      const commits = `${versionText(each.before)} → ${versionText(each)}`;
      return ['changed', each, `${commits}, ${each.factsChanged ? 'in facts' : 'in text alone'}`] as const;
    }),
    ...documents.gone.map((each) => ['gone', each, goneText(each)] as const),
  ];
  const others = [
    documents.unchanged.length > 0 && `${documents.unchanged.length} unchanged`,
    documents.notScraped.length > 0 && `${documents.notScraped.length} not scraped`,
  ].filter((each) => each !== false);
  const width = Math.max(0, ...described.map(([, { id }]) => id.length));
  return [
    ...described.map(([what, { id }, how]) => `${what.padEnd(7)}  ${id.padEnd(width)}  ${how}`),
    ...(described.length > 0 && others.length > 0 ? [others.join(', ')] : []),
  ];
}

/** Why a document is gone: a commit deleted it, or it was not among what was scraped. */
export function goneText({ withdrawn }: ReportedDocument): string {
  return withdrawn === null
    ? 'not among what was scraped'
    : `withdrawn on ${withdrawn.date} by ${withdrawn.commit.slice(0, 7)}`;
}

function ruleLines({ rules, documents }: ScrapeReport): string[] {
  const ofNew = new Set(documents.new.map(({ id }) => id));
  const lines = [
    ...rules.added.filter(({ document }) => !ofNew.has(document)).map(({ id }) => `added    ${id}`),
    ...rules.removed.map(({ id }) => `removed  ${id}`),
    ...rules.changed.flatMap(({ id, was, fields }) => [
      `changed  ${was === null ? id : `${was} → ${id}`}`,
      ...fields.map(({ field, before, after }) => {
        return `         ${field}: ${valueText(before)} → ${valueText(after)}`;
      }),
    ]),
  ];
  const counts = countsText(rules.fields, 'rule');
  return counts.length > 1 ? [...lines, counts.join(', ')] : lines;
}

function textLines({ text }: ScrapeReport): string[] {
  const others = [
    text.tables > 0 && `title or headers of ${counted(text.tables, 'table')}`,
    text.titles > 0 && `title of ${counted(text.titles, 'document')}`,
    text.cells > 0 && counted(text.cells, 'published cell'),
  ].filter((each) => each !== false);
  return [...countsText(text.fields, 'rule'), ...others];
}

function wordLine({ published, corrected, count }: Mistranslation): string {
  return `${String(count).padStart(4)}  ${published} → ${corrected}`;
}
