import type { InferGetStaticPropsType } from 'astro';
import { cards } from '../../lib/og.ts';
import { drawCard } from '../../lib/og-render.ts';

/** The pictures for links to the site: see lib/og.ts. */
export function getStaticPaths() {
  return cards().map((card) => ({ params: { card: card.name }, props: { card } }));
}

export async function GET({ props }: { props: InferGetStaticPropsType<typeof getStaticPaths> }): Promise<Response> {
  return new Response(new Uint8Array(await drawCard(props.card)), { headers: { 'content-type': 'image/png' } });
}
