/** A release of the data, as the package's CHANGELOG.md tells of it. */
export interface Release {
  readonly version: string;
  /** YYYY-MM-DD; null where the heading names none, as changesets writes it. */
  readonly date: string | null;
  /** Markdown, without headings. */
  readonly text: string;
}

const HEADING = /^## v?(\d+\.\d+\.\d+\S*)(.*)$/gm;
const DATE = /\d{4}-\d{2}-\d{2}/;

/**
 * The releases of a changelog, in its order. Headings within a release ("Minor Changes") become bold paragraphs: they
 * are the same in every release, and would be the same anchor on a page that shows them all.
 */
export function releasesOf(markdown: string): Release[] {
  const headings = [...markdown.matchAll(HEADING)];
  return headings.map((heading, at) => {
    const [line, version = '', rest = ''] = heading;
    const text = markdown.slice(heading.index + line.length, headings[at + 1]?.index);
    return {
      version,
      date: DATE.exec(rest)?.[0] ?? null,
      text: text.replace(/^#{3,6}\s+(.*)$/gm, '**$1**').trim(),
    };
  });
}

/** The anchor of a release on the data page; ids of HTML are best without dots. */
export function releaseAnchor(version: string): string {
  return `v${version.replace(/[^\w]+/g, '-')}`;
}
