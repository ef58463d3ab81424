import type { DiagnosticCode } from '../model/codes.ts';

/** What a grammar makes of a text: a value, or the reason why it is not understood. */
export type Result<Value> = { ok: true; value: Value } | Problem;

export interface Problem {
  ok: false;
  code: DiagnosticCode;
  /** What is wrong, without the text. */
  message: string;
  /** The part of the text that is not understood. */
  text: string;
}

export function understood<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function problem(code: DiagnosticCode, message: string, text: string): Problem {
  return { ok: false, code, message, text };
}
