import { valueText } from '../compare/value-text.ts';
import { formatDiagnostic, printable } from '../model/diagnostic.ts';
import type { Mistranslation, ScrapeReport } from '../model/report.ts';
import { goneText } from './plain.ts';
import { counted } from './summary.ts';
import { countsText, versionText } from './values.ts';

/** How much a table may hold, in rows and in characters; GitHub takes no text of more than 65,536 characters in all. */
const MOST = { rows: 100, characters: 9000 };
const LONGEST = 160;

/**
 * A report as the text of a pull request. What comes from documents stands in code spans alone, in which neither HTML
 * nor links, mentions or references to issues are read.
 */
export function markdownReport(report: ScrapeReport): string {
  const { rules, mistranslations, unresolved } = report;
  const { fields } = rules;
  const parts = [
    `**${report.summary}**`,
    table('Documents', ['', 'Document', 'What'], documentRows(report)),
    table('Rules', ['', 'Rule', 'Facts'], ruleRows(report)),
    Object.keys(fields).length > 1 ? `Facts by field: ${countsText(fields, 'rule').join(', ')}.` : '',
    table('Text alone', ['Where', 'How often'], textRows(report)),
    table('New mistranslations', ['Published', 'Read as', 'Places'], mistranslations.new.map(wordRow)),
    table('Mistranslations that went', ['Published', 'Read as', 'Places'], mistranslations.gone.map(wordRow)),
    table(
      'Unresolved',
      ['Place'],
      unresolved.map((each) => [code(formatDiagnostic(each))]),
    ),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function table(title: string, headers: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const shown = fitting(rows.map(line));
  const left = rows.length - shown.length;
  return [
    `### ${title}`,
    '',
    line(headers),
    line(headers.map(() => '---')),
    ...shown,
    ...(left > 0 ? ['', `And ${left} more.`] : []),
  ].join('\n');
}

function fitting(lines: readonly string[]): readonly string[] {
  let length = 0;
  const end = lines.findIndex((line, at) => {
    length += line.length;
    return at >= MOST.rows || length > MOST.characters;
  });
  return end < 0 ? lines : lines.slice(0, end);
}

/**
 * Untrusted text as a code span in a table's cell, on one line and not too long. The fence is longer than any run of
 * backticks in it. A pipe ends a cell even in code: a backslash keeps it, and backslashes before it are doubled.
 */
export function code(text: string): string {
  const shown = [...printable(text.replaceAll(/\s*\n\s*/g, ' / '))];
  const cut = shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1).join('')}…` : shown.join('');
  if (cut.trim() === '') return '–';
  const longest = Math.max(0, ...[...cut.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const inner = cut.replaceAll(/(\\*)\|/g, '$1$1\\|');
  const pad = /^[` ]|[` ]$/.test(inner) ? ' ' : '';
  return `${fence}${pad}${inner}${pad}${fence}`;
}

function documentRows({ documents }: ScrapeReport): string[][] {
  return [
    ...documents.new.map((each) => ['new', code(each.id), counted(each.rules, 'rule')]),
    ...documents.changed.map((each) => {
      const commits = `${code(versionText(each.before))} → ${code(versionText(each))}`;
      return ['changed', code(each.id), `${commits}, ${each.factsChanged ? 'in facts' : 'in text alone'}`];
    }),
    ...documents.gone.map((each) => ['gone', code(each.id), code(goneText(each))]),
    ...(documents.unchanged.length > 0 ? [['unchanged', counted(documents.unchanged.length, 'document'), '']] : []),
    ...(documents.notScraped.length > 0 ? [['not scraped', counted(documents.notScraped.length, 'document'), '']] : []),
  ];
}

function ruleRows({ rules, documents }: ScrapeReport): string[][] {
  const ofNew = new Set(documents.new.map(({ id }) => id));
  return [
    ...rules.added.filter(({ document }) => !ofNew.has(document)).map(({ id }) => ['added', code(id), '']),
    ...rules.removed.map(({ id }) => ['removed', code(id), '']),
    ...rules.changed.map(({ id, was, fields }) => [
      'changed',
      was === null ? code(id) : `${code(was)} → ${code(id)}`,
      fields
        .map(({ field, before, after }) => `${field}: ${code(valueText(before))} → ${code(valueText(after))}`)
        .join('<br>'),
    ]),
  ];
}

function textRows({ text }: ScrapeReport): string[][] {
  return [
    ...Object.entries(text.fields).map(([field, count]) => [code(field), counted(count, 'rule')]),
    ...(text.tables > 0 ? [['title or headers', counted(text.tables, 'table')]] : []),
    ...(text.titles > 0 ? [['title', counted(text.titles, 'document')]] : []),
    ...(text.cells > 0 ? [['published cells', counted(text.cells, 'cell')]] : []),
  ];
}

function wordRow({ published, corrected, count }: Mistranslation): string[] {
  return [code(published), code(corrected), String(count)];
}
