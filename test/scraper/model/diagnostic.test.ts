import { describe, expect, it } from 'vitest';
import { diagnostic, formatDiagnostic, hasErrors } from '../../../scraper/src/model/diagnostic.ts';

describe('a diagnostic is printed as a compiler does it', () => {
  it.each([
    [{}, 'a.md: error: is wrong [unknown-port]'],
    [{ table: 2 }, 'a.md: table 2: error: is wrong [unknown-port]'],
    [{ table: 2, row: 0 }, 'a.md: table 2, header row: error: is wrong [unknown-port]'],
    [{ table: 2, row: 5, column: '포트' }, 'a.md: table 2, row 5, column "포트": error: is wrong [unknown-port]'],
    [
      { table: 2, row: 5, column: '포트', text: '0' },
      'a.md: table 2, row 5, column "포트": error: is wrong: "0" [unknown-port]',
    ],
    [{ text: '' }, 'a.md: error: is wrong: "" [unknown-port]'],
    [{ text: 'a "b" \\' }, 'a.md: error: is wrong: "a \\"b\\" \\\\" [unknown-port]'],
  ])('with the place %j', (place, line) => {
    expect(formatDiagnostic(diagnostic('error', 'unknown-port', 'is wrong', 'a.md', place))).toBe(line);
  });

  it.each([
    ['an escape', '\u001b', '\\u001b'],
    ['a bell', '\u0007', '\\u0007'],
    ['a line break', '\n', '\\n', '\\u000a'],
    ['a delete', '\u007f', '\\u007f'],
    ['a C1 control', '\u009b', '\\u009b'],
    ['an Arabic letter mark', '\u061c', '\\u061c'],
    ['a zero-width space', '\u200b', '\\u200b'],
    ['a right-to-left mark', '\u200f', '\\u200f'],
    ['a line separator', '\u2028', '\\u2028'],
    ['a right-to-left override', '\u202e', '\\u202e'],
    ['an isolate', '\u2066', '\\u2066'],
    ['a byte order mark', '\ufeff', '\\ufeff'],
  ])('with %s escaped, wherever it stands', (_, character, escaped, plain = escaped) => {
    const text = `x${character}y`;
    const line = formatDiagnostic(
      diagnostic('error', 'unknown-port', text, text, { table: 1, row: 1, column: text, text }),
    );
    expect(line).toBe(
      `x${plain}y: table 1, row 1, column "x${escaped}y": error: x${plain}y: "x${escaped}y" [unknown-port]`,
    );
  });

  it('with Korean and emoji as they are', () => {
    expect(formatDiagnostic(diagnostic('note', 'unknown-port', '에지 ✂', '문서.md'))).toBe(
      '문서.md: note: 에지 ✂ [unknown-port]',
    );
  });
});

describe('a run', () => {
  it.each([
    [['error', 'warning'], true],
    [['warning', 'note'], false],
    [[], false],
  ] as const)('with %j must end: %s', (severities, ends) => {
    expect(hasErrors(severities.map((severity) => diagnostic(severity, 'unknown-port', 'x', 'a.md')))).toBe(ends);
  });
});
