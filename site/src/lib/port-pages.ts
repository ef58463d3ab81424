import { type PortRange, type PortRule, ports, portsFor } from '@lync/port-catalog';
import { roleOf } from './catalog.ts';
import { rangeText } from './facts.ts';
import { type Language, nameIn } from './lang.ts';
import { rangeName } from './paths.ts';

/** Every port and every range that a rule names has a page. */
export function portPages(): PortRange[] {
  const pages = new Map<string, PortRange>();
  for (const rule of ports) {
    for (const range of [...(rule.ports?.ranges ?? []), ...(rule.sourcePorts?.ranges ?? [])]) {
      pages.set(rangeName(range), range);
    }
  }
  return [...pages.values()].sort((a, b) => a.from - b.from || a.to - b.to);
}

export interface PortFacts {
  /** Rules that name the port, or the range as a whole. */
  named: readonly PortRule[];
  /** Rules with a range around it. */
  covering: readonly PortRule[];
  any: readonly PortRule[];
}

/** What there is to a port or a range. */
export function factsOf({ from, to }: PortRange): PortFacts {
  if (from === to) {
    const { named, covering, any } = portsFor(from);
    return { named, covering, any };
  }
  const ranges = (rule: PortRule) => rule.ports?.ranges ?? [];
  const named = ports.filter((rule) => ranges(rule).some((range) => range.from === from && range.to === to));
  const covering = ports.filter(
    (rule) => !named.includes(rule) && ranges(rule).some((range) => range.from <= from && to <= range.to),
  );
  return { named, covering, any: portsFor(from).any };
}

/** The answer in one sentence, from the data: over what, who listens, who talks to whom. */
export function answerOf(range: PortRange, { named, covering }: PortFacts, lang: Language): string {
  const port = rangeText(range.from, range.to);
  if (named.length === 0) {
    return lang === 'ko'
      ? `${port}을(를) 명시한 규칙은 없으며, ${covering.length}개 규칙의 범위에 포함됩니다.`
      : `No rule names ${port}; ${covering.length} ranges cover it.`;
  }
  const transports = [...new Set(named.flatMap((rule) => rule.transports))].sort().map((each) => each.toUpperCase());
  const over = transports.join(lang === 'ko' ? ', ' : ' and ');
  const names = (ids: readonly string[]) => [...new Set(ids)].map((id) => nameIn(roleOf(id).name, lang));
  const listening = names(
    named.flatMap((rule) =>
      rule.kind === 'flow' ? (rule.destination?.roles ?? []) : rule.role === null ? [] : [rule.role],
    ),
  );
  const callers = names(named.flatMap((rule) => (rule.kind === 'flow' ? (rule.source?.roles ?? []) : [])));
  const list = (items: readonly string[]) => items.join(', ');
  if (lang === 'ko') {
    const parts = [`${port}/${over || '–'}`];
    if (listening.length > 0) parts.push(`수신하는 쪽: ${list(listening)}`);
    if (callers.length > 0) parts.push(`연결을 시작하는 쪽: ${list(callers)}`);
    return `${parts.join('. ')}.`;
  }
  const parts = [`${port}${over === '' ? '' : ` over ${over}`}`];
  if (listening.length > 0) parts.push(`used at ${list(listening)}`);
  if (callers.length > 0) parts.push(`called from ${list(callers)}`);
  return `${parts.join('; ')}.`;
}
