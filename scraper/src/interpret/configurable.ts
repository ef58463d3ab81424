import { plainWords } from '../vocabulary/text.ts';

const SET = '(?:(?:re|user[- ])?configur|customi[sz])';
const CONFIGURABLE = new RegExp(
  `\\b${SET}|\\bports? (?:numbers? |ranges? )?(?:can|may) be (?:changed|modified|set)\\b`,
  'i',
);
const FIXED = new RegExp(`\\b(?:not|never|no longer|nor) (?:be )?(?:re)?-?${SET}|\\bnon-?${SET}|\\bun${SET}`, 'i');

/** Whether an English text says that a port is a matter of configuration: "This port cannot be configured" says no. */
export function saysConfigurable(english: string): boolean {
  const plain = plainWords(english);
  return CONFIGURABLE.test(plain) && !FIXED.test(plain);
}
