import { readFileSync } from 'node:fs';
import { assemble } from '../../../scraper/src/assemble/catalog.ts';
import { readData } from '../../../scraper/src/commands/data.ts';
import { DATA, HASHES, SNAPSHOTS, VOCABULARY } from '../../../scraper/src/commands/places.ts';
import { readSnapshotFiles } from '../../../scraper/src/commands/snapshots.ts';
import type { CatalogData } from '../../../scraper/src/model/catalog.ts';
import type { SnapshotFile } from '../../../scraper/src/model/snapshot.ts';
import { loadVocabulary } from '../../../scraper/src/vocabulary/load.ts';
import { verifyCatalog } from '../../../scraper/tools/verify/verify-catalog.ts';
import { say } from './say.ts';

export const vocabulary = loadVocabulary(VOCABULARY);
const hashes = readFileSync(HASHES, 'utf8');
export const committed = { catalog: readData(DATA), sources: readSnapshotFiles(SNAPSHOTS).files, hashes };

/** Documents with something of every kind: all of them take five times as long, and each case looks at them anew. */
const DOCUMENTS = [
  'cloud-connector-edition/plan-for-skype-for-business-cloud-connector-edition',
  'lync-server-2013/configuring-port-ranges-for-your-microsoft-lync-clients',
  'lync-server-2013/hardware-load-balancer-requirements-for-lync-server-2013',
  'lync-server-2013/ipsec-exceptions',
  'lync-server-2013/port-summary-scaled-consolidated-edge-with-hardware-load-balancers',
  'lync-server-2013/ports-and-protocols-for-internal-servers',
  'skype-for-business-server-2015/configuring-port-ranges-and-a-quality-of-c2dfe5fb-conferencing-application-and-mediation-servers',
  'skype-for-business-server-2015/video-based-screen-sharing-for-skype-for-business-server',
];
/** One that says the same as another, in words that only one of them has right. */
const SIBLING = 'skype-for-business-server-2015/port-and-protocol-requirements-for-servers';

/** Files that may be tampered with. */
export interface Copy {
  catalog: CatalogData;
  sources: { -readonly [Key in keyof SnapshotFile]: SnapshotFile[Key] }[];
  hashes: string;
}

/** The catalog that these snapshots make, with them and their hashes. */
function filesOf(sources: readonly SnapshotFile[]): Copy {
  const lines = sources.map(({ file }) => hashes.split('\n').find((line) => line.endsWith(`  ${file}`)));
  const { catalog } = assemble(
    sources.map(({ snapshot }) => snapshot),
    vocabulary,
  );
  return {
    // As it is read from files: no record has a part in common with another or with a snapshot.
    catalog: JSON.parse(JSON.stringify(catalog)),
    sources: [...sources],
    hashes: `${lines.join('\n')}\n`,
  };
}

const sourcesOf = (documents: readonly string[]) =>
  committed.sources.filter(({ snapshot }) => documents.includes(snapshot.document.id));

export const bilingual = filesOf(sourcesOf(DOCUMENTS));

/** The same without the English beside the Korean, so that the catalog has words of the vocabulary. */
export const koreanAlone = filesOf(
  sourcesOf([...DOCUMENTS, SIBLING]).map(({ snapshot: { english: _, ...snapshot }, ...file }) => {
    const alone = JSON.stringify(snapshot.tables, (key, value) =>
      key !== 'caption' && Array.isArray(value) && value.every((line) => line?.text != null && 'en' in line)
        ? value.map(({ text, en }) => ({ text, en: en !== null && text.includes(en) ? en : null }))
        : value,
    );
    return { ...file, snapshot: { ...snapshot, tables: JSON.parse(alone) } };
  }),
);

/** What verify says of a copy of these files that was tampered with. */
export function verifyTampered(tamper: (copy: Copy) => void, files: Copy = bilingual): string[] {
  const copy = structuredClone(files);
  tamper(copy);
  return verifyCatalog(copy.catalog, copy.sources, copy.hashes, vocabulary).diagnostics.map(say);
}

/** A kind of tampering: what it is called, what verify says of it, and how it is done. */
export type Case = [title: string, finding: RegExp, tamper: (copy: Copy) => void];

/** The first that fits; what it is made of stands in these documents, or the test says that it no longer does. */
export function first<Item>(items: readonly Item[], fits: (item: Item) => boolean): Item {
  const found = items.find(fits);
  if (found === undefined) throw new Error('these documents have no such thing any more');
  return found;
}

/** The first rule that fits. */
export const ruleWith = ({ catalog }: Copy, fits: (rule: CatalogData['ports'][number]) => boolean) =>
  first(catalog.ports, fits);
