import { start } from './site.ts';
import { english } from './words/english.ts';

start(english);
