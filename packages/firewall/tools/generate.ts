/** Writes the JSON Schemas of a deployment and of a plan, which are committed so that editors and people find them. */
import { writeFileSync } from 'node:fs';
import { schemaTexts } from './schemas.ts';

for (const [name, text] of Object.entries(schemaTexts())) {
  writeFileSync(new URL(`../${name}`, import.meta.url), text);
}
