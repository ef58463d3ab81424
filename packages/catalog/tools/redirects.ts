/**
 * The redirects of rules as the package ships them, each straight to the rule that is there. Those of other records have
 * a kind and a space in front, and are not shipped.
 *
 * @param redirects the content of redirects.json, which `pnpm release:check` checks whole
 * @throws Error where one leads to no rule
 */
export function shippedRedirects(
  redirects: Readonly<Record<string, string>>,
  rules: readonly { readonly id: string }[],
): Record<string, string> {
  const present = new Set(rules.map(({ id }) => id));
  const ofRules = new Map(Object.entries(redirects).filter(([from]) => !from.includes(' ')));
  return Object.fromEntries([...ofRules.keys()].map((from) => [from, targetOf(from, ofRules, present)]));
}

function targetOf(from: string, redirects: ReadonlyMap<string, string>, present: ReadonlySet<string>): string {
  let at: string | undefined = from;
  // A chain without a circle has as many steps as there are redirects, or fewer.
  for (let step = 0; step < redirects.size && at !== undefined; step += 1) {
    at = redirects.get(at);
    if (at !== undefined && present.has(at)) return at;
  }
  throw new Error(`redirects.json: "${from}" leads to no rule`);
}
