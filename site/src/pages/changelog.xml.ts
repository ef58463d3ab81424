import { releaseAnchor } from '../lib/changelog.ts';
import { atomFeed } from '../lib/feed.ts';
import { newestDocumentDate, releases } from '../lib/releases.ts';
import { fileUrl, pageUrl } from '../lib/urls.ts';

/** The Atom feed of the data's releases. */
export async function GET(): Promise<Response> {
  const updated = newestDocumentDate();
  const page = pageUrl('/data/', 'en');
  const entries = (await releases()).map(({ data: { version, date }, rendered }) => ({
    version,
    date: date ?? updated,
    link: `${page}#${releaseAnchor(version)}`,
    html: rendered?.html ?? '',
  }));
  const body = atomFeed({ self: fileUrl('/changelog.xml'), page, updated, entries });
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });
}
