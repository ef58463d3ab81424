import { documents, ports } from '@lync/port-catalog';
import { describe, expect, it } from 'vitest';
import { histories, historyAnchor, historyOfRule } from '../../site/src/lib/history.ts';
import { historyLead, revisionText, ruleSpanText, wordSpanText } from '../../site/src/lib/history-text.ts';

const RULE = 'lync-server-2013/internal-servers/director-front-end-service-5061-tcp';

// The repository whose history is read does not have it.
const WITHOUT_HISTORY = 'skype-for-business-server-2015/plan-for-statistics-manager-for-skype-for-business-server';

describe('the history', () => {
  it('has every rule of the catalog, on a branch of its document', () => {
    const without = ports.filter(({ id, origin }) => {
      return !historyOfRule(id).some(({ history }) => history.document === origin.document);
    });
    expect([...new Set(without.map(({ origin }) => origin.document))]).toEqual([WITHOUT_HISTORY]);
  });

  it('says of documents that were withdrawn when that was', () => {
    const withdrawn = documents.filter((document) => document.withdrawn !== null);
    // All pages of Lync Server 2013 were deleted in November 2020, and no others.
    expect(withdrawn).toEqual(documents.filter(({ product }) => product === 'lync-server-2013'));
    for (const { id, withdrawn: moment } of withdrawn) {
      const deletions = histories.filter(({ document }) => document === id).map(({ deleted }) => deleted);
      expect(deletions).toContainEqual(moment);
    }
  });

  it('has the commit that each document of the catalog was read at', () => {
    const missing = documents.filter(({ id, commit, sha256 }) => {
      const own = histories.filter(({ document }) => document === id).flatMap(({ revisions }) => revisions);
      return !own.some((revision) => revision.commit === commit && revision.sha256 === sha256);
    });
    expect(missing.map(({ id }) => id)).toEqual([WITHOUT_HISTORY]);
  });

  it('gives each document an anchor of its own', () => {
    const names = new Set(histories.map(({ document }) => document));
    expect(new Set(histories.map(historyAnchor)).size).toBe(names.size);
  });

  it('tells of a rule how long it stood, and how long a word of it was wrong', () => {
    const [first, ...others] = historyOfRule(RULE);
    expect([first?.history.branch, ...others.map(({ history }) => history.branch)]).toEqual(['live', 'live-sxs']);
    if (first === undefined) return;
    expect([ruleSpanText(first, 'en'), ruleSpanText(first, 'ko')]).toEqual([
      'in the page from 2020-01-08 until the page was deleted on 2020-11-21; the same facts in every revision',
      '2020-01-08부터 페이지가 삭제된 2020-11-21까지 있었습니다. 모든 개정에서 같은 사실을 나타냅니다',
    ]);
    const words = first.words.map((word) => [word.published, wordSpanText(word, 'en')]);
    expect(words).toContainEqual(['이사', 'from 2020-01-08 to 2020-02-04, gone on 2020-02-15']);
  });
});

describe('the words of the history', () => {
  const moment = (day: number) => ({ date: `2020-01-0${day}`, commit: `${day}` });
  const revision = {
    ...moment(2),
    path: 'a.md',
    sha256: '',
    rules: 9,
    facts: { added: ['a', 'b'], removed: [], changed: [{ id: 'c' }] },
    text: { rules: 1, cells: 3 },
    mistranslations: { new: [], gone: [] },
  };
  const history = {
    document: 'p/d',
    title: { en: 'D', ko: null, by: { en: 'document', ko: null } },
    repository: null,
    branch: 'live',
    deleted: null,
    revisions: [{ ...revision, ...moment(1) }, revision],
    rules: [],
    mistranslations: [],
  } as const;

  it('of a revision are its changes, and of the first that it appeared', () => {
    expect([revisionText(revision, 0, 'en'), revisionText(revision, 1, 'en')]).toEqual([
      ['appeared with 9 rules'],
      ['rules added: 2', 'rules with other facts: 1', 'cells in other words: 3'],
    ]);
    const same = { ...revision, facts: { added: [], removed: [], changed: [] }, text: { rules: 0, cells: 0 } };
    expect(revisionText(same, 1, 'ko')).toEqual(['바뀐 사실 없음']);
  });

  it('count the revisions that changed a fact', () => {
    expect(historyLead([history], 'en')).toMatch(/^2 revisions of 1 documents, .* 2 of them changed a fact\.$/);
  });

  it('tell a row that was removed, one that changed, and one that still stands', () => {
    const rule = { id: 'a', first: moment(1), last: moment(1), gone: moment(2), changes: [] };
    const stands = { ...rule, gone: null, changes: [{ ...moment(2), was: null }] };
    expect([rule, stands].map((each) => ruleSpanText({ history, rule: each, words: [] }, 'en'))).toEqual([
      'in the page from 2020-01-01 until the row was removed on 2020-01-02; the same facts in every revision',
      'in the page since 2020-01-01; other facts since 2020-01-02',
    ]);
    expect(wordSpanText({ ...rule, gone: null }, 'en')).toBe('since 2020-01-01');
  });
});
