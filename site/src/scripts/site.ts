import { startDiagram } from './diagram.ts';
import { startMenu } from './menu.ts';
import { speak } from './page.ts';
import { startPair } from './pair.ts';
import { startSearch } from './search.ts';
import { startTables } from './tables.ts';
import { startTheme } from './theme.ts';
import { startTips } from './tips.ts';
import type { Words } from './words/english.ts';

/** All that the site does with a script, in one file for every page: pages differ little, and it is fetched once. */
export function start(words: Words): void {
  speak(words);
  startTheme();
  startMenu();
  startTables();
  startDiagram();
  startTips();
  startPair();
  startSearch();
}
