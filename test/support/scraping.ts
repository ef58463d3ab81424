import { join } from 'node:path';
import type { Outcome } from '../../scraper/src/commands/outcome.ts';
import { DATA, SNAPSHOTS, VOCABULARY } from '../../scraper/src/commands/places.ts';
import { type SourceArguments, sourceOf } from '../../scraper/src/commands/scrape/source.ts';
import { scrape } from '../../scraper/src/commands/scrape.ts';
import { formatDiagnostic } from '../../scraper/src/model/diagnostic.ts';
import { readPageOrSay } from '../../scraper/src/parse/read-or-say.ts';
import type { PageReader } from '../../scraper/src/parse/reader.ts';
import type { Run } from './cli.ts';
import { vocabulary } from './vocabulary.ts';

/** Reads pages in this thread: a test has no page that takes too long or too much. */
export const READER: PageReader = {
  read: async ({ text, published }) => readPageOrSay(text, { published }),
  close: async () => {},
};

/**
 * Scrapes into the folder `out` as the command does, without starting a process or reading the vocabulary again: for
 * tests of what comes out, not of the command line.
 */
export function scrapeHere(typed: SourceArguments, cwd: string, lenient = false, reader = READER): Promise<Outcome> {
  const places = { vocabulary: VOCABULARY, snapshots: SNAPSHOTS, data: DATA };
  return scrape(
    { ...sourceOf(typed, cwd, SNAPSHOTS), out: join(cwd, 'out'), lenient, reader },
    places,
    () => vocabulary,
  );
}

/** Scrapes so, and gives back what the command would end with and say, but for what changed. */
export async function runHere(typed: SourceArguments, cwd: string, lenient = false, reader = READER): Promise<Run> {
  const { ok, incomplete, diagnostics, report } = await scrapeHere(typed, cwd, lenient, reader);
  const told = diagnostics.map(formatDiagnostic);
  const status = ok && incomplete !== true ? 0 : 1;
  return ok ? { status, out: [...report], err: told } : { status, out: [], err: [...told, ...report] };
}
