import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take longest of those of the site, the first as long as a build. */
const LONGEST = /(?:untrusted-data|axe-\w+)\.test\.ts$/;

/**
 * The site is built while tests of other things run, so its own come last; and of these those that take longest first, so
 * that no core waits for one of them at the end.
 */
export class SiteLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rankOf = ({ project, moduleId }: TestSpecification) => {
      if (project.name !== 'site') return 0;
      return LONGEST.test(moduleId) ? 1 : 2;
    };
    return sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
