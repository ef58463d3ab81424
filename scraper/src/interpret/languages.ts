import { quote } from '../model/diagnostic.ts';
import type { Domain } from '../vocabulary/domains.ts';
import { compact, isForeign, nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Reading } from './reading.ts';
import { type Problem, problem } from './result.ts';

/** Where the two languages of a cell differ. */
export interface Disagreement {
  problem: Problem;
  /** Whether one may have lost something that the other has, so that neither can be taken for right. */
  lost: boolean;
}

/** Cells that name roles. */
const OF_ROLES: readonly Domain[] = ['role', 'device', 'endpoint'];
/** Cells that may state other facts by the same names: 443 and 445, or 443 to 445; inbound, or outbound. */
const OF_WORDS: readonly Domain[] = ['port', 'direction'];

/**
 * What the two languages of a cell state differently; null where they agree. No machine translates a number or the name
 * of a transport, and a name that the vocabulary knows for right is right. Where the page's language says all that the
 * English says and more, as in a line that has no translation, or where it is not understood, something is lost. Where
 * it is understood and says another thing, the English decides, which is a correction (`corrections.ts`).
 *
 * @param read the grammar's reading of an English text, as a key that is equal for equal facts; null for no reading
 */
export function disagreement(
  { english, local, beside, translation }: Reading,
  domain: Domain,
  read: (english: string) => string | null,
  vocabulary: Vocabulary,
): Disagreement | null {
  if (!beside || english === null || local === null) return null;
  // A form of the vocabulary may hold a number that the machine made up, so numbers are those of the translation.
  const named = namesIn(translation?.english ?? local, local, english, domain, vocabulary);
  if (named === null) return null;
  const more = named.local.find((name) => !named.english.includes(name));
  const less = named.english.find((name) => !named.local.includes(name));
  const translated = translation === null ? null : read(translation.english);
  if (translated === null) {
    // The English of a protocol may name a release, and a role may go without its translation.
    if (more === undefined && (less === undefined || domain !== 'port')) return null;
  } else {
    const isKnownToBeWrong = translation?.uses.some(({ form }) => form.wrong !== null);
    if (isKnownToBeWrong || translated === read(english)) return null;
    if ((more ?? less) === undefined && !OF_WORDS.includes(domain)) return null;
    if (more === undefined && OF_ROLES.includes(domain)) return null;
  }
  const not = more === undefined ? '' : `, without ${quote(more)}`;
  const message = `the English beside it, ${quote(english)}, says something else${not}`;
  const isOneLonger = translated === null || (more !== undefined && less === undefined);
  // Where the digits are the same and the numbers are not, a number of one language was taken apart.
  const areSameDigits = isNumber(more) && isNumber(less) && digitsIn(named.local) === digitsIn(named.english);
  const lost = isOneLonger || areSameDigits;
  return { lost, problem: problem('languages-disagree', message, local) };
}

/** What both languages name of a cell's facts; null where nothing is known of such cells. */
function namesIn(
  said: string,
  local: string,
  english: string,
  domain: Domain,
  vocabulary: Vocabulary,
): { local: string[]; english: string[] } | null {
  if (domain === 'port' || domain === 'protocol') return { local: portsIn(said), english: portsIn(english) };
  if (domain === 'direction') return { local: [], english: [] };
  return OF_ROLES.includes(domain) ? rolesIn(local, english, vocabulary) : null;
}

/** The numbers and transports in a text, whatever separates thousands. */
function portsIn(text: string): string[] {
  const plain = text
    .replace(/[\uff10-\uff19]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)[,.\s](?=\d{3}(?!\d))/g, '');
  return [...plain.matchAll(/\d+|(?<![a-z])(?:tcp|udp)(?![a-z])/gi)].map(([name]) => name.toUpperCase());
}

function isNumber(name: string | undefined): boolean {
  return name !== undefined && /^\d/.test(name);
}

function digitsIn(names: readonly string[]): string {
  return names.filter(isNumber).join('');
}

/** A name of a role in the page's language, as texts are compared. */
interface RoleName {
  text: string;
  id: string;
  /** The keys of its names in English. */
  english: readonly string[];
}

const known = new WeakMap<Vocabulary, RoleName[]>();

/** The roles that a text names, in its own language and in English; of names within names, the longest. */
function rolesIn(local: string, english: string, vocabulary: Vocabulary): { local: string[]; english: string[] } {
  const names = known.get(vocabulary) ?? indexRoles(vocabulary);
  known.set(vocabulary, names);
  let rest = compact(local);
  const inLocal = names.filter(({ text }) => {
    const found = rest.includes(text);
    if (found) rest = rest.replaceAll(text, ' ');
    return found;
  });
  const key = ` ${nameKey(english.replace(/[^\p{L}\p{N}/]+/gu, ' '))} `;
  const inEnglish = names.filter((name) => name.english.some((each) => key.includes(` ${each} `)));
  return { local: inLocal.map(({ id }) => id), english: inEnglish.map(({ id }) => id) };
}

function indexRoles({ forms, english, entries }: Vocabulary): RoleName[] {
  const named = forms.flatMap(({ domain, text, en, wrong }): RoleName[] => {
    if (!OF_ROLES.includes(domain) || wrong !== null || !isForeign(text)) return [];
    const role = entries.roles.find(({ id }) => id === english.role.get(nameKey(en)));
    if (role === undefined) return [];
    const names = [role.name.en, ...(role.en ?? []), en];
    return [{ text: compact(text), id: role.id, english: [...new Set(names.map(nameKey))] }];
  });
  return named.sort((a, b) => b.text.length - a.text.length);
}
