import type * as z from 'zod/mini';
import { check } from './check.ts';
import { Deployment } from './deployment.ts';
import { MESSAGES, type MessageCode, say, type Text } from './messages.ts';

/** What keeps a plan from being made: where, which value, and why in both languages. */
export interface Fault extends Text {
  readonly code: MessageCode;
  readonly path: string;
  readonly value: unknown;
}

/** Reads a deployment from a value as JSON or YAML gives it: every answer, or every fault. */
export function deploymentOf(input: unknown): { deployment: Deployment } | { faults: readonly Fault[] } {
  const { success, data, error } = Deployment.safeParse(input);
  if (!success) return { faults: error.issues.flatMap((issue) => faultsOf(issue, input)) };
  const faults = check(data);
  return faults.length > 0 ? { faults } : { deployment: data };
}

function faultsOf(issue: z.core.$ZodIssue, input: unknown): Fault[] {
  const path = pathText(issue.path);
  const value = valueAt(input, issue.path);
  const fault = (code: MessageCode, words = ''): Fault => ({ code, path, value, ...say(code, words) });
  if (issue.message in MESSAGES) return [fault(issue.message as MessageCode)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'unknown',
        path: pathText([...issue.path, key]),
        value: valueAt(input, [...issue.path, key]),
        ...say('unknown'),
      }));
    case 'invalid_value':
      return [value === undefined ? fault('missing') : fault('choice', issue.values.join(', '))];
    case 'invalid_type':
      return [value === undefined ? fault('missing') : fault('value', issue.expected)];
    case 'invalid_union': {
      // The first alternatives are words; what is wrong inside a list is what a person wants to hear.
      const inner = issue.errors.findLast(([first]) => first && first.path.length > 0);
      if (!inner) return [fault('value', '"any" | [ … ]')];
      return inner.flatMap((one) => faultsOf({ ...one, path: [...issue.path, ...one.path] }, input));
    }
    case 'too_small':
      return [fault('value', `>= ${issue.minimum}`)];
    case 'too_big':
      return [fault('value', `<= ${issue.maximum}`)];
    default:
      return [fault('value', issue.message)];
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

/** A path as people write it: `edge.servers[1].av`. */
export function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text ? '.' : ''}${String(key)}`),
    '',
  );
}
