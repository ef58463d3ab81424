import { PROJECT } from './project.ts';
import { escapeXml } from './xml.ts';

export interface FeedEntry {
  readonly version: string;
  /** YYYY-MM-DD */
  readonly date: string;
  /** Where people read of the release. */
  readonly link: string;
  readonly html: string;
}

/**
 * The releases of the data as an Atom feed.
 *
 * @param updated YYYY-MM-DD, for a feed without entries
 */
export function atomFeed(feed: { self: string; page: string; updated: string; entries: readonly FeedEntry[] }): string {
  const newest =
    feed.entries
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? feed.updated;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <id>${escapeXml(PROJECT.npm)}</id>
  <title>Lync ports: changes of the data</title>
  <subtitle>Releases of ${PROJECT.package}</subtitle>
  <updated>${instant(newest)}</updated>
  <link rel="self" type="application/atom+xml" href="${escapeXml(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(feed.page)}"/>
  <author><name>${PROJECT.name}</name><uri>${PROJECT.repository}</uri></author>
  <rights>${PROJECT.dataLicence.id}, ${PROJECT.dataLicence.url}</rights>
${feed.entries.map(entryXml).join('')}</feed>
`;
}

/** An entry keeps its id wherever the site stands: it is the release's own address at npm. */
function entryXml({ version, date, link, html }: FeedEntry): string {
  return `  <entry>
    <id>${escapeXml(`${PROJECT.npm}/v/${version}`)}</id>
    <title>${escapeXml(`${PROJECT.package} ${version}`)}</title>
    <updated>${instant(date)}</updated>
    <link rel="alternate" type="text/html" href="${escapeXml(link)}"/>
    <content type="html">${escapeXml(html)}</content>
  </entry>
`;
}

function instant(date: string): string {
  return escapeXml(`${date}T00:00:00Z`);
}
