import { begin } from './firewall/begin.ts';
import { builderKorean } from './words/builder-korean.ts';

void begin(builderKorean);
