import type { Direction } from '../model/catalog.ts';
import type { Form } from '../vocabulary/forms.ts';
import { compact, plainWords, spaced } from '../vocabulary/text.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { type Draft, report } from './draft.ts';
import { isOfSome } from './of-some.ts';
import { readProtocols } from './protocols.ts';
import type { Use } from './reading.ts';
import { problem } from './result.ts';
import { readService } from './services.ts';

/** What a sentence beside a port says that changes what the row states, in English. */

/** A remark as it is looked for. */
interface Remark {
  form: Form;
  text: string;
}

const known = new WeakMap<Vocabulary, readonly Remark[]>();

/** The remarks that a vocabulary knows. The longest first: "inbound and outbound" holds "outbound". */
function remarksOf(vocabulary: Vocabulary): readonly Remark[] {
  const forms = vocabulary.forms.filter(({ domain }) => domain === 'remark');
  const remarks = forms.map((form) => ({ form, text: compact(form.text) }));
  return remarks.sort((a, b) => b.text.length - a.text.length);
}

/**
 * What the notes of a page without English say that changes what the row states, in English, a line each: the vocabulary
 * knows no more of such a note than these remarks.
 */
export function remarksIn(local: string, vocabulary: Vocabulary): { english: string; uses: Use[] } {
  let rest = compact(local);
  const uses: Use[] = [];
  const remarks = known.get(vocabulary) ?? remarksOf(vocabulary);
  known.set(vocabulary, remarks);
  for (const { form, text } of remarks) {
    if (!rest.includes(text)) continue;
    rest = rest.replaceAll(text, '\n');
    uses.push({ form, published: form.text });
  }
  return { english: uses.map(({ form }) => form.en).join('\n'), uses };
}

