import { start } from './site.ts';
import { korean } from './words/korean.ts';

start(korean);
