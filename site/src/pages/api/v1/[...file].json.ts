import type { InferGetStaticPropsType } from 'astro';
import { apiPaths } from '../../../lib/api-routes.ts';

/** Every JSON file of the API: see lib/api.ts for what there is. */
export function getStaticPaths() {
  return apiPaths('.json');
}

export function GET({ props }: { props: InferGetStaticPropsType<typeof getStaticPaths> }): Response {
  return new Response(props.body(), { headers: { 'content-type': 'application/json; charset=utf-8' } });
}
