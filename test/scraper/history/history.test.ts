import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DATA } from '../../../scraper/src/commands/places.ts';
import { Spans } from '../../../scraper/src/history/spans.ts';
import { History } from '../../../scraper/src/model/history.ts';
import { FIXTURES, run } from '../../support/cli.ts';
import { folderForAll, temporaryFolder } from '../../support/folders.ts';
import { makeRepository } from '../../support/git-repository.ts';
import { sharedDocs, withoutDocs } from '../../support/shared-docs.ts';

const SERVERS = readFileSync(join(FIXTURES, 'documents/practice-servers.md'), 'utf8');
const PROSE = readFileSync(join(FIXTURES, 'documents/practice-prose.md'), 'utf8');
const RENAMED = SERVERS.replace('|이사 ', '|디렉터 ');
const ADDED = RENAMED.replace('|중재 서버', '|모든 서버  |해당 없음  |80  |HTTP  |\n|중재 서버');
const PROTOCOL = ADDED.replace('TCP(TLS)', 'TCP(MTLS)');

/** The history of a repository with a document in four revisions, which is deleted at the end, and some prose. */
function walked(at = temporaryFolder(), ...args: string[]) {
  const { folder, commit } = makeRepository(at);
  const commits = [
    commit({ 'a/servers.md': SERVERS, 'prose.md': PROSE }),
    commit({ 'a/servers.md': RENAMED }),
    commit({ 'a/servers.md': ADDED, 'prose.md': `${PROSE}\n` }),
    commit({ 'a/servers.md': PROTOCOL }),
    commit({ 'a/servers.md': null }),
  ];
  const moments = commits.map((id, day) => ({ date: `2020-01-0${day + 1}`, commit: id }));
  const { status, out, err } = run(['history', '.', ...args, '--out', 'history.json'], { cwd: folder });
  const file = join(folder, 'history.json');
  const history = existsSync(file) ? History.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  return { folder, moments, status, out, err, documents: history?.documents ?? [] };
}

