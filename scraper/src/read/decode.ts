import { createHash } from 'node:crypto';

/** The text of a document: LF line ends, no byte order mark; null where the bytes are not UTF-8 text. */
export function decode(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
  return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n');
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
