import { z } from 'zod';
import { Deployment } from '../src/deployment.ts';
import { PlanFile } from '../src/plan-schema.ts';

/** The JSON Schemas by their files. A deployment is described as a person writes it, so nothing with a default is required. */
export function schemaTexts(): Record<string, string> {
  const text = (schema: z.core.$ZodType) => `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`;
  return { 'schema.json': text(Deployment), 'plan.schema.json': text(PlanFile) };
}
