// JavaScript, unlike all else: where every module has been compiled by an earlier run, what makes TypeScript run need
// not be loaded, which takes longer than the rest of the start.
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/compiled', import.meta.url)));
await import('./src/cli.ts');
