import { createContext, runInContext } from 'node:vm';
import { describe, expect, inject, it } from 'vitest';
import { ports } from '../../../packages/catalog/src/index.ts';
import { bundle, gzippedSize, MOST_A_RULE, sizesOf } from '../../support/packed.ts';

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

  it(`is a download of at most ${MOST_A_RULE.tarball} bytes a rule`, () => {
    expect(tarball / ports.length).toBeLessThanOrEqual(MOST_A_RULE.tarball);
  });

  it(`takes at most ${MOST_A_RULE.unpacked} bytes a rule on a disk`, () => {
    expect(unpacked / ports.length).toBeLessThanOrEqual(MOST_A_RULE.unpacked);
  });
});

describe('in a bundle for a browser', () => {
  it(`one product's ports and portsFor take at most ${MOST_A_RULE.bundle} bytes a rule, gzipped`, async () => {
    const own = ports.filter(({ product }) => product === 'lync-server-2013');
    const size = gzippedSize(await bundle(packed, 'lookup', LOOKUP));
    expect(size / own.length).toBeLessThanOrEqual(MOST_A_RULE.bundle);
  });

  it.each([
    { name: 'one product', source: LOOKUP },
    { name: 'all entries', source: ALL },
  ])('$name: nothing of Node is imported, and it works without anything around it', async ({ name, source }) => {
    const script = await bundle(packed, name.replace(' ', '-'), source);
    expect(/["'`]node:|\brequire\(|\bprocess\./.exec(script)).toBeNull();
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
