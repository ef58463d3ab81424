import { cellsOf } from '../../scraper/src/parse/pipe-table.ts';
import { INTERRUPTIONS } from './odd-documents.ts';

/** A change of the structure of one table of a page. */
export interface StructureChange {
  how: string;
  /** The page as it was, and as it is. */
  from: string;
  text: string;
}

/** A pipe table of a page: the line of its header, and the line after its last row. */
interface Place {
  header: number;
  end: number;
}

type Random = (below: number) => number;

/**
 * Changes of the structure of each pipe table of a page, one at a time and each at a random row: everything that may
 * interrupt it, cells that span, columns that changed places or are there twice, and delimiter rows that are none. None
 * takes the text of a row away.
 */
export function* structureChanges(text: string, random: Random): Generator<StructureChange> {
  const lines = text.split('\n');
  for (const { header, end } of placesIn(lines)) {
    const first = header + 2;
    const row = () => first + random(end - first);
    const here = `the table in line ${header + 1}`;
    const withLines = (at: number, ...instead: string[]) => lines.toSpliced(at, 1, ...instead).join('\n');
    for (const by of INTERRUPTIONS) {
      // A backslash is a character of the first cell.
      if (by === '\\') continue;
      const at = row();
      yield {
        how: `${JSON.stringify(by)} in front of line ${at + 1}`,
        from: text,
        text: withLines(at, `${by}${lines[at]}`),
      };
    }
    for (const delimiter of [
      '',
      'x',
      `|${'---|'.repeat(9)}`,
      '|---|',
      (lines[header + 1] ?? '').replace('--', '-x-'),
    ]) {
      yield {
        how: `${JSON.stringify(delimiter)} below the header of ${here}`,
        from: text,
        text: withLines(header + 1, delimiter),
      };
    }
    const rows = [header, ...lines.keys().filter((at) => at >= first && at < end)].map((at) =>
      cellsOf(lines[at] ?? ''),
    );
    const width = rows[0]?.length ?? 0;
    const [from, to] = [random(width), random(width)];
    const asPipes = (cells: readonly string[][]) => {
      const [head = [], ...body] = cells.map((each) => each.map((cell) => cell.replaceAll('|', '\\|')));
      const table = [head, head.map(() => '---'), ...body].map((each) => `|${each.join('|')}|`);
      return lines.toSpliced(header, end - header, ...table).join('\n');
    };
    const swapped = rows.map((cells) => cells.with(from, cells[to] ?? '').with(to, cells[from] ?? ''));
    yield { how: `columns ${from} and ${to} of ${here} swapped`, from: text, text: asPipes(swapped) };
    const doubled = rows.map((cells) => cells.toSpliced(to, 0, cells[from] ?? ''));
    yield { how: `column ${from} of ${here} doubled`, from: text, text: asPipes(doubled) };
    // As HTML, so that no cell is read as markdown any more.
    const asHtml = (span: string, at: number, column: number) => {
      const html = rows.map((cells, index) => {
        const tag = index === 0 ? 'th' : 'td';
        const written = cells.map((cell, place) => {
          return `<${tag}${index === at && place === column ? ` ${span}` : ''}>${cell}</${tag}>`;
        });
        return `<tr>${written.join('')}</tr>`;
      });
      return lines.toSpliced(header, end - header, `\n<table>${html.join('\n')}</table>\n`).join('\n');
    };
    for (const span of ['rowspan="2"', 'rowspan="0"', 'rowspan="99"', 'colspan="2"', 'colspan="0"', 'colspan="2000"']) {
      const [at, column] = [1 + random(rows.length - 1), random(width)];
      yield { how: `${span} in row ${at} of ${here}`, from: asHtml('', at, column), text: asHtml(span, at, column) };
    }
  }
}

function placesIn(lines: readonly string[]): Place[] {
  return lines.flatMap((line, at): Place[] => {
    if (at === 0 || !/^\|?[ :|-]*--[ :|-]*$/.test(line) || !line.includes('|') || !lines[at - 1]?.includes('|'))
      return [];
    const blank = lines.findIndex((each, below) => below > at && !each.includes('|'));
    const end = blank < 0 ? lines.length : blank;
    return end > at + 1 ? [{ header: at - 1, end }] : [];
  });
}

/** Numbers that look random and are the same in each run. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
