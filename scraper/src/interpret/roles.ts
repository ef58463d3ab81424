import { nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

/** Reads who a row is about, in English: a name, in one line or broken into two. */
export function readRoleName(text: string, vocabulary: Pick<Vocabulary, 'english'>): Result<string> {
  const { role: roles } = vocabulary.english;
  const role = roles.get(nameKey(text.replaceAll('\n', ' ')));
  // Lines that are a name each may pass for one: "Director" above "Director load balancer" only doubles a word.
  const lines = new Set(text.split('\n').map((line) => roles.get(nameKey(line))));
  const isList = lines.size > 1 && !lines.has(undefined);
  return role === undefined || isList
    ? problem('unknown-role', 'this names no role that the vocabulary knows', text)
    : understood(role);
}

/** Reads a cell that lists devices, a line each, in English: the one role that all of them are of. */
export function readDeviceRole(text: string, vocabulary: Pick<Vocabulary, 'english'>): Result<string> {
  const roles = new Set(text.split('\n').map((line) => vocabulary.english.device.get(nameKey(line))));
  const [role] = roles;
  return roles.size > 1 || role === undefined
    ? problem('unknown-role', 'these are no devices of one role that the vocabulary knows', text)
    : understood(role);
}
