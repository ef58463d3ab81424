import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSlug, slug } from '../../../scraper/src/model/id.ts';

describe('a slug', () => {
  it.each([
    ['Firewall Summary – SIP Federation', 'firewall-summary-sip-federation'],
    ['  A/V  ', 'a-v'],
    ['Café', 'cafe'],
    ['에지', ''],
    ['../..', ''],
  ])('of "%s" is "%s"', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });
});

describe('parts that are joined', () => {
  it('stay as they are where they fit', () => {
    expect(joinSlug(['front-end-server', '443', 'tcp'], 24)).toBe('front-end-server-443-tcp');
  });

  it.each([
    ['director-443-tcp-from-any-to-edge-server', 40, /^director-443-tcp-from-any-to-edge-server$/],
    ['director-443-tcp-from-any-to-edge-server', 39, /^director-443-[0-9a-f]{8}-to-edge-server$/],
    ['director-443-tcp-from-any-to-edge-server', 24, /^[0-9a-f]{8}-to-edge-server$/],
  ])('%s of at most %i give way to a hash in the middle, each as a whole', (whole, longest, expected) => {
    const parts = ['director', '443', 'tcp', 'from', 'any', 'to', 'edge-server'];
    expect(parts.join('-')).toBe(whole);
    expect(joinSlug(parts, longest)).toMatch(expected);
  });

  it('are cut where none of them fits', () => {
    expect(joinSlug(['a'.repeat(30)], 20)).toMatch(/^a{11}-[0-9a-f]{8}$/);
  });

  it('are never too long, and the same only where the whole is the same', () => {
    const parts = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, parts, fc.integer({ min: 20, max: 40 }), (some, others, longest) => {
        const [one, other] = [joinSlug(some, longest), joinSlug(others, longest)];
        expect(one.length).toBeLessThanOrEqual(longest);
        expect(one === other).toBe(some.join('-') === others.join('-'));
      }),
    );
  });
});
