import type { InferGetStaticPropsType } from 'astro';
import { apiPaths } from '../../../lib/api-routes.ts';

/** Every CSV file of the API. */
export function getStaticPaths() {
  return apiPaths('.csv');
}

export function GET({ props }: { props: InferGetStaticPropsType<typeof getStaticPaths> }): Response {
  return new Response(props.body(), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
}
