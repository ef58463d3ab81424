import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt, patternOf, stretches } from '../../site/src/scripts/search/mark.ts';

function marked(text: string, query: string): string[] {
  return stretches(text, patternOf(query)).filter((_, at) => at % 2 === 1);
}

describe('what a query marks in a text', () => {
  it.each([
    { query: '5061', text: 'SIP 5061, 15061', marks: ['5061'], fact: 'a number where it begins' },
    { query: '50000', text: '50,000-59,999', marks: ['50,000'], fact: 'a number with a separator' },
    { query: '50,000-59,999', text: '50,000-59,999', marks: ['50,000-59,999'], fact: 'a range as printed' },
    { query: '에지서버', text: '에 지 서버', marks: ['에 지 서버'], fact: 'letters with spaces between them' },
    {
      query: 'EDGE sip',
      text: 'A/V Edge, SIP',
      marks: ['Edge', 'SIP'],
      fact: 'each word, in small letters or capitals',
    },
    { query: 'a/v', text: 'A/V Edge', marks: ['A/V'], fact: 'a word with a sign in it' },
    { query: 'ip', text: 'SIP IP', marks: ['IP'], fact: 'two letters only where a word begins' },
    { query: '', text: 'SIP', marks: [], fact: 'nothing' },
    { query: '"5061" (tcp)', text: 'TCP 5061', marks: ['TCP', '5061'], fact: 'words without the marks around them' },
    { query: 'NET.TCP', text: 'NETXTCP NET.TCP', marks: ['NET.TCP'], fact: 'a dot as a dot' },
  ])('$query: $fact', ({ query, text, marks }) => {
    expect(marked(text, query)).toEqual(marks);
  });

  it('whatever is typed, the stretches are the text', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'\\^$.*+?()[]{}|/-&~#%!=<>:,;"\'` a5에') });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string({ unit: 'grapheme' })), fc.string({ unit: 'grapheme' }), (query, text) => {
        expect(stretches(text + query, patternOf(query)).join('')).toBe(text + query);
      }),
    );
  });
});

describe('the part of a text that is shown', () => {
  const long = `${'before '.repeat(20)}the term ${'after '.repeat(30)}`.trim();

  it('has the term, with a little around it, cut between words', () => {
    const part = excerpt(['nothing', long], patternOf('term'));
    expect(part).toMatch(/^… (before )+the term (after )+…$/);
    expect(part?.length).toBeLessThan(150);
  });

  it('is all of a short text, and nothing where the term is in none', () => {
    expect(excerpt(['a term  here'], patternOf('term'))).toBe('a term here');
    expect(excerpt(['nothing'], patternOf('term'))).toBeNull();
  });
});
