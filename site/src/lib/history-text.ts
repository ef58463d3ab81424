import type { DocumentHistory, Moment, Revision, RuleOnBranch, Span } from './history.ts';
import type { Language } from './lang.ts';

/** The words of the history page, and of a rule's history. */
const texts = {
  lead: {
    en: '{revisions} revisions of {documents} documents, from {first} to {last}: what each re-translation changed, and when each mistranslation came and went.',
    ko: '문서 {documents}개의 개정 {revisions}건({first} ~ {last})에서 다시 번역될 때마다 무엇이 바뀌었는지, 각 오역이 언제 생기고 사라졌는지 보여 줍니다.',
  },
  noneChanged: { en: 'None of them changed a fact.', ko: '사실이 바뀐 개정은 없습니다.' },
  someChanged: { en: '{count} of them changed a fact.', ko: '그중 {count}건에서 사실이 바뀌었습니다.' },
  branch: { en: 'Branch {branch}', ko: '{branch} 브랜치' },
  date: { en: 'Date', ko: '날짜' },
  changes: { en: 'What changed', ko: '바뀐 내용' },
  came: { en: 'Mistranslations that came', ko: '생긴 오역' },
  went: { en: 'Mistranslations that went', ko: '사라진 오역' },
  appeared: { en: 'appeared with {count} rules', ko: '규칙 {count}개로 처음 게시되었습니다' },
  noFact: { en: 'no fact changed', ko: '바뀐 사실 없음' },
  added: { en: 'rules added: {count}', ko: '추가된 규칙: {count}개' },
  removed: { en: 'rules removed: {count}', ko: '제거된 규칙: {count}개' },
  changed: { en: 'rules with other facts: {count}', ko: '사실이 바뀐 규칙: {count}개' },
  cells: { en: 'cells in other words: {count}', ko: '표현이 바뀐 셀: {count}개' },
  deleted: { en: 'deleted; its rules stay', ko: '삭제되었습니다. 규칙은 그대로 둡니다' },
  stands: { en: 'in the page since {first}', ko: '{first}부터 지금까지 페이지에 있습니다' },
  untilDeleted: {
    en: 'in the page from {first} until the page was deleted on {gone}',
    ko: '{first}부터 페이지가 삭제된 {gone}까지 있었습니다',
  },
  untilGone: {
    en: 'in the page from {first} until the row was removed on {gone}',
    ko: '{first}부터 행이 제거된 {gone}까지 있었습니다',
  },
  sameFacts: { en: 'the same facts in every revision', ko: '모든 개정에서 같은 사실을 나타냅니다' },
  otherFacts: { en: 'other facts since {dates}', ko: '{dates}에 사실이 바뀌었습니다' },
  wordStands: { en: 'since {first}', ko: '{first}부터' },
  wordGone: { en: 'from {first} to {last}, gone on {gone}', ko: '{first}부터 {last}까지, {gone}에 사라짐' },
  withdrawn: { en: 'deleted upstream on {date}', ko: '{date}에 원본 저장소에서 삭제됨' },
} satisfies Record<string, Record<Language, string>>;

/** A text of the history, with values in the place of `{names}`. */
export function historyText(
  key: keyof typeof texts,
  lang: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[key][lang].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** What the page of all histories says first. */
export function historyLead(histories: readonly DocumentHistory[], lang: Language): string {
  const revisions = histories.flatMap((each) => each.revisions);
  const dates = revisions.map(({ date }) => date).sort();
  const documents = new Set(histories.map(({ document }) => document)).size;
  const changed = revisions.filter(changesFacts).length;
  const values = { documents, revisions: revisions.length, first: dates[0] ?? '', last: dates.at(-1) ?? '' };
  const facts = changed === 0 ? historyText('noneChanged', lang) : historyText('someChanged', lang, { count: changed });
  return `${historyText('lead', lang, values)} ${facts}`;
}

function changesFacts({ facts }: Revision): boolean {
  return facts.added.length + facts.removed.length + facts.changed.length > 0;
}

/** What a revision changed, in short; the first appeared. */
export function revisionText(revision: Revision, index: number, lang: Language): string[] {
  if (index === 0) return [historyText('appeared', lang, { count: revision.rules })];
  const { facts, text } = revision;
  const counts = { added: facts.added.length, removed: facts.removed.length, changed: facts.changed.length };
  const changed = (['added', 'removed', 'changed'] as const)
    .filter((key) => counts[key] > 0)
    .map((key) => historyText(key, lang, { count: counts[key] }));
  return [
    ...(changed.length === 0 ? [historyText('noFact', lang)] : changed),
    ...(text.cells === 0 ? [] : [historyText('cells', lang, { count: text.cells })]),
  ];
}

/** From when to when a rule stood in its page on a branch, and whether it always stated the same. */
export function ruleSpanText({ history, rule }: RuleOnBranch, lang: Language): string {
  const { first, gone, changes } = rule;
  const deleted = gone !== null && gone.commit === history.deleted?.commit;
  const key = gone === null ? 'stands' : deleted ? 'untilDeleted' : 'untilGone';
  const dates = changes.map(({ date }) => date).join(', ');
  const facts = changes.length === 0 ? historyText('sameFacts', lang) : historyText('otherFacts', lang, { dates });
  return [historyText(key, lang, { first: first.date, gone: gone?.date ?? '' }), facts].join(
    lang === 'ko' ? '. ' : '; ',
  );
}

export function wordSpanText({ first, last, gone }: Span, lang: Language): string {
  if (gone === null) return historyText('wordStands', lang, { first: first.date });
  return historyText('wordGone', lang, { first: first.date, last: last.date, gone: gone.date });
}

/** That and since when a document is no longer published; nothing where it is. */
export function withdrawnText(withdrawn: Moment | null, lang: Language): string {
  return withdrawn === null ? '' : historyText('withdrawn', lang, { date: withdrawn.date });
}
