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

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
