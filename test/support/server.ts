import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Answers a request; `time` counts the requests for that address, from 1. */
export type Answering = (request: IncomingMessage, response: ServerResponse, time: number) => void;

export interface TestServer {
  /** `http://127.0.0.1:<port>/` */
  url: string;
  /** What was asked, as `GET /path`, in order. */
  asked: string[];
}

/** A server on this machine for the test that is running; what no answer is given for is not found. */
export async function serve(answers: Record<string, Answering | string | undefined>): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    const answer = Object.hasOwn(answers, path) ? answers[path] : undefined;
    if (answer === undefined) response.writeHead(404).end('{"message":"Not Found"}');
    else if (typeof answer === 'string') response.end(answer);
    else answer(request, response, asked.filter((each) => each.endsWith(` ${path}`)).length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked };
}

/** Answers with what is first in the list, then with what is next, and with the last from then on. */
export function inTurn(...answers: Answering[]): Answering {
  return (request, response, time) => answers[Math.min(time, answers.length) - 1]?.(request, response, time);
}

/** Answers with a status, and nothing to read. */
export function status(code: number, headers: Record<string, string> = {}): Answering {
  return (_, response) => response.writeHead(code, headers).end();
}

/** Answers with a text. */
export function text(body: string, headers: Record<string, string> = {}): Answering {
  return (_, response) => response.writeHead(200, headers).end(body);
}
