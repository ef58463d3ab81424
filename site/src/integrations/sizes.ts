import { gzipSync } from 'node:zlib';

/** What may be sent, gzipped, in bytes; `path` is a file of the site. */
export interface Measured {
  readonly what: string;
  readonly bytes: number;
  readonly most: number;
}

const KB = 1000;

/** The limits that the site has set itself. */
export const MOST = {
  /** With what is said of each advisory, once. */
  page: 25 * KB,
  scenario: 45 * KB,
  /** One file for every page; what searches, finds and copies is fetched when it is asked for, and is none of it. */
  script: 6.5 * KB,
  /** What the firewall builder loads besides, without its data and without what writes workbooks or reads YAML. */
  builder: 60 * KB,
  css: 11 * KB,
  /** Of the search index, for each rule: it grows with the catalog. */
  indexARule: 70,
} as const;

export function gzipped(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length;
}

export function sizeLine({ what, bytes, most }: Measured): string {
  return `${(bytes / KB).toFixed(1).padStart(6)} of ${(most / KB).toFixed(0).padStart(2)} kB  ${what}`;
}
