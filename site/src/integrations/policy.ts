import { createHash } from 'node:crypto';

/** The content security policy of all pages: the site itself and nothing else, no inline code but these scripts. */
export function policyOf(inline: Iterable<string>): string {
  const hashes = [...inline].map((text) => ` '${hashOf(text)}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${hashes}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
