import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, sha256 } from '../../../scraper/src/read/decode.ts';

describe('the text of a document', () => {
  it.each([
    ['LF', '가\n나\n'],
    ['CRLF', '가\r\n나\r\n'],
    ['CR', '가\r나\r'],
    ['a byte order mark', '\ufeff가\n나\n'],
  ])('is the same with %s', (_, written) => {
    expect(decode(Buffer.from(written))).toBe('가\n나\n');
  });

  it('and its hash are the same, whatever its line ends and with or without a byte order mark', () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n\0\ufeff]/g, ''));
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom('', '\ufeff'),
        (lines, end, mark) => {
          const plain = lines.join('\n');
          const text = decode(Buffer.from(mark + lines.join(end)));
          expect(text).toBe(plain);
          expect(sha256(text ?? '')).toBe(sha256(Buffer.from(plain)));
        },
      ),
    );
  });

  it.each([
    ['bytes that are no UTF-8', Uint8Array.of(0xff, 0xfe)],
    ['an overlong form', Uint8Array.of(0xc0, 0xaf)],
    ['half a character at the end', Buffer.from('포트').subarray(0, 5)],
    ['a null character', Uint8Array.of(0x61, 0)],
  ])('is none with %s', (_, bytes) => {
    expect(decode(bytes)).toBeNull();
  });
});

describe('a hash', () => {
  it('is that of the standard', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
