import type { ScrapeReport } from '../model/report.ts';

/** What a report tells, before its summary is written. */
export type Findings = Omit<ScrapeReport, '$schema' | 'summary'>;

/** What happened, in a sentence or two, also that a document was re-translated and its facts stayed the same. */
export function summarise(report: Findings): string {
  const { documents, unresolved } = report;
  const withdrawn = documents.gone.filter((each) => each.withdrawn !== null);
  const absent = documents.gone.length - withdrawn.length;
  return [
    factsOf(report),
    withdrawn.length > 0 &&
      `${counted(withdrawn.length, 'document')} ${withdrawn.length === 1 ? 'was' : 'were'} withdrawn upstream; ` +
        `${counted(rulesOf(withdrawn), 'rule')} of ${withdrawn.length === 1 ? 'it' : 'them'} ` +
        `${rulesOf(withdrawn) === 1 ? 'stays' : 'stay'}.`,
    absent > 0 && `${counted(absent, 'document')} ${absent === 1 ? 'was' : 'were'} not among what was scraped.`,
    unresolved.length > 0 &&
      `${counted(unresolved.length, 'place')} ${unresolved.length === 1 ? 'is' : 'are'} unresolved.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

function factsOf({ documents, rules, text, mistranslations, factsChanged }: Findings): string {
  const arrived = documents.new.length > 0;
  const known = documents.changed.length + documents.unchanged.length + documents.gone.length;
  const news = `${counted(documents.new.length, 'new document')} with ${counted(rulesOf(documents.new), 'rule')}`;
  if (known + documents.notScraped.length === 0) return `The first scrape: ${news}.`;
  const ofNew = new Set(documents.new.map(({ id }) => id));
  const changes = ruleChanges({ ...rules, added: rules.added.filter(({ document }) => !ofNew.has(document)) });
  if (changes.length > 0) return `Facts changed: ${[...changes, ...(arrived ? [news] : [])].join(', ')}.`;
  if (arrived && factsChanged) return `${capital(news)}; no fact of a rule that was there changed.`;
  const words = text.cells + text.rules + text.tables + text.titles;
  const translated = words + mistranslations.new.length + mistranslations.gone.length > 0;
  if (documents.changed.length === 0) {
    const still = documents.unchanged.length;
    if (still === 0) return 'No fact changed.';
    const same = `${counted(still, 'document')} ${still === 1 ? 'is as it was' : 'are as they were'}`;
    return translated ? `No fact changed: ${same}, and read in other words.` : `Nothing changed: ${same}.`;
  }
  const rulesOfChanged = rulesOf(documents.changed);
  const one = documents.changed.length === 1;
  const what = `${counted(documents.changed.length, 'document')} ${one ? 'was' : 'were'}`;
  const how = translated ? 're-translated' : 'changed outside the port tables';
  const all = rulesOfChanged === 1 ? 'its rule states what it' : `all ${rulesOfChanged} rules state what they`;
  return `No fact changed: ${what} ${how}, and ${all} stated before.`;
}

/** "2 rules added", "1 rule changed": what happened to rules, without what did not. */
export function ruleChanges(rules: Record<'added' | 'removed' | 'changed', readonly unknown[]>): string[] {
  const parts = (['added', 'removed', 'changed'] as const).filter((what) => rules[what].length > 0);
  return parts.map((what) => `${counted(rules[what].length, 'rule')} ${what}`);
}

function rulesOf(documents: readonly { rules: number }[]): number {
  return documents.reduce((sum, { rules }) => sum + rules, 0);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** "1 rule", "2 rules", "3 advisories" */
export function counted(number: number, what: string): string {
  if (number === 1) return `1 ${what}`;
  return `${number} ${what.endsWith('y') ? `${what.slice(0, -1)}ie` : what}s`;
}
