import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * The real documents are not part of the project: they stand beside it, where they are present. In CI they must be;
 * elsewhere the tests that read them say that they were skipped.
 */
const folder = fileURLToPath(new URL('../../../shared/docs/', import.meta.url));

export const sharedDocs = existsSync(folder) ? folder : null;

if (sharedDocs === null && process.env.CI === 'true') {
  throw new Error(`the real documents are missing at ${folder}: in CI the tests that read them must run`);
}

/** What stands behind a test's name where it is skipped. */
export const withoutDocs = sharedDocs === null ? ' (skipped: ../shared/docs is not here)' : '';
