import { createContext, runInContext } from 'node:vm';
import { describe, expect, inject, it } from 'vitest';
import { ports } from '../../../packages/catalog/src/index.ts';
import { bundle, gzippedSize, sizesOf } from '../../support/packed.ts';

const packed = inject('packed');
const LOOKUP = "export { ports, portsFor } from '@lync/port-catalog/lync-server-2013';";
const ALL = ['.', './evidence', './match']
  .map((entry) => `export * from '@lync/port-catalog${entry.slice(1)}';`)
  .join('\n');

/** What a script sets `program` to where there is only the language: no Node, and no browser either. */
function runBare(script: string): Record<string, unknown> {
  return runInContext(`${script}; program`, createContext({})) as Record<string, unknown>;
}

describe('the package', () => {
  const { tarball, unpacked } = sizesOf(packed);

  it('is a download of at most 400 B a rule', () => {
    expect(tarball).toBeLessThanOrEqual(400 * ports.length);
  });

  it('takes at most 800 kB on a disk', () => {
    expect(unpacked).toBeLessThanOrEqual(800_000);
  });
});

describe('in a bundle for a browser', () => {
  it("one product's ports and portsFor take at most 18 kB, gzipped", async () => {
    expect(gzippedSize(await bundle(packed, 'lookup', LOOKUP))).toBeLessThanOrEqual(18_000);
  });

  it.each([
    { name: 'one product', source: LOOKUP },
    { name: 'all entries', source: ALL },
  ])('$name: nothing of Node is imported, and it works without anything around it', async ({ name, source }) => {
    const script = await bundle(packed, name.replace(' ', '-'), source);
    expect(/\bnode:|\brequire\(|\bprocess\./.exec(script)).toBeNull();
    const { portsFor } = runBare(script) as { portsFor: (port: number) => { named: { id: string }[] } };
    expect(portsFor(5061).named.map(({ id }) => id)).toContain(
      'lync-server-2013/internal-servers/director-front-end-service-5061-tcp',
    );
  });

  it('what is not imported is not in it', async () => {
    const lookup = await bundle(packed, 'lookup', LOOKUP);
    const version = await bundle(packed, 'version', "export { version } from '@lync/port-catalog';");
    expect(lookup.includes('skype-for-business-server-2015')).toBe(false);
    expect(version.length).toBeLessThan(500);
  });
});
