import { createHash } from 'node:crypto';
import type { Scan } from './scan.ts';

/** The page's content security policy: itself and nothing else, no inline code but what has its hash here. */
export function policyOf({ scripts, styles }: Pick<Scan, 'scripts' | 'styles'>): string {
  const hashes = (texts: readonly string[]) => [...new Set(texts.map(hashOf))].map((hash) => ` '${hash}'`).join('');
  return [
    "default-src 'none'",
    `script-src 'self'${hashes(scripts)}`,
    `style-src 'self'${hashes(styles)}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'self'",
    "form-action 'none'",
  ].join('; ');
}

/** The page with its policy, before anything that it rules. */
export function withPolicy(html: string, policy: string): string {
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  const placed = html.replace(/<meta charset="[^"]*"\s*\/?>/i, (charset) => charset + meta);
  if (placed === html) throw new Error('the page has no <meta charset>, after which the policy would stand');
  return placed;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
