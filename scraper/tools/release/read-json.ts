import { readFileSync } from 'node:fs';

/**
 * Reads a JSON file.
 *
 * @param called what messages call it
 * @throws Error in one line, where it is not there or not JSON
 */
export function readJson(path: string, called: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${called}: ${explain(error as NodeJS.ErrnoException)}`);
  }
}

function explain(error: NodeJS.ErrnoException): string {
  if (error instanceof SyntaxError) return `not JSON: ${error.message.replaceAll('\n', ' ')}`;
  if (error.code === 'ENOENT') return 'no such file';
  return error.code === 'EISDIR' ? 'a folder, not a file' : error.message;
}
