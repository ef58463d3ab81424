import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The site is built while tests of other things run, so its own come last. */
export class SiteLast extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isOfSite = ({ project }: TestSpecification) => project.name === 'site';
    return [...sorted.filter((each) => !isOfSite(each)), ...sorted.filter(isOfSite)];
  }
}
