import { strToU8, zipSync } from 'fflate';
import type { Plan } from '../plan.ts';
import { addressOf, firewallsOf, headOf, type Language } from './head.ts';
import { COLUMNS, type Column, cellsOf } from './report.ts';
import { escaped } from './svg.ts';

/** A cell: a text, or a text that leads to an address. */
type Cell = string | { readonly text: string; readonly link: string };

interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

const TITLES = {
  head: { en: 'About', ko: '정보' },
  unused: { en: 'Not used', ko: '사용하지 않음' },
  codes: { en: 'Codes', ko: '코드' },
  reason: { en: 'Reason', ko: '이유' },
} as const;

/**
 * The report as a workbook: a sheet for each firewall in the columns of the Planning Tool and more, one of the rows that
 * are not used, one of codes and the rows behind them. Loaded apart, since it brings a zip library.
 */
export function xlsx(plan: Plan, language: Language = 'en'): { name: string; bytes: Uint8Array }[] {
  const columns = Object.keys(COLUMNS) as Column[];
  const titles = columns.map((column) => COLUMNS[column][language]);
  const sheets: Sheet[] = [
    { name: TITLES.head[language], rows: headOf(plan, language).map((line) => [line]) },
    ...firewallsOf(plan).map((firewall) => ({
      name: firewall.replace('host:', ''),
      rows: [
        titles,
        ...plan.rules
          .filter((rule) => rule.firewall === firewall)
          .map((rule) => {
            const cells = cellsOf(rule, plan, language);
            return columns.map((column): Cell => {
              return column === 'link' ? { text: cells.link, link: cells.link } : cells[column];
            });
          }),
      ],
    })),
    {
      name: TITLES.unused[language],
      rows: [
        [COLUMNS.rules[language], TITLES.reason[language], COLUMNS.link[language]],
        ...plan.unused.map((row) => [row.id, row[language], linkTo(addressOf(row.id, plan))]),
      ],
    },
    {
      name: TITLES.codes[language],
      rows: [
        [COLUMNS.code[language], COLUMNS.rules[language], COLUMNS.link[language]],
        ...plan.rules.flatMap(({ code, why }) => why.map((id) => [code, id, linkTo(addressOf(id, plan))])),
      ],
    },
  ];
  return [{ name: 'rules.xlsx', bytes: workbook(sheets) }];
}

function linkTo(address: string): Cell {
  return { text: address, link: address };
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

function workbook(sheets: readonly Sheet[]): Uint8Array {
  const names = uniqueNames(sheets.map(({ name }) => name));
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `${XML}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${names.map((name, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${RELATIONS}">${sheets.map((_, i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    // Style 1 is a title, 2 a text that is never taken for a formula.
    'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
  sheets.forEach((sheet, i) => {
    files[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
    const links = linksOf(sheet);
    if (links.length > 0) {
      files[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] =
        `${XML}<Relationships xmlns="${RELATIONS}">${links.map(({ link }, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/hyperlink" Target="${escaped(link)}" TargetMode="External"/>`).join('')}</Relationships>`;
    }
  });
  const bytes = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]));
  // The same plan is the same file, whenever it is made.
  return zipSync(bytes, { mtime: new Date('1980-01-01T00:00:00'), level: 6 });
}

function sheetXml(sheet: Sheet): string {
  const rows = sheet.rows.map((cells, r) => {
    const style = r === 0 && sheet.rows.length > 1 ? 1 : 2;
    const each = cells.map((cell, c) => {
      const text = typeof cell === 'string' ? cell : cell.text;
      return `<c r="${reference(r, c)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
    });
    return `<row r="${r + 1}">${each.join('')}</row>`;
  });
  const links = linksOf(sheet).map(({ at }, n) => `<hyperlink ref="${at}" r:id="rId${n + 1}"/>`);
  const linked = links.length > 0 ? `<hyperlinks>${links.join('')}</hyperlinks>` : '';
  return `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rows.join('')}</sheetData>${linked}</worksheet>`;
}

function linksOf({ rows }: Sheet): { at: string; link: string }[] {
  return rows.flatMap((cells, r) =>
    cells.flatMap((cell, c) =>
      typeof cell === 'string' || !cell.link ? [] : [{ at: reference(r, c), link: cell.link }],
    ),
  );
}

/** `A1`; no sheet has more columns than there are letters. */
function reference(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

/** Names of sheets take 31 characters, and none twice. */
function uniqueNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let short = name.slice(0, 31);
    for (let n = 2; taken.has(short.toLowerCase()); n++) short = `${name.slice(0, 28)} ${n}`;
    taken.add(short.toLowerCase());
    return short;
  });
}