const OPTIONAL =
  /^\(?optional(?:ly)?\b|[([]optional(?:ly)?[)\]]|\boff by default\b|(?:^|\b(?:is|are) )(?:disabled|turned off|not enabled) by default\b|\b(?:ports?|rule|it|this) (?:is|are) (?:optional|not mandatory)\b|(?:^|\b(?:ports?|it|this|these|they) )(?:(?:do|does) not (?:need|have) to|need not) be open(?:ed)?$|^it is not (?:necessary|required) to open (?:it|(?:this|the|these) ports?)$|(?:^|\b(?:ports?|it|this|these|they|you) )(?:may|can)(?: be closed| close (?:it|them|(?:this|the|these) ports?))$/im;
const NOT_OPTIONAL = /\b(?:not|never|no longer) (?:\w+ )?optional\b|\bnon-?optional\b/i;

const YEARS = '20\\d\\d(?:\\s?(?:,|/|&|\\band\\b|\\bor\\b)\\s?(?:[A-Z]\\w+\\s(?:for\\s)?){0,6}20\\d\\d)*';
/** The releases that a sentence names together. What is said of them stands before them and behind them. */
const RELEASES = new RegExp(
  `(?<!\\w)(?:the\\s)?(?:(?:Microsoft\\s)?(?:Skype|Lync|SfB)(?:\\s\\w+){0,3}?\\s)?${YEARS}\\b`,
  'gi',
);
const VERB = '(?:supported|available|used|needed)';
/** How much of a sentence says what is said of releases, in characters. */
const LONGEST_SAYING = 60;
/** What a sentence says of releases, and whether it is of those, of all others, or of those since. */
const OF_RELEASES: readonly {
  before: RegExp;
  behind?: RegExp;
  /** Whether it stands before them and behind them, and not in either place. */
  both?: true;
  keeps(year: string, named: readonly string[]): boolean;
}[] = [
  {
    before: new RegExp(
      `(?:\\b(?:not|no longer)|n['’]t)\\s(?:be\\s)?${VERB}\\s(?:in|by|with|on|for)\\s$|\\b(?:unsupported|removed|discontinued)\\s(?:in|from|by|on)\\s$`,
      'i',
    ),
    keeps: (year, named) => !named.includes(year),
  },
  {
    before: new RegExp(`\\bonly\\s(?:${VERB}\\s)?(?:in|to|for|by|with)\\s$`, 'i'),
    behind: /^\sonly\b/i,
    keeps: (year, named) => named.includes(year),
  },
  {
    before: /\b(?:new|introduced|added)\s(?:in|with)\s$/i,
    keeps: (year, named) => named.every((each) => year >= each),
  },
  // These may begin a sentence that says the opposite, "Starting with … it is not supported", or say it of others, so that
  // only sentences with nothing else count.
  {
    before: new RegExp(`^\\s?(?:only\\s)?(?:${VERB}\\s)?(?:starting|beginning)\\s(?:with|in|from)\\s$`, 'i'),
    behind: /^$/,
    both: true,
    keeps: (year, named) => named.every((each) => year >= each),
  },
  {
    before: new RegExp(`^\\s?(?:only\\s)?(?:${VERB}\\s)?(?:(?:in|for|with)\\s)?$`, 'i'),
    behind: /^\s(?:and|or)\s(?:later|newer|above|higher|onwards?)(?:\s(?:versions?|releases?))?(?:\sonly)?$/i,
    both: true,
    keeps: (year, named) => named.every((each) => year >= each),
  },
  {
    before: new RegExp(
      `^\\s?(?:only\\s)?(?:${VERB}\\s)?(?:in\\sreleases\\s)?(?:prior\\sto|before|earlier\\sthan)\\s$`,
      'i',
    ),
    behind: /^$/,
    both: true,
    keeps: (year, named) => named.every((each) => year < each),
  },
];
const USED_BY = /^used by (?:the )?(.+?) (?:application|service) for (\w+) (?:listening )?requests\b/i;

export function saysOptional(english: string): boolean {
  const plain = plainWords(english);
  return OPTIONAL.test(plain) && !NOT_OPTIONAL.test(plain);
}

const WAYS = [
  /^open(?:ed)? (?:for )?(in|out)bound(?:\s*(?:\/|and|or)\s*(in|out)bound)?\b/gim,
  /^(?:only )?(in|out)(?:bound|going|coming)(?: traffic| connections?)?(?: only)?\.?$/gim,
];

/** "Open inbound …", "Outbound only."; null for "Open inbound/outbound …", which is both ways, and where nothing is said. */
export function directionToOpen(english: string): Direction | null {
  const plain = plainWords(english);
  const found = WAYS.flatMap((pattern) => [...plain.matchAll(pattern)]);
  const named = found.flatMap(([, ...ways]) => ways.filter((way) => way !== undefined));
  const [way, ...others] = new Set(named.map((each) => each.toLowerCase()));
  if (way === undefined || others.length > 0) return null;
  return way === 'in' ? 'inbound' : 'outbound';
}

/** "Used by Conferencing Attendant application for SIP listening requests" names a service, and what it listens for. */
export function readUser({ facts, context }: Draft, english: string): void {
  const [, name, requests] = USED_BY.exec(plainWords(english)) ?? [];
  if (name === undefined || requests === undefined) return;
  const service = readService(`${name} service`, context.vocabulary);
  if (!service.ok) return;
  facts.service ??= service.value;
  const protocols = readProtocols(requests, context.vocabulary);
  if (protocols.ok && facts.protocols.length === 0) facts.protocols = protocols.value.protocols;
}

/**
 * "Not supported in Skype for Business Server 2019": the rule is for the other products of the page. Years name them; the
 * releases of other servers say nothing of the rule, nor do any of a product without years. A rule that is for none of
 * the products is none.
 */
export function limitReleases(row: Draft, english: string): void {
  const { facts, context } = row;
  const yearOf = (id: string) => /\d{4}$/.exec(id)?.[0];
  for (const sentence of plainWords(spaced(english)).split(/[.;](?:\s|$)|\n/)) {
    const lists = [...sentence.matchAll(RELEASES)].map(({ index, 0: list }) => ({
      years: list.match(/20\d\d/g) as string[],
      before: sentence.slice(Math.max(0, index - LONGEST_SAYING), index),
      behind: sentence.slice(index + list.length, index + list.length + LONGEST_SAYING),
    }));
    for (const { before, behind, both, keeps } of OF_RELEASES) {
      const named = lists.find((list) => {
        const [isBefore, isBehind] = [before.test(list.before), behind?.test(list.behind) === true];
        return both === true ? isBefore && isBehind : isBefore || isBehind;
      })?.years;
      if (named === undefined) continue;
      const all = facts.releases ?? context.products;
      const kept = all.filter((id) => {
        const year = yearOf(id);
        return year === undefined || keeps(year, named);
      });
      if (kept.length === all.length) continue;
      if (isOfSome(row, sentence)) {
        const message = 'this may say of one of the ports or transports alone for which releases it is';
        report(row, 'warning', problem('unclear-note', message, sentence.trim()));
        continue;
      }
      facts.releases = kept;
      if (kept.length > 0) continue;
      row.withdrawn = true;
      report(row, 'warning', problem('withdrawn', 'this is of no release that the page is for', english));
    }
  }
}
