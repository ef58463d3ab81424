import type { APIContext } from 'astro';
import { requestFile } from '../../lib/change-request.ts';
import { inBothLanguages, langOf } from '../../lib/lang.ts';

export function getStaticPaths() {
  return inBothLanguages([{ params: {}, props: {} }]);
}

/** What a table's rows are taken along from as a change request. */
export function GET({ params }: APIContext): Response {
  return Response.json(requestFile(langOf(params.lang)));
}
