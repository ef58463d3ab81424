import { existsSync, readFileSync } from 'node:fs';
import type { Loader } from 'astro/loaders';
import { releasesOf } from './changelog.ts';
import { plainHtml } from './plain-html.ts';

/** The package's changelog as a content collection, an entry a release; empty where there is no changelog yet. */
export function changelogLoader(path: string): Loader {
  return {
    name: 'changelog',
    async load({ store, config, renderMarkdown }) {
      store.clear();
      const file = new URL(path, config.root);
      const releases = existsSync(file) ? releasesOf(readFileSync(file, 'utf8')) : [];
      for (const [position, { version, date, text }] of releases.entries()) {
        const { html } = await renderMarkdown(text);
        store.set({ id: version, data: { version, date, position }, rendered: { html: plainHtml(html) } });
      }
    },
  };
}
