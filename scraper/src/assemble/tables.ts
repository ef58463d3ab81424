import { numberByKind } from '../interpret/kinds.ts';
import { englishOf, titleIn } from '../interpret/reading.ts';
import { shownAround, shownOf } from '../interpret/shown.ts';
import type { RuleKind, Scenario, Title } from '../model/catalog.ts';
import { headingSlug, nameSlug, slug } from '../model/id.ts';
import type { Snapshot, SnapshotTable } from '../model/snapshot.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { numberRepeats } from './ids.ts';

/** A table of a snapshot, and where it belongs in the catalog. */
export interface Placement {
  table: SnapshotTable;
  /** The last part of the table's id. */
  name: string;
  title: Title;
  scenario: Scenario;
  kind: RuleKind;
  /** The role of the rows that name none; null where nobody says whom they are about. */
  about: string | null;
}

/** Gives each table of a snapshot its place: a scenario of the vocabulary, or one made from the document. */
export function placeTables(snapshot: Snapshot, vocabulary: Vocabulary): Placement[] {
  const own = ownScenario(snapshot);
  const shown = snapshot.tables.map(shownAround);
  const placements = numberByKind(shown, snapshot.document.locale, vocabulary).map(
    ({ table, kind, number }, at): Placement => {
      const claim = findClaim(snapshot.document.assetId, kind, number, vocabulary);
      return {
        table: snapshot.tables[at] as SnapshotTable,
        name: claim?.table ?? ownName(table, own),
        title: claim?.title ?? titleOf(table, own.name, snapshot.document.locale),
        scenario: claim?.scenario ?? own,
        kind,
        about: claim?.about ?? null,
      };
    },
  );
  return numberRepeats(placements, ({ name }) => name).map(({ item, id }) => ({ ...item, name: id }));
}

function findClaim(assetId: string | null, kind: RuleKind, number: number, vocabulary: Vocabulary) {
  for (const { id, name, group, tables } of vocabulary.entries.scenarios) {
    const claim = tables.find((table) => table.page === assetId && table.kind === kind && table.number === number);
    if (claim !== undefined) return { ...claim, scenario: { id, name, group } };
  }
  return null;
}

/** A document whose tables no scenario claims is a situation of its own. */
function ownScenario({ document }: Snapshot): Scenario {
  const id = document.id.slice(document.product.length + 1);
  const { en, ko } = titleIn(shownOf(document.title), document.locale);
  return { id, name: { en: en ?? inWords(id), ko }, group: 'other' };
}

/** From its document, and its caption or the heading above it, where that is not the page's title. */
function ownName(table: SnapshotTable, own: Scenario): string {
  const heading = table.headings.findLast(({ depth }) => depth > 1);
  const headed = heading === undefined ? '' : headingSlug(englishOf(heading.text) ?? '');
  const name = [slug(englishOf(table.caption) ?? ''), slug(heading?.anchor ?? ''), headed].find((each) => each !== '');
  return name === undefined ? own.id : nameSlug(`${own.id}-${name}`);
}

function titleOf(table: SnapshotTable, fallback: Title, locale: string): Title {
  const shown = [table.caption, table.headings.at(-1)?.text ?? []].find((cell) => cell.length > 0) ?? [];
  const { en, ko } = titleIn(shown, locale);
  const english = en ?? table.headings.at(-1)?.anchor?.replaceAll('-', ' ');
  return { en: english ?? fallback.en, ko: shown.length === 0 ? fallback.ko : ko };
}

function inWords(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
