import type { PortRule, Protocol } from '@lync/port-catalog';
import { roleOf, serviceOf } from './catalog.ts';
import { ruleTitle } from './facts.ts';
import { type Language, nameIn } from './lang.ts';

/** What a rule is called in a language. */
export function titleOf(rule: PortRule, lang: Language): string {
  const names = {
    role: rule.role === null ? null : nameIn(roleOf(rule.role).name, lang),
    service: rule.service === null ? null : nameIn(serviceOf(rule.service).name, lang),
  };
  return ruleTitle(rule, names, lang);
}

/** What a protocol is called: by its short name and its whole one, which begins with the short one for some. */
export function protocolTitle({ label, name }: Protocol, lang: Language): string {
  const whole = nameIn(name, lang);
  return whole.startsWith(label) ? whole : `${label} (${whole})`;
}
