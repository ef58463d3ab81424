import { assemble } from '../../scraper/src/assemble/catalog.ts';
import { SNAPSHOTS } from '../../scraper/src/commands/places.ts';
import { readSnapshots } from '../../scraper/src/commands/snapshots.ts';
import { vocabulary } from './vocabulary.ts';

/** The committed snapshots, and the catalog that the scraper makes of them now. */
export const { snapshots } = readSnapshots(SNAPSHOTS);
export const { catalog } = assemble(snapshots, vocabulary);