describe('pnpm history', () => {
  let once: ReturnType<typeof walked>;
  beforeAll(() => {
    const { folder, remove } = folderForAll();
    once = walked(folder);
    return remove;
  });

  it('tells when a document appeared, what each revision changed, and when it was deleted', () => {
    const { documents, moments, status, err } = once;
    const [document, ...others] = documents;
    expect([status, err, others]).toEqual([0, [], []]);
    expect(document).toMatchObject({
      document: 'skype-for-business-server-2015/practice-ports-for-servers',
      branch: 'live',
      repository: null,
      deleted: moments[4],
    });
    const ids = (list: readonly string[]) => list.map((id) => id.slice(id.lastIndexOf('/') + 1));
    const told = document?.revisions.map(({ commit, rules, facts, mistranslations }) => ({
      commit,
      rules,
      added: ids(facts.added),
      removed: ids(facts.removed),
      changed: facts.changed.map(({ fields }) => fields.map(({ field, before, after }) => ({ field, before, after }))),
      gone: mistranslations.gone.map(({ published, count }) => [published, count]),
    }));
    const none = { added: [], removed: [], changed: [], gone: [] };
    expect(told).toEqual([
      { ...none, commit: moments[0]?.commit, rules: 5 },
      { ...none, commit: moments[1]?.commit, rules: 5, gone: [['이사', 1]] },
      { ...none, commit: moments[2]?.commit, rules: 6, added: ['all-servers-80-http'] },
      {
        ...none,
        commit: moments[3]?.commit,
        rules: 6,
        changed: [[{ field: 'protocols', before: ['tls'], after: ['mtls'] }]],
      },
    ]);
  });

  it('tells of each rule when it came and went, and follows one that changed', () => {
    const { documents, moments } = once;
    const rules = documents[0]?.rules.map(({ id, first, last, gone, changes }) => {
      return [id.slice(id.lastIndexOf('/') + 1), first, last, gone, changes.map(({ commit, was }) => [commit, was])];
    });
    const [first, , third, fourth, deleted] = moments;
    const was = expect.stringMatching(/mediation-server-mediation-service-5067-tcp-tls$/);
    expect(rules).toHaveLength(6);
    expect(rules).toEqual(
      expect.arrayContaining([
        ['all-servers-80-http', third, fourth, deleted, []],
        ['mediation-server-mediation-service-5067-tcp-mtls', first, fourth, deleted, [[fourth?.commit, was]]],
      ]),
    );
  });

  it('tells of each mistranslation in which rules it stood, and from when to when', () => {
    const { documents, moments } = once;
    const [first, second, , fourth, deleted] = moments;
    const words = documents[0]?.mistranslations.map(({ published, first: from, last, gone, rules }) => {
      return [published, from, last, gone, rules.length];
    });
    expect(words).toEqual(
      expect.arrayContaining([
        ['이사', first, first, second, 1],
        ['H', first, fourth, deleted, 1],
      ]),
    );
  });

  it('walks the refs that are asked for', () => {
    const { documents, folder } = walked(temporaryFolder(), '--ref', 'live~2');
    expect(documents.map(({ revisions, deleted }) => [revisions.length, deleted])).toEqual([[3, null]]);
    const { status, err } = run(['history', folder, '--ref', 'next', '--out', 'x.json'], { cwd: temporaryFolder() });
    expect([status, err[0]]).toEqual([1, expect.stringContaining('it has no branch, tag or commit "next"')]);
  });

  it('says what happened, a line for each revision', () => {
    const { out } = once;
    expect(out.map((line) => line.replace(/ {2}[0-9a-f]{7} {2}/, '  '))).toEqual([
      'skype-for-business-server-2015/practice-ports-for-servers (live)',
      '  2020-01-01  appeared with 5 rules',
      '  2020-01-02  no fact changed; 1 cell with another text; mistranslations went from 1 place',
      '  2020-01-03  1 rule added',
      '  2020-01-04  1 rule changed; 1 cell with another text',
      '  2020-01-05  deleted',
      '1 document on 1 branch, 4 revisions, of which 2 changed a fact',
    ]);
  });

  it('writes nothing where no document ever held a port table', () => {
    const { folder, commit } = makeRepository();
    commit({ 'prose.md': PROSE });
    const { status, err } = run(['history', '.', '--out', 'history.json'], { cwd: folder });
    expect([status, err[0], existsSync(join(folder, 'history.json'))]).toEqual([
      1,
      expect.stringContaining('no document with a port table was ever here'),
      false,
    ]);
  });

  it.each([[[]], [['a', 'b']]])('needs one repository: %j', (args) => {
    const { status, err } = run(['history', ...args], { cwd: temporaryFolder() });
    expect([status, err[0]]).toEqual([1, 'history needs one repository']);
  });
});

describe.skipIf(sharedDocs === null)(`the committed history${withoutDocs}`, () => {
  it('is what the command makes of the repository that the pages come from', () => {
    const cwd = temporaryFolder();
    const { status } = run(['history', join(sharedDocs ?? '', 'port-documents.bundle'), '--out', 'history.json'], {
      cwd,
    });
    expect(status).toBe(0);
    expect(readFileSync(join(cwd, 'history.json'), 'utf8')).toBe(readFileSync(join(DATA, 'history.json'), 'utf8'));
  }, 120_000);
});

describe('what stands in revisions from one to another', () => {
  const at = (day: number) => ({ date: `2020-01-0${day}`, commit: `${day}` });

  it('is a span of its own where it comes back', () => {
    const spans = new Spans<string>();
    spans.next(['a', 'b'], at(1));
    spans.next(['b'], at(2));
    spans.next(['a', 'b'], at(3));
    spans.end(at(4));
    expect(spans.all()).toEqual([
      { key: 'a', span: { first: at(1), last: at(1), gone: at(2) } },
      { key: 'b', span: { first: at(1), last: at(3), gone: at(4) } },
      { key: 'a', span: { first: at(3), last: at(3), gone: at(4) } },
    ]);
  });

  it('stays one where it goes on under another name', () => {
    const spans = new Spans<string>();
    spans.next(['a'], at(1));
    spans.rename('a', 'b');
    spans.rename('absent', 'c');
    spans.next(['b'], at(2));
    expect(spans.all()).toEqual([{ key: 'b', span: { first: at(1), last: at(2), gone: null } }]);
  });
});
