/** Whether a path is that of a document: by its ending, and not in a dot folder or among installed packages. */
export function isDocument(path: string): boolean {
  return /\.(md|markdown|txt)$/i.test(path) && !/(^|\/)(\.[^./]|\.\.[^/]|node_modules\/)/.test(path);
}
