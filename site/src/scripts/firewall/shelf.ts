import { type Answers, at, pathText, put } from './answers.ts';
import { everyQuestion } from './questions.ts';

/**
 * Changes an answer on which it hangs whether others are asked. What is no longer asked goes on a shelf, so that it
 * opens nothing and comes back when it is asked again.
 */
export function change(answers: Answers, shelf: Map<string, unknown>, alter: () => void): void {
  const asked = () =>
    new Map(
      [...everyQuestion(answers)]
        .filter(({ question: { when } }) => when?.(answers))
        .map(({ path }) => [pathText(path), path] as const),
    );
  const before = asked();
  alter();
  const after = asked();
  // A list goes whole, and comes back so: what its items hold is no longer there when its turn comes.
  for (const [text, path] of before) {
    const value = at(answers, path);
    if (after.has(text) || value === undefined) continue;
    shelf.set(text, value);
    put(answers, path, undefined);
  }
  // What comes back may be what others hang on, which then come back too.
  const bringBack = (): boolean => {
    for (const [text, path] of asked()) {
      if (before.has(text) || !shelf.has(text) || at(answers, path) !== undefined) continue;
      put(answers, path, shelf.get(text));
      return shelf.delete(text);
    }
    return false;
  };
  while (bringBack());
}
