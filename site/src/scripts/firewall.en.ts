import { begin } from './firewall/begin.ts';
import { builderEnglish } from './words/builder-english.ts';

void begin(builderEnglish);
