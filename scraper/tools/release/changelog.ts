import type { Change } from '../../src/compare/diff.ts';
import { keyOf, nameOf, partsOf, readName } from '../../src/compare/names.ts';
import { valueText } from '../../src/compare/value-text.ts';
import { counted } from '../../src/report/summary.ts';
import type { ReleaseDiff } from './release-diff.ts';

/** The changeset of a release's data, for `changeset version` to put into the changelog. */
export function changesetFile(diff: ReleaseDiff): string {
  return `---\n"@lync/port-catalog": ${diff.bump}\n---\n\n${changelogText(diff)}`;
}

/** What a release changes in the data, for people: everything by its id, but texts only counted. */
export function changelogText({ from, added, removed, renamed, changed, text, corrections }: ReleaseDiff): string {
  const facts = changed.filter(({ before, after }) => Object.keys({ ...before, ...after }).length > 0);
  const sections = [
    section('Added', listNames(added)),
    section('Removed', listNames(removed)),
    section(
      'Renamed (the old ids lead to the new)',
      renamed.map((each) => `${code(each.from)} → ${code(each.to)}`),
    ),
    section('Changed', facts.map(changeText)),
    section('Text and provenance', [...textCounts(text), ...correctionCounts(corrections)]),
  ].filter((each) => each !== '');
  const body = sections.length === 0 ? ['Nothing changed.\n'] : sections;
  return [`The data, compared with ${from ?? 'nothing'}.\n`, ...body].join('\n');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `**${title}**\n\n${lines.map((line) => `- ${line}\n`).join('')}`;
}

/** Ids as they are; of a table that is listed itself, the rules are only counted. */
function listNames(names: readonly string[]): string[] {
  const listed = new Set(names);
  const tableOf = (name: string) => {
    const key = readName(name);
    if (key === null || partsOf(key).kind !== 'rule') return null;
    const table = nameOf(keyOf('table', name.slice(0, name.lastIndexOf('/'))));
    return listed.has(table) ? table : null;
  };
  return names
    .filter((name) => tableOf(name) === null)
    .map((name) => {
      const rules = names.filter((other) => tableOf(other) === name).length;
      return rules === 0 ? code(name) : `${code(name)} with ${counted(rules, 'rule')}`;
    });
}

function changeText({ id, before, after }: Change): string {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const changes = fields.map((field) => `${field} ${valueText(before[field])} → ${valueText(after[field])}`);
  return `${code(id)}: ${changes.join('; ')}`;
}

function textCounts(text: ReleaseDiff['text']): string[] {
  return Object.entries(text).flatMap(([kind, fields]) =>
    Object.entries(fields).map(([field, count]) => `${field} of ${counted(count, kind)}`),
  );
}

function correctionCounts(counts: ReleaseDiff['corrections']): string[] {
  const present = Object.entries(counts).filter(([, count]) => count > 0);
  return present.map(([what, count]) => `${counted(count, 'correction')} ${what}`);
}

function code(text: string): string {
  return `\`${text}\``;
}
