import type { Product } from './deployment.ts';
import type { PlanRule } from './plan.ts';

const PRODUCT_LETTERS: Readonly<Record<Product, string>> = {
  'lync-server-2013': 'L',
  'skype-for-business-server-2015': 'S',
  'skype-for-business-server-2019': 'T',
  'cloud-connector-edition': 'C',
};

/**
 * A code for each rule: the letters of product and firewall, and a number by what the rule is, whatever its addresses
 * are. A number that is taken gives way to the next, in the order of what rules are, so that another rule that comes or
 * goes moves only those that share its number.
 */
export function codesOf(rules: readonly PlanRule[], product: Product): string[] {
  const codes: string[] = rules.map(() => '');
  const taken = new Set<string>();
  const size = rules.length > 500 ? 9999 : 999;
  const ordered = rules.map((rule, i) => ({ i, rule, what: identityOf(rule) })).sort(byIdentity);
  for (const { i, rule, what } of ordered) {
    const letters = PRODUCT_LETTERS[product] + letterOf(rule.firewall);
    let number = hash(what) % size;
    const code = () => `${letters}-${String(number + 1).padStart(String(size).length, '0')}`;
    while (taken.has(code())) number = (number + 1) % size;
    taken.add(code());
    codes[i] = code();
  }
  return codes;
}

function letterOf(firewall: string): string {
  return firewall === 'external' ? 'X' : firewall === 'internal' ? 'N' : 'H';
}

function identityOf({ firewall, transport, ports, sourcePorts, sourceRoles, destinationRoles }: PlanRule): string {
  const numbers = (ranges: PlanRule['ports']) => ranges.map(({ from, to }) => `${from}-${to}`).join();
  return [firewall, transport, numbers(ports), numbers(sourcePorts), sourceRoles.join(), destinationRoles.join()].join(
    '|',
  );
}

type Identified = { readonly i: number; readonly rule: PlanRule; readonly what: string };

function byIdentity(a: Identified, b: Identified): number {
  if (a.what !== b.what) return a.what < b.what ? -1 : 1;
  return a.i - b.i;
}

/** FNV-1a: short, and the same everywhere. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}
