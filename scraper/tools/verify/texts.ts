import type { LocalizedText, PortRule, Table } from '../../src/model/catalog.ts';
import type { Cell, SnapshotTable } from '../../src/model/snapshot.ts';
import type { Domain } from '../../src/vocabulary/domains.ts';
import type { Vocabulary } from '../../src/vocabulary/vocabulary.ts';
import { mediaRangeProblem } from './media-ranges.ts';
import { isPart, isPutTogether, isSaid, squeeze, translationsOf, unmarked } from './published.ts';
import type { FoundRow } from './rows.ts';

/** A text of a record, and whether it can be traced. */
export interface Traced {
  readonly field: string;
  readonly text: string;
  readonly source: 'document' | 'project';
  /** Why it cannot be traced; null where it can. */
  readonly problem: string | null;
}

interface Place {
  readonly cells: readonly Cell[];
  readonly domain: Domain;
  /** Whether the text is only part of a cell. */
  readonly part: boolean;
}

/** Traces every text of a rule to its row, to the footnotes of its table, or to the vocabulary. */
export function traceRule({ rule, cells, table, and }: FoundRow, vocabulary: Vocabulary): Traced[] {
  const footnotes = table.footnotes.map(({ text }) => text);
  const trace = (field: string, text: LocalizedText | null, place: Partial<Place> & Pick<Place, 'domain'>) =>
    traceText(field, text, { cells, part: false, ...place }, vocabulary);
  return [
    ...trace('notes', rule.notes, { domain: 'note' }),
    ...trace('protocolNote', rule.protocolNote, { domain: 'protocol', part: true }),
    ...trace('ruleName', rule.ruleName, { domain: 'rule-name' }),
    ...trace('source.text', rule.source?.text ?? null, { domain: 'endpoint' }),
    ...trace('destination.text', rule.destination?.text ?? null, { domain: 'endpoint' }),
    ...rule.footnotes.flatMap((text, at) => trace(`footnotes[${at}]`, text, { domain: 'footnote', cells: footnotes })),
    ...rule.devices.flatMap((text, at) => trace(`devices[${at}]`, text, { domain: 'device' })),
    ...traceName('name', rule.name, (name) => isPart(name, cells)),
    ...traceName('property', rule.property, (name) => isSaid(name, cells)),
    ...(rule.kind === 'media-range'
      ? traceRange(rule, mediaRangeProblem(rule, { cells, table, and }, vocabulary))
      : tracePorts('ports', rule.ports, cells, vocabulary)),
    ...tracePorts('sourcePorts', rule.sourcePorts, cells, vocabulary),
    ...tracePorts('nodePorts', rule.nodePorts, cells, vocabulary),
    ...tracePorts('monitor.ports', rule.monitor?.ports ?? null, cells, vocabulary),
  ];
}

/** A name that stands on the page as it is, in one language. */
function traceName(field: string, text: string | null, isThere: (name: string) => boolean): Traced[] {
  if (text === null) return [];
  return [{ field, text, source: 'document', problem: isThere(text) ? null : 'the page does not say this there' }];
}

function traceRange({ ports }: PortRule, problem: string | null): Traced[] {
  return [{ field: 'ports.text', text: ports?.text ?? '', source: 'document', problem }];
}

/**
 * Traces the headers of a table to those of the published one; there is none where the page has no such table.
 *
 * @param beside the headers of the variant that the document's English comes from
 */
export function traceTable(
  table: Table,
  source: SnapshotTable | undefined,
  beside: readonly Cell[],
  vocabulary: Vocabulary,
): Traced[] {
  return table.columns.flatMap((column, at) => {
    const place: Place = { cells: [source?.columns[at] ?? [], ...beside], domain: 'column', part: false };
    return traceText(`columns[${at}]`, column, place, vocabulary);
  });
}

function traceText(field: string, text: LocalizedText | null, place: Place, vocabulary: Vocabulary): Traced[] {
  if (text === null) return [];
  return (['en', 'ko'] as const).flatMap((language): Traced[] => {
    const [said, by] = [text[language], text.by[language]];
    const at = `${field}.${language}`;
    if (said === null) {
      return by === null
        ? []
        : [{ field: at, text: '', source: by, problem: 'there is no text, but somebody is named' }];
    }
    if (by === null) return [{ field: at, text: said, source: 'project', problem: 'nobody is named who says this' }];
    const found = by === 'document' ? isPublished(said, place) : isTranslated(said, language, place, vocabulary);
    const problem =
      by === 'document' ? 'the page does not say this there' : 'the vocabulary does not say this of the page’s text';
    return [{ field: at, text: said, source: by, problem: found ? null : problem }];
  });
}

function isPublished(text: string, { cells, part }: Place): boolean {
  return part ? allSaid(text, (remark) => isPart(remark, cells)) : isSaid(text, cells);
}

/** A note on protocols may join what a cell says in several places. */
function allSaid(note: string, says: (remark: string) => boolean): boolean {
  return says(note) || note.split('; ').every(says);
}

function isTranslated(text: string, language: 'en' | 'ko', place: Place, vocabulary: Vocabulary): boolean {
  const { cells, domain, part } = place;
  if (part) {
    const forms = vocabulary.forms.filter((form) => form.domain === domain && isPart(form.text, cells));
    return allSaid(text, (remark) => forms.some((form) => squeeze(form[language]) === squeeze(remark)));
  }
  const wanted = squeeze(text);
  const isWhole = cells.some((cell) =>
    translationsOf(cell, domain, vocabulary).some((translation) => squeeze(translation[language]) === wanted),
  );
  if (isWhole || language !== 'en') return isWhole;
  return cells.some((cell) => isPutTogether(text, cell, domain, vocabulary));
}

/** The text of a port set, and its numbers, which the page writes with or without a comma. */
function tracePorts(
  field: 'ports' | 'sourcePorts' | 'nodePorts' | 'monitor.ports',
  ports: PortRule['ports'],
  cells: readonly Cell[],
  vocabulary: Vocabulary,
): Traced[] {
  if (ports === null) return [];
  const place: Place = { cells, domain: 'port', part: false };
  const translated = isTranslated(unmarked(ports.text), 'en', place, vocabulary);
  const source = isPart(ports.text, cells) ? 'document' : 'project';
  const numbers = cells.flatMap((cell) => [
    ...cell.flatMap(({ text, en }) => digitsIn(`${text ?? ''} ${en ?? ''}`)),
    ...translationsOf(cell, 'port', vocabulary).flatMap(({ en }) => digitsIn(en)),
  ]);
  const strange = ports.ranges.flatMap(({ from, to }) => [from, to]).find((port) => !numbers.includes(port));
  const problem = source === 'project' && !translated ? 'neither the page nor the vocabulary says this' : null;
  const noNumber = strange === undefined ? null : `no cell of the row has ${strange}`;
  return [{ field: `${field}.text`, text: ports.text, source, problem: problem ?? noNumber }];
}

/** The numbers of a text, with a separator of thousands taken for one and not. */
function digitsIn(text: string): number[] {
  return [/\d+(?:,\d{3})*/g, /\d{1,3}(?: \d{3})+/g].flatMap((numbers) =>
    [...text.matchAll(numbers)].map(([number]) => Number(number.replaceAll(/\D/g, ''))),
  );
}
