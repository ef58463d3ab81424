import type { Direction } from '../model/catalog.ts';
import type { Draft } from './draft.ts';
import { readProtocols } from './protocols.ts';
import { readService } from './services.ts';

/** What a sentence beside a port says that changes what the row states, in English. */

const OPTIONAL =
  /^\(?optional(?:ly)?\b|\(optional\)|\boff by default\b|\b(?:is|are) (?:disabled|turned off|not enabled) by default\b/i;
const NOT_OPTIONAL = /\bnot optional\b/i;
const CLOSED =
  /\b(?:must|should|has to|have to|needs? to) be (?:blocked|closed|denied)\b|\b(?:do not|don['’]t|never) (?:open|allow)\b|^(?:block|close|deny)\b/i;
const USED_BY = /^used by (?:the )?(.+?) (?:application|service) for (\w+) (?:listening )?requests\b/i;
const NOT_SUPPORTED = /\b(?:not|no longer) (?:supported|available|used) in\b[^.;\n]*?\b(20\d\d)\b/gi;

export function saysOptional(english: string): boolean {
  return OPTIONAL.test(english) && !NOT_OPTIONAL.test(english);
}

/** Whether it says that the port must not be open. */
export function saysClosed(english: string): boolean {
  return CLOSED.test(english);
}

/** "Open inbound …"; null for "Open inbound/outbound …", which is both ways, and where nothing is said. */
export function directionToOpen(english: string): Direction | null {
  const [, first, both] =
    /^open(?:ed)? (?:for )?(inbound|outbound)(\s*(?:\/|and|or)\s*(?:in|out)bound)?\b/i.exec(english) ?? [];
  if (first === undefined || both !== undefined) return null;
  return first.toLowerCase() === 'inbound' ? 'inbound' : 'outbound';
}

/** "Used by Conferencing Attendant application for SIP listening requests" names a service, and what it listens for. */
export function readUser({ facts, context }: Draft, english: string): void {
  const [, name, requests] = USED_BY.exec(english) ?? [];
  if (name === undefined || requests === undefined) return;
  const service = readService(`${name} service`, context.vocabulary);
  if (!service.ok) return;
  facts.service ??= service.value;
  const protocols = readProtocols(requests, context.vocabulary);
  if (protocols.ok && facts.protocols.length === 0) facts.protocols = protocols.value.protocols;
}

/** "Not supported in Skype for Business Server 2019": the rule is for the other products of the page. Years name them. */
export function limitReleases({ facts, context }: Draft, english: string): void {
  const years = [...english.matchAll(NOT_SUPPORTED)].map(([, year]) => year);
  if (years.length === 0) return;
  const { products } = context.vocabulary.entries;
  const isNamed = (id: string) =>
    years.some((year) => products.find((each) => each.id === id)?.name.en.endsWith(` ${year}`));
  facts.releases = (facts.releases ?? context.products).filter((id) => !isNamed(id));
}
