import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Packed, packAndInstall } from '../../support/packed.ts';

declare module 'vitest' {
  interface ProvidedContext {
    packed: Packed;
  }
}

/** Packs the package once for all tests in this folder. */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'port-catalog-'));
  project.provide('packed', await packAndInstall(folder));
  return () => rmSync(folder, { recursive: true, force: true });
}
