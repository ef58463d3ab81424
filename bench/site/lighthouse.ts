import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { startBrowser } from '../../test/support/browser.ts';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

export interface Score {
  /** Of 100. */
  readonly score: number;
  /** The audits that keep it from 100. */
  readonly failing: readonly string[];
}

/** What Lighthouse gives a page, as a telephone on a slow network that it simulates. */
export async function lighthouseScores(url: string): Promise<Partial<Record<(typeof CATEGORIES)[number], Score>>> {
  const port = await freePort();
  const browser = await startBrowser([`--remote-debugging-port=${port}`]);
  try {
    const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] });
    if (result === undefined) throw new Error(`Lighthouse has no result for ${url}`);
    const { audits, categories, runtimeError } = result.lhr;
    if (runtimeError !== undefined) throw new Error(`Lighthouse: ${runtimeError.message}`);
    return Object.fromEntries(
      Object.values(categories).map(({ id, score, auditRefs }) => {
        const failing = auditRefs.filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 0.9);
        return [id, { score: 100 * (score ?? 0), failing: failing.map(({ id: audit }) => audit) }];
      }),
    );
  } finally {
    await browser.close();
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
