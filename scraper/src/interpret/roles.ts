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

/**
 * Reads a cell that lists devices, a line each, in English; null where a line is no device that the vocabulary knows,
 * or the devices are not of one role.
 */
export function readDeviceRole(text: string, vocabulary: Pick<Vocabulary, 'english'>): string | null {
  const roles = new Set(text.split('\n').map((line) => vocabulary.english.device.get(nameKey(line)) ?? null));
  const [role] = roles;
  return roles.size === 1 ? (role ?? null) : null;
}
