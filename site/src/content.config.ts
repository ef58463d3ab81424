import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { changelogLoader } from './lib/changelog-loader.ts';

export const collections = {
  docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }),
  changelog: defineCollection({
    loader: changelogLoader('../packages/catalog/CHANGELOG.md'),
    schema: z.object({ version: z.string(), date: z.string().nullable(), position: z.number() }),
  }),
};
