/**
 * What stands in the place of `@lync/port-catalog` for the firewall package in a browser: the same lists, read from a
 * file of the site. The catalog as a module would be more script than all else on the page.
 */
import { fileAt } from '../page.ts';
import { type DataFile, type PlannedRule, readRules } from './data-file.ts';

const response = await fetch(fileAt('/firewall-data.json'));
if (!response.ok) throw new Error(`${response.status}`);
const file: DataFile = await response.json();

export const { version, products, roles, tables } = file;
export const ports: readonly PlannedRule[] = readRules(file);
export const advisories = file.advisories.map((advisory) => ({
  ...advisory,
  rules: advisory.rules.flatMap((at) => ports[at]?.id ?? []),
}));

const known = new Map<string, PlannedRule>(ports.map((rule) => [rule.id, rule]));

export function byId(id: string): PlannedRule | undefined {
  return known.get(id);
}
