import { describe, expect, it } from 'vitest';
import type { Caller, Name, PortRule } from '../../../scraper/src/model/catalog.ts';
import type { Cell } from '../../../scraper/src/model/snapshot.ts';
import { checkCallers } from '../../../scraper/tools/verify/callers.ts';
import { en } from '../../support/cells.ts';
import { flowOf, port, ruleOf } from '../../support/one-ended.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';

const REASON = { en: 'Because.', ko: '그래서.' };
const vocabulary = vocabularyOf({
  callers: [
    {
      role: ['front'],
      ports: ['443'],
      callers: [
        { roles: ['client'], by: 'project', reason: REASON },
        { roles: ['director'], by: 'document', from: 'from directors' },
      ],
    },
  ],
});

/** What is found of a rule with this caller, whose row says `says`. */
function findings(caller: Caller, side: 'callers' | 'calls', says: string, others: PortRule[], reasons: Name[]) {
  const rule = ruleOf({ id: 'asked', role: 'front', ports: port(443), [side]: [caller] });
  const cells = new Map<string, Cell[]>([
    ['asked', [en(says)]],
    ...others.map(({ id }): [string, Cell[]] => [id, [en('Used from directors.')]]),
  ]);
  return checkCallers([rule, ...others], cells, reasons, vocabulary);
}

const known: Caller = { role: 'client', by: 'project', from: 'Because.' };
const quoted: Caller = { role: 'director', by: 'document', from: 'from directors' };
const inFlow: Caller = { role: 'edge', by: 'document', from: 'flow' };
const byRow: Caller = { role: 'director', by: 'document', from: 'row' };

interface Case {
  fact: string;
  caller: Caller;
  side?: 'callers' | 'calls';
  says?: string;
  others?: PortRule[];
  reasons?: Name[];
  problem?: string;
}

describe('who connects to a port is traced', () => {
  const NO_REASON = 'the vocabulary does not give this reason';
  const NO_CELL = 'no cell of its row says this, or the vocabulary does not quote it';
  const cases: Case[] = [
    { fact: 'to a reason of the vocabulary', caller: known },
    { fact: 'to no other reason', caller: { ...known, from: 'Well.' }, problem: NO_REASON },
    { fact: 'to no reason of another role', caller: { ...known, role: 'director' }, problem: NO_REASON },
    { fact: 'to a reason that the catalog has in Korean', caller: known, reasons: [], problem: NO_REASON },
    {
      fact: 'to a reason with the Korean of the vocabulary',
      caller: known,
      reasons: [{ ...REASON, ko: '왜냐하면.' }],
      problem: NO_REASON,
    },
    { fact: 'to words of its row', caller: quoted, says: 'Used  from directors.' },
    { fact: 'to words that its row has', caller: quoted, says: 'Used from clients.', problem: NO_CELL },
    {
      fact: 'to words that the vocabulary quotes',
      caller: { ...quoted, from: 'Used' },
      says: 'Used from directors.',
      problem: NO_CELL,
    },
    { fact: 'to a row that says what the vocabulary quotes', caller: byRow, others: [ruleOf({ id: 'row' })] },
    {
      fact: 'to no row of another product',
      caller: byRow,
      others: [ruleOf({ id: 'row', product: 'q' })],
      problem: 'this rule is of another product',
    },
    {
      fact: 'to no row that says something else',
      caller: { ...byRow, role: 'client' },
      others: [ruleOf({ id: 'row' })],
      problem: 'no cell of that row says what the vocabulary quotes',
    },
    { fact: 'to a flow from the role', caller: inFlow, others: [flowOf('flow', ['edge'], ['front'], 443)] },
    {
      fact: 'to a flow to the role',
      side: 'calls',
      caller: inFlow,
      others: [flowOf('flow', ['front'], ['edge'], 443)],
    },
    {
      fact: 'to no flow the other way',
      caller: inFlow,
      others: [flowOf('flow', ['front'], ['edge'], 443)],
      problem: 'this flow does not name the role',
    },
    {
      fact: 'to no flow to another port',
      caller: inFlow,
      others: [flowOf('flow', ['edge'], ['front'], 444)],
      problem: 'this flow is to other ports',
    },
  ];

  it.each(cases)('$fact', ({ caller, side = 'callers', says = '', others = [], reasons = [REASON], problem }) => {
    const found = findings(caller, side, says, others, reasons);
    const file = 'packages/catalog/data/ports.json';
    const finding = { file, record: 'asked', field: `${side}.${caller.role}`, text: caller.from, message: problem };
    expect(found).toEqual({ count: 1, findings: problem === undefined ? [] : [finding] });
  });
});
