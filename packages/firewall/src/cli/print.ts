import type { Difference } from '../difference.ts';
import { type Language, rangesOf } from '../outputs/head.ts';
import type { Plan, PlanRule } from '../plan.ts';

const WORDS = {
  en: {
    rules: 'rules',
    one: 'rule',
    unused: 'rows not used',
    open: 'To open',
    close: 'To close',
    same: 'The same packets pass.',
  },
  ko: {
    rules: '개 규칙',
    one: '개 규칙',
    unused: '개 행 사용 안 함',
    open: '열 항목',
    close: '닫을 항목',
    same: '통과하는 패킷이 같습니다.',
  },
} as const;

/** A plan for the eye: a table for each firewall, and what a person must still decide. */
export function printPlan(plan: Plan, language: Language, unused: boolean): string {
  const firewalls = [...new Set(plan.rules.map(({ firewall }) => firewall))];
  const words = WORDS[language];
  const parts = firewalls.map((firewall) => {
    const rules = plan.rules.filter((rule) => rule.firewall === firewall);
    return `${firewall}: ${rules.length} ${rules.length === 1 ? words.one : words.rules}\n${printRules(rules, language)}`;
  });
  const notes = plan.notes.map((note) => `* ${note[language]}`);
  const rows = unused ? plan.unused.map((row) => `${row.id}\n  ${row[language]}`) : [];
  return `${[...parts, ...notes, `${plan.unused.length} ${words.unused}`, ...rows].join('\n')}\n`;
}

/** Rules as lines of aligned columns; long lists are cut, as the outputs have them whole. */
export function printRules(rules: readonly PlanRule[], language: Language): string {
  const any = language === 'ko' ? '모두' : 'any';
  const numbers = (ranges: PlanRule['ports']) => (ranges.length === 0 ? any : rangesOf(ranges).join(','));
  const lines = rules.map((rule) => [
    rule.code,
    rule.transport,
    shortened(rule.sources),
    ...[rule.sourcePorts.length === 0 ? '→' : `${numbers(rule.sourcePorts)} →`],
    shortened(rule.destinations),
    numbers(rule.ports),
    rule.required ? '' : '(?)',
  ]);
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((cells) => (cells[i] ?? '').length)));
  return lines
    .map((cells) => `  ${cells.map((text, i) => text.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
    .concat('\n');
}

/** What to open and what to close, as lines that begin with `+` and `-`. */
export function printDifference({ open, close }: Difference, language: Language): string {
  const words = WORDS[language];
  if (open.length === 0 && close.length === 0) return `${words.same}\n`;
  const part = (title: string, mark: string, rules: readonly PlanRule[]) =>
    rules.length === 0
      ? []
      : [
          title,
          ...rules.flatMap((rule) => `${mark} ${rule.firewall.padEnd(9)}${printRules([rule], language).trimEnd()}`),
        ];
  return `${[...part(words.open, '+', open), ...part(words.close, '-', close)].join('\n')}\n`;
}

function shortened(blocks: readonly string[]): string {
  return blocks.length > 4 ? `${blocks.slice(0, 3).join(' ')} … (${blocks.length})` : blocks.join(' ');
}
