import { nameKey } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { problem, type Result, understood } from './result.ts';

/** Reads who a row is about, in English: a name, in one line or broken into two. */
export function readRoleName(text: string, vocabulary: Pick<Vocabulary, 'english'>): Result<string> {
  const role = vocabulary.english.role.get(nameKey(text.replaceAll('\n', ' ')));
  return role === undefined
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
