import { buildSite } from './site.ts';

/** Vitest calls this once, before any test of the site. */
export default async function setup(): Promise<void> {
  await buildSite();
}
