import type { Language } from './lang.ts';

/** Lists in a sentence, and the Korean particles that depend on the sound before them. */

const ALL_OF = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const ONE_OF = {
  en: new Intl.ListFormat('en-GB', { type: 'disjunction' }),
  ko: new Intl.ListFormat('ko-KR', { type: 'disjunction' }),
};

/** "A, B and C"; in Korean "A, B, C", which stands before any particle. */
export function listOf(items: readonly string[], lang: Language): string {
  if (lang === 'ko') return items.join(', ');
  return ALL_OF.format(items);
}

/** "A, B or C" */
export function eitherOf(items: readonly string[], lang: Language): string {
  return ONE_OF[lang].format(items);
}

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const FINALS = 28;

/** A Korean subject with its particle: 이 after a consonant, 가 after a vowel, both where the word does not end in Hangul. */
export function withSubject(word: string): string {
  const last = word.charCodeAt(word.length - 1);
  if (last < FIRST_SYLLABLE || last > LAST_SYLLABLE) return `${word}이(가)`;
  return `${word}${(last - FIRST_SYLLABLE) % FINALS === 0 ? '가' : '이'}`;
}
