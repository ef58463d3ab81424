import type { Plan } from '../plan.ts';
import { addressOf, headOf, type OutputFile } from './head.ts';

/** The whole plan, with the address of every row; `plan.schema.json` says what is in it. */
export function json(plan: Plan): OutputFile[] {
  const codes = Object.fromEntries(
    plan.rules.map(({ code, why }) => [code, why.map((id) => ({ id, address: addressOf(id, plan) }))]),
  );
  return [{ name: 'plan.json', text: `${JSON.stringify({ head: headOf(plan), ...plan, codes }, null, 2)}\n` }];
}
