/** The fenced code blocks of a language, without their fences. */
export function codeBlocks(markdown: string, language: string): string[] {
  const blocks = markdown.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm);
  return [...blocks].filter(([, named]) => named === language).map(([, , text = '']) => text);
}
