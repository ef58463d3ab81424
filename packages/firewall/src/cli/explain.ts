import { advisories, byId, documents, type RuleId } from '@lync/port-catalog';
import { evidenceFor } from '@lync/port-catalog/evidence';
import { addressOf, type Language } from '../outputs/head.ts';
import type { Plan } from '../plan.ts';
import { printRules } from './print.ts';

/** A rule with the published rows behind it: page, table, row and cells, and what the catalog advises. */
export function explain(code: string, plan: Plan, language: Language, asJson: boolean): string | undefined {
  const rule = plan.rules.find((one) => one.code.toLowerCase() === code.toLowerCase());
  if (!rule) return undefined;
  const rows = rule.why.map((id) => {
    const evidence = evidenceFor(id as RuleId);
    const document = evidence && documents.find((one) => one.id === evidence.document.id);
    return {
      id,
      address: addressOf(id, plan),
      said: byId(id)?.notes?.[language] ?? plan.prose.find((one) => one.id === id)?.text[language] ?? null,
      page: document?.path ?? null,
      table: evidence?.table.index ?? null,
      row: evidence?.row ?? null,
      cells: evidence?.cells.map(({ lines }) => lines.map(({ text }) => text).join(' ')) ?? [],
    };
  });
  const advised = advisories.filter(({ id }) => rule.advisories.includes(id));
  if (asJson) return `${JSON.stringify({ rule, rows, advisories: advised }, null, 2)}\n`;
  const words =
    language === 'ko'
      ? { closed: '닫으면', page: '문서', table: '표', row: '행', advice: '권고' }
      : { closed: 'If closed', page: 'Page', table: 'table', row: 'row', advice: 'Advisory' };
  return [
    printRules([rule], language),
    `${words.closed}: ${rule.ifClosed.map((text) => text[language]).join(' ')}`,
    '',
    ...rows.flatMap(({ id, address, page, table, row, cells, said }) => [
      id,
      ...(page ? [`  ${words.page}: ${page}, ${words.table} ${table}, ${words.row} ${row}`] : []),
      ...(cells.length > 0 ? [`  | ${cells.join(' | ')} |`] : []),
      ...(said ? [`  ${said}`] : []),
      `  ${address}`,
      '',
    ]),
    ...advised.flatMap(({ title, explanation }) => [
      `${words.advice}: ${title[language]}`,
      `  ${explanation[language]}`,
      '',
    ]),
  ].join('\n');
}
