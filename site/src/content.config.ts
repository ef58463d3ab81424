import { defineCollection } from 'astro:content';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { z } from 'astro/zod';
import { changelogLoader } from './lib/changelog-loader.ts';

/** Starlight asks for the schema of its pages at each of thousands; made anew, it takes a tenth of the build. */
const makeSchema = docsSchema();
let schema: ReturnType<typeof makeSchema> | undefined;

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: (context) => {
      schema ??= makeSchema(context);
      return schema;
    },
  }),
  changelog: defineCollection({
    loader: changelogLoader('../packages/catalog/CHANGELOG.md'),
    schema: z.object({ version: z.string(), date: z.string().nullable(), position: z.number() }),
  }),
};
