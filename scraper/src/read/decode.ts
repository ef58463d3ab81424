import { createHash } from 'node:crypto';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a document: LF line ends, no byte order mark; null where the bytes are not UTF-8 text. */
export function decode(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return null;
  }
  if (text.includes('\0')) return null;
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** A rough text of bytes that are not UTF-8: all letters of UTF-16, and the ASCII letters of other encodings. */
export function decodeRoughly(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  // In UTF-16 without such a mark, every second byte of an ASCII letter is zero.
  return new TextDecoder().decode(bytes).replaceAll('\0', '');
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
