import type { APIContext } from 'astro';
import { inBothLanguages, langOf } from '../../lib/lang.ts';
import { searchIndex } from '../../lib/search-index.ts';

export function getStaticPaths() {
  return inBothLanguages([{ params: {}, props: {} }]);
}

/** What the search box and the filters read when they are first used. */
export function GET({ params }: APIContext): Response {
  return Response.json(searchIndex(langOf(params.lang)));
}
