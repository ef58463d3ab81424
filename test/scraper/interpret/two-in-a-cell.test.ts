import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPOSITE, PORTS } from '../../../scraper/src/interpret/grammars.ts';
import { readPorts } from '../../../scraper/src/interpret/ports.ts';
import { readProtocols } from '../../../scraper/src/interpret/protocols.ts';
import { readRoleName } from '../../../scraper/src/interpret/roles.ts';
import { readService } from '../../../scraper/src/interpret/services.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/**
 * Two things in one cell, whatever stands between and around them: both are read, or the cell is reported. What grammars
 * take for a remark, a clause or prose must not hold the second.
 */

const MARKS = [', ', '; ', '/', ' / ', ' & ', ' + ', ' - ', ' – ', '-', ': ', '. ', '..', ' (', ' [', ' | ', '\n'];
const WORDS = [
  'and',
  'or',
  'plus',
  'then',
  'also',
  'but also',
  'to',
  'via',
  'with',
  'over',
  'from',
  'for',
  'not',
  'without',
];
const MORE = [
  'only,',
  'optional,',
  'including',
  'such as',
  'instead of',
  'except',
  'replaced by',
  'formerly',
  '(and',
  '(not',
];
const joint = fc.constantFrom(...MARKS, ...[...WORDS, ...MORE].map((word) => ` ${word} `));
const before = fc.constantFrom('', '', '', 'the ', 'only ', 'optional ', 'from ', 'not ', '(');
const behind = fc.constantFrom('', '', '', ' only', ' (optional)', ' (default)', ')', '*', ' and above', ' traffic');

/** Texts with two different ones of these, and those two. */
function textsOf<Thing>(things: readonly Thing[], written: (thing: Thing) => string) {
  return fc
    .tuple(before, fc.shuffledSubarray([...things], { minLength: 2, maxLength: 2 }), behind, joint, before, behind)
    .map(([start, [first, second], clause, joined, inFront, end]) => {
      const [a, b] = [first as Thing, second as Thing];
      return { text: `${start}${written(a)}${clause}${joined}${inFront}${written(b)}${end}`, both: [a, b] };
    });
}

const RUNS = { numRuns: 1000 };

describe('two in one cell', () => {
  it('ports', () => {
    const cells = textsOf(['443', '80', '5061', '3478', '50000', '59999', '8080', '135'], (port) => port);
    fc.assert(
      fc.property(cells, ({ text, both }) => {
        const read = PORTS.read(text, { vocabulary });
        if (!read.ok) return;
        const ends = read.value.flatMap(({ ports }) => ports.ranges.flatMap(({ from, to }) => [from, to]));
        expect([text, ends]).toEqual([text, expect.arrayContaining(both.map(Number))]);
      }),
      RUNS,
    );
  });

  it('ports with their transports', () => {
    const ports = ['443/TCP', 'TCP 5061', 'UDP/3478', '8080 (TCP)', 'TLS/TCP/444', '135'];
    fc.assert(
      fc.property(
        textsOf(ports, (port) => port),
        ({ text, both }) => {
          const read = COMPOSITE.read(text, { vocabulary });
          const set = read.ok && read.value.ports !== null ? readPorts(read.value.ports) : null;
          if (set?.ok !== true) return;
          const ends = set.value.ranges.flatMap(({ from, to }) => [from, to]);
          expect([text, ends]).toEqual([
            text,
            expect.arrayContaining(both.map((each) => Number(/\d+/.exec(each)?.[0]))),
          ]);
        },
      ),
      RUNS,
    );
  });

  it('transports and protocols', () => {
    const { protocols } = vocabulary.entries;
    const terms = [{ id: 'tcp', label: 'TCP' }, { id: 'udp', label: 'UDP' }, ...protocols];
    fc.assert(
      fc.property(
        textsOf(terms, ({ label }) => label),
        ({ text, both }) => {
          // "from SIP clients" says whose connections these are.
          if (/\b(?:from|to|for)\b/.test(text)) return;
          const read = readProtocols(text, vocabulary);
          if (!read.ok) return;
          const named: string[] = [...read.value.transports, ...read.value.protocols];
          expect([text, named]).toEqual([text, expect.arrayContaining(both.map(({ id }) => id))]);
        },
      ),
      RUNS,
    );
  });

  it.each([
    ['roles', vocabulary.entries.roles.filter(({ base }) => base === undefined), readRoleName],
    ['services', vocabulary.entries.services, readService],
  ] as const)('%s: a row has one', (_, entries, grammar) => {
    const names: readonly { id: string; name: { en: string } }[] = entries;
    const known = new Map(names.map(({ id, name }) => [id, name.en]));
    fc.assert(
      fc.property(
        textsOf(names, ({ name }) => name.en),
        ({ text, both }) => {
          const read = grammar(text, vocabulary);
          // The name of one may hold that of the other: "Edge Server - A/V Edge service" is one of its own.
          const [a = '', b = ''] = both.map(({ id }) => known.get(id));
          if (read.ok && read.value !== null && !a.includes(b) && !b.includes(a) && !/^Edge Server\b/.test(text)) {
            expect(text).toBe('reported');
          }
        },
      ),
      RUNS,
    );
  });
});
