import type { Diagnostic } from '../../../scraper/src/model/diagnostic.ts';

/** What a diagnostic of verify says, as tests look for it. */
export function say({ document, message, text }: Diagnostic): string {
  return `${document}: ${message}${text === null ? '' : `: ${JSON.stringify(text)}`}`;
}
