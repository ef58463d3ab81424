import { parse } from 'yaml';
import spacing from '../../../scraper/vocabulary/spacing.yaml?raw';

/** A rule of the vocabulary: what is wrong in machine translation, and what is written instead. */
interface SpacingRule {
  readonly find: string;
  readonly put: string;
  readonly why: string;
}

const rules = (parse(spacing) as readonly SpacingRule[]).map(({ find, put }) => ({
  find: new RegExp(find.replaceAll('hangul', '[가-힣]'), 'gu'),
  put,
}));

const known = new Map<string, string>();

/** A published Korean text with its spaces and terms put right; the same text where nothing is wrong with it. */
export function putRight(text: string): string {
  const right = known.get(text) ?? rules.reduce((changed, { find, put }) => changed.replace(find, put), text);
  known.set(text, right);
  return right;
}
