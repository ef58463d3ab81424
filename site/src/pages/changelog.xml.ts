import { releaseAnchor } from '../lib/changelog.ts';
import { newestDate, releaseDates } from '../lib/dates.ts';
import { atomFeed } from '../lib/feed.ts';
import { releases } from '../lib/releases.ts';
import { fileUrl, pageUrl } from '../lib/urls.ts';

/** The Atom feed of the data's releases. */
export async function GET(): Promise<Response> {
  const updated = newestDate();
  const page = pageUrl('/data/', 'en');
  const all = await releases();
  const dates = releaseDates(
    all.map(({ data }) => data.date),
    updated,
  );
  const entries = all.map(({ data: { version }, rendered }, at) => ({
    version,
    date: dates[at] ?? updated,
    link: `${page}#${releaseAnchor(version)}`,
    html: rendered?.html ?? '',
  }));
  const body = atomFeed({ self: fileUrl('/changelog.xml'), page, updated, entries });
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
