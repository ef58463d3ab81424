import type { Correction, Endpoint, PortRule, PortSet } from '@lync/port-catalog';
import { rangesText } from '@lync/port-catalog/ranges';
import { reasonIn, roleOf } from './catalog.ts';
import { type Language, textIn } from './lang.ts';
import { say } from './strings.ts';

/** "Published: NET.TCP – read as TCP. Why …" */
export function correctionText(corrections: readonly Correction[], lang: Language): string {
  return corrections
    .map(({ published, corrected, reason }) => {
      return `${say('published', lang)}: ${published} – ${say('readAs', lang)}: ${corrected}. ${reasonIn(reason, lang)}`;
    })
    .join(' ');
}

/** Whether the asterisk that leads to a rule's footnotes stands at its port. */
export function isAtPort({ ports, footnotes }: PortRule): boolean {
  return footnotes.length > 0 && ports !== null && ports.text.includes('*');
}

/** The footnotes of a rule, and that this project wrote one where it did. */
export function footnoteText({ footnotes }: PortRule, lang: Language): string {
  return footnotes
    .map((footnote) => {
      const { text, by } = textIn(footnote, lang);
      return by === 'project' ? `${text} (${say('byProject', lang)})` : text;
    })
    .join(' ');
}

type End = Omit<Endpoint, 'roles'> & { readonly roles: readonly string[] };

/** Whether what a page calls an end is no more than the name of the role that stands there already, in either language. */
export function isNameOfRole({ any, narrowed, roles, text }: End, lang: Language): boolean {
  const [id, another] = roles;
  if (any || narrowed || id === undefined || another !== undefined) return false;
  const said = nameKey(textIn(text, lang).text);
  return Object.values(roleOf(id).name).some((name) => nameKey(name ?? '') === said);
}

/** A name without what does not tell one from another: capitals, plurals, spaces and signs. */
function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** The ports of a rule as text, for copying and searching. */
export function portsText(ports: PortSet | null): string {
  if (ports === null) return '';
  if (ports.ranges.length === 0) return ports.text;
  return rangesText(ports.ranges);
}

/** Whether a rule's protocols encrypt what they carry. */
export function isSecure(protocol: string): boolean {
  return protocol === 'tls' || protocol === 'mtls' || protocol === 'https';
}

/** What a rule is about, in a few words: for titles and descriptions. */
export function ruleTitle(
  rule: PortRule,
  names: { role: string | null; service: string | null },
  lang: Language,
): string {
  const ports = portsText(rule.ports);
  const transport = rule.transports.map((each) => each.toUpperCase()).join('+');
  const who =
    rule.source !== null && rule.destination !== null
      ? `${textIn(rule.source.text, lang).text} → ${textIn(rule.destination.text, lang).text}`
      : [names.role, names.service].filter((name) => name !== null).join(' – ');
  return `${ports} ${transport}: ${who}`.replace(/\s+/g, ' ').trim();
}
