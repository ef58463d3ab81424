import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseDocument } from 'yaml';
import { say } from '../messages.ts';
import type { Language } from '../outputs/head.ts';
import { type Plan, planOf } from '../plan.ts';
import { deploymentOf, type Fault } from '../read.ts';

/** What a person has to put right; told without a stack. */
export class Failure extends Error {
  /** A line for each fault: where, what, why. */
  static of(file: string, faults: readonly Fault[], language: Language): Failure {
    return new Failure(
      faults
        .map((fault) => {
          const value = fault.value === undefined ? '' : ` ${JSON.stringify(fault.value)}`;
          return `${[file, fault.path].filter((part) => part !== '').join(': ')}:${value} ${fault[language]}`;
        })
        .join('\n'),
    );
  }
}

/** The deployment in a file of YAML or JSON, which is YAML too. */
export function readDeployment(file: string): ReturnType<typeof deploymentOf> {
  const value = valueIn(file);
  return 'faults' in value ? value : deploymentOf(value.value);
}

/** The plan of the deployment in a file. */
export function readPlan(file: string, language: Language): Plan {
  const value = valueIn(file);
  const result = 'faults' in value ? value : planOf(value.value);
  if ('faults' in result) throw Failure.of(file, result.faults, language);
  return result.plan;
}

function valueIn(file: string): { value: unknown } | { faults: Fault[] } {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(`${file}: ${(error as Error).message}`);
  }
  const document = parseDocument(text);
  const [first] = document.errors;
  if (!first) return { value: document.toJS() };
  const [message = ''] = first.message.split('\n');
  return { faults: [{ code: 'syntax-error', path: '', value: undefined, ...say('syntax-error', message) }] };
}

/** A file that is made: of text, or of bytes. */
export type Made = { readonly name: string } & ({ readonly text: string } | { readonly bytes: Uint8Array });

/** Writes all files or none: they are made beside, and moved when all are there. */
export function writeAll(folder: string, files: readonly Made[]): void {
  let beside: string | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    beside = mkdtempSync(join(folder, '.port-firewall-'));
    for (const file of files) {
      mkdirSync(dirname(join(beside, file.name)), { recursive: true });
      writeFileSync(join(beside, file.name), 'bytes' in file ? file.bytes : file.text);
    }
    for (const { name } of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      renameSync(join(beside, name), join(folder, name));
    }
  } catch (error) {
    throw new Failure((error as Error).message);
  } finally {
    if (beside !== undefined) rmSync(beside, { recursive: true, force: true });
  }
}
