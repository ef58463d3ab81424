import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { buildSite } from './site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The address that answers once the site is built: with 500 and the reason, where it could not be. */
    siteBuild: string;
  }
}

/**
 * Vitest calls this once. It begins to build the site and does not wait, so that tests of other things run meanwhile;
 * those of the site wait for it in `built-site.ts`.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = buildSite().then(
    () => ({ status: 200, text: '' }),
    (error: Error) => ({ status: 500, text: error.message }),
  );
  const server = createServer(async (_, response) => {
    const { status, text } = await built;
    response.writeHead(status, { connection: 'close' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  project.provide('siteBuild', `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return async () => {
    await built;
    server.close();
  };
}
