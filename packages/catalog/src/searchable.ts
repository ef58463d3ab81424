/**
 * The form in which texts are compared: compatibility forms unified, lower case, and no white space in a range or
 * between Korean letters, where machine translation scatters it.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/(?<=\d) ?- ?(?=\d)/g, '-')
    .replace(/(?<=[\u1100-\u11ff\uac00-\ud7a3]) (?=[\u1100-\u11ff\uac00-\ud7a3])/g, '')
    .trim();
}
