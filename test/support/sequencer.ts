import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files of tests of the site, from the one that takes longest, which is as long as a build. */
const BY_TIME = [
  ...['untrusted-data', 'axe-desktop', 'axe-phone', 'search', 'tables', 'filter', 'questions', 'firewall'],
  ...['reading', 'keyboard', 'pages', 'untrusted', 'diagram'],
];

/**
 * The site is built while tests of other things run, so its own come last; and of these those that take longest first, so
 * that no core waits for one of them at the end.
 */
export class SiteLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rankOf = ({ project, moduleId }: TestSpecification) => {
      if (project.name !== 'site') return -1;
      const place = BY_TIME.indexOf(basename(moduleId, '.test.ts'));
      // A new one may be as long as any.
      return place === -1 ? 0 : place;
    };
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
