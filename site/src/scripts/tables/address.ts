/** What is seen of a page stands in its address, so that a link shows what its sender saw. */

export function kept(name: string): string {
  return new URLSearchParams(location.search).get(name) ?? '';
}

/** Writes parameters into the address; an empty one is taken out. The page in the other language gets the same. */
export function keep(parameters: Readonly<Record<string, string>>): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(parameters)) {
    if (value === '') url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href !== location.href) history.replaceState(history.state, '', url);
  // One stands in the header, one in the menu of a phone.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language')) link.search = url.search;
}
