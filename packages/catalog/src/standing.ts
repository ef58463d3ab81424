/** What is known of a role's place beside others. */
interface Placed {
  readonly id: string;
  readonly base?: string | null | undefined;
  readonly servers?: readonly string[] | undefined;
}

/**
 * By role, the others that a rule about it is about as well: those of which it is a special case, and the servers behind
 * a load balancer or in a group. Roles that stand for themselves alone are left out.
 */
export function standingOf(roles: readonly Placed[]): Record<string, string[]> {
  const known = new Map(roles.map((role) => [role.id, role]));
  const others = (id: string): string[] => {
    const { base, servers = [] } = known.get(id) ?? { id };
    return [...(base == null ? [] : [base]), ...servers];
  };
  const standing = roles.map(({ id }): [string, string[]] => {
    const found = new Set([id]);
    for (const each of found) for (const other of others(each)) found.add(other);
    found.delete(id);
    return [id, [...found]];
  });
  return Object.fromEntries(standing.filter(([, found]) => found.length > 0));
}
