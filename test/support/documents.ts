/** A page of Lync Server 2013 with one pipe table; a cell `text|English` is marked up as bilingual pages do it. */
export function pageWith(
  name: string,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  frontMatter: Readonly<Record<string, string>> = {},
): string {
  const line = (cells: readonly string[]) => `|${cells.map(cellOf).join('|')}|`;
  const matter = { 'ms.contentlocale': 'ko-KR', mtps_version: 'v=OCS.15', ...frontMatter };
  return [
    '---',
    ...Object.entries(matter).map(([key, value]) => `${key}: ${value}`),
    '---',
    `# <a name="${name}"></a>${cellOf('연습|Practice')}`,
    '',
    line(headers),
    line(headers.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}

function cellOf(cell: string): string {
  const [text = '', english] = cell.split('|');
  if (english === undefined) return text;
  return `<span data-ttu-id="1">${text}</span><span class="sxs-lookup"><span data-stu-id="1">${english}</span></span>`;
}
