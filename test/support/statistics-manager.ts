import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../../scraper/src/read/decode.ts';
import { temporaryFolder } from './folders.ts';
import { sharedDocs } from './shared-docs.ts';

/** The one document of the catalog that stands in the repository only, not in a folder beside the project. */
export const STATISTICS_MANAGER = 'Skype/SfbServer/management-tools/statistics-manager/plan.md';

/** A folder with that document, and a sources.json that says where it was published. */
export function statisticsManagerFolder(): string {
  const folder = temporaryFolder();
  const bare = join(folder, 'repository.git');
  const git = (...args: string[]) => execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  git('clone', '--quiet', '--bare', '--branch', 'live-sxs', join(sharedDocs ?? '', 'repository.bundle'), bare);
  const page = git('-C', bare, 'show', `live-sxs:${STATISTICS_MANAGER}`);
  const pages = join(folder, 'pages');
  mkdirSync(dirname(join(pages, STATISTICS_MANAGER)), { recursive: true });
  writeFileSync(join(pages, STATISTICS_MANAGER), page);
  const published = {
    path: STATISTICS_MANAGER,
    repository: 'MicrosoftDocs/OfficeDocs-SkypeForBusiness-pr.ko-KR',
    branch: 'live-sxs',
    commit: 'd33f5c1fec87eef83665cd1a3c5c167e93fd15a2',
    committed: '2020-10-17T00:00:00+00:00',
    sha256: sha256(page),
  };
  writeFileSync(join(pages, 'sources.json'), JSON.stringify([published]));
  return pages;
}
