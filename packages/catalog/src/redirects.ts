/** The id that stands for another now. What was renamed is shipped with the id that is there, over all renames since. */
export function currentId(id: string, redirects: Readonly<Record<string, string>>): string {
  return (Object.hasOwn(redirects, id) ? redirects[id] : undefined) ?? id;
}
