import { gitId } from '../../scraper/src/read/host/github.ts';
import { type Answering, serve, type TestServer } from './server.ts';

export const REPOSITORY = 'example/docs.ko-KR';

/** A commit's id, readable: `commit('a1')` begins with a1. */
export const commit = (name: string) => name.padEnd(40, '0');

interface Published {
  path: string;
  /** The text at each commit, newest first; null where that commit removed it. */
  history: [commit: string, text: string | null][];
  /** What the server does instead of giving the newest text. */
  instead?: Answering;
}

/** A server that stands in for GitHub's contents and interface, for one repository with the branch `live`. */
export async function serveGithub(documents: Published[], others: Record<string, Answering> = {}) {
  const answers: Record<string, Answering | string> = { [`/api/repos/${REPOSITORY}/git/ref/heads/live`]: '{}' };
  for (const { path, history, instead } of documents) {
    const encoded = path.split('/').map(encodeURIComponent).join('/');
    const [newest] = history;
    const query = new URLSearchParams({ path, sha: 'live', per_page: '1' });
    const commits =
      newest === undefined ? [] : [{ sha: newest[0], commit: { committer: { date: '2020-11-21T06:27:08Z' } } }];
    answers[`/api/repos/${REPOSITORY}/commits?${query}`] = JSON.stringify(commits);
    for (const [at, text] of history) {
      if (text === null) continue;
      const content = { type: 'file', sha: gitId(Buffer.from(text)) };
      answers[`/api/repos/${REPOSITORY}/contents/${encoded}?ref=${at}`] = JSON.stringify(content);
      answers[`/raw/${REPOSITORY}/${at}/${encoded}`] = at === newest?.[0] && instead !== undefined ? instead : text;
    }
  }
  const server: TestServer = await serve({ ...answers, ...others });
  const { url } = server;
  return { ...server, host: { raw: `${url}raw/`, api: `${url}api/`, token: null } };
}
