import fc from 'fast-check';

export const KOREAN = '---\nms.contentlocale: ko-KR\n---\n';
/** The beginning of a page that has a name, so that its rows are in a snapshot. */
const NAMED = '---\nms.contentlocale: ko-KR\nmtps_version: v=OCS.15\n---\n# <a name="practice"></a>연습\n\n';

/** A pipe table, and one of HTML, with these headers and a row. */
export const pipes = (...headers: string[]) => `|${headers.join('|')}|\n|${headers.map(() => '---|').join('')}\n|1|\n`;
export const html = (...headers: string[]) =>
  `<table>\n<tr><th>${headers.join('</th><th>')}</th></tr>\n<tr><td>1</td></tr>\n</table>\n`;

const piece = fc.constantFrom(
  'Port',
  'Ports',
  'Po',
  'rt',
  'port',
  'Protocol',
  'Component',
  'Source',
  'IP',
  'Destination',
  'Server role',
  'sup',
  '포트',
  '포',
  '트',
  '프로토콜',
  '원본 IP',
  '서버 역할',
  '대상',
  '설명',
  'FQDN',
  'Name',
  'support',
  'TCP',
  'or',
  'UDP',
  'Cloud',
  'P',
  'To',
  'From',
  'Transport',
  '\uff34o',
  ' ',
  '\n',
  '\n\n',
  '\n    ',
  '\t',
  '|',
  '\n> ',
  '\n- ',
  '\\',
  '`',
  '*',
  '**',
  '_',
  '[',
  ']',
  '](x)',
  '![',
  '~~',
  '<b>',
  '</b>',
  '<span>',
  '</span>',
  '<span class="sxs-lookup">',
  '<span data-ttu-id="1">',
  '<br>',
  '<p>',
  '</p>',
  '<!--',
  '-->',
  '443',
  '<td title="',
  '<td title="|',
  '<td title="Port|">',
  '">',
  '<script>',
  '</script>',
  '<pre>',
  '</pre>',
  '<span hidden>',
  '<sup>',
  '<x>',
  '&nbsp;',
  '&#80;',
  '&amp;',
  '&',
  '&#x70;',
  '<',
  '>',
  '"',
  '\u00ad',
  '\u200b',
  '\u0301',
  's',
  '(s)',
  '/',
  '-',
  ':-|',
  '<table>',
  '</table>',
  '<tr>',
  '</tr>',
  '<td>',
  '<th colspan="2">',
  '<th rowspan="2">',
  '</td>',
  '<thead>',
  '</thead>',
  '<caption>',
  '<div>',
  '</div>',
  '```\n',
  '---\n',
  '\n|---|---|\n',
  '\n|:-:|\n',
  '<![CDATA[',
  ']]>',
  '1. ',
  '123456. ',
  '# ',
  '\n\n## x\n\n',
  '\n**Ports**\n\n',
  '\n\n\\* note\n\n',
  '† ',
  '<sup>1</sup> ',
  '<strong>',
  '</strong>',
  '<i>',
  '<li>',
  '</ul>',
  '<h2>',
  '<sipdomain>',
  '<a name="x"></a>',
  '<select>',
  '<textarea>',
  '<style>',
  '<!-- x -->',
  '===\n',
  '[x]: y\n',
  '[x]',
  '<https://x>',
  '<svg>',
  '<math>',
  '<a>',
  '<body>',
  '<template>',
  '\\<',
  '~~~\n',
);
const cell = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));
const inline = fc.oneof(
  cell.map((text) => text.replace(/[\n|]/g, '')),
  cell.map((text) => text.replace(/\n/g, '')),
);
const cells = (each: fc.Arbitrary<string>) => fc.array(each, { minLength: 1, maxLength: 3 });
const row = fc
  .record({ open: fc.constantFrom('<tr>', '', '<thead><tr>'), tag: fc.constantFrom('td', 'th'), cells: cells(cell) })
  .map(
    ({ open, tag, cells: texts }) =>
      open + texts.map((text) => `<${tag}>${text}</${tag}>`).join('') + (open && '</tr>'),
  );
const block = fc.oneof(
  cell,
  fc.constantFrom(
    `${pipes('A', 'B').repeat(1)}|2|\n|3|\n|4|5|\n`,
    `${pipes('Port', 'Protocol')}|2|3|\n|4|5|\n`,
    `${html('A', 'B').replace('</table>', '<tr><td>2</td></tr>\n<tr class="odd"><td><p>3</p></td></tr>\n</table>')}`,
    `${html('Port', 'Protocol').replace('</table>', '<tr><td>2</td></tr>\n<tr><td><p>3</p></td><td>4</td></tr>\n</table>')}`,
  ),
  cells(inline).chain((headers) =>
    cells(inline).map(
      (below) =>
        `${pipes(...headers)
          .split('\n')
          .slice(0, 2)
          .join('\n')}\n|${below.join('|')}|\n`,
    ),
  ),
  fc
    .record({
      before: fc.constantFrom('', '', 'x ', '- ', '> ', '<!-- x -->'),
      rows: fc.array(row, { maxLength: 3 }),
    })
    .map(({ before, rows }) => `${before}<table>\n${rows.join('\n')}\n</table>`),
);
/** What ends a pipe table, or may stand in front of a row of one; also in the middle of it. */
export const INTERRUPTIONS = [
  ...[
    '\n',
    ' \t\n',
    '<!-- x -->\n',
    '<!-- x -->',
    '<!--\n',
    '-->\n',
    '## x\n',
    '# ',
    '- ',
    '* x\n',
    '1. ',
    '12) ',
    '> ',
    '> > ',
  ],
  ...[
    '---\n',
    '***\n',
    '===\n',
    '    ',
    '\t',
    '```\n',
    '~~~\n',
    '<div>\n',
    '</div>\n',
    '<br>\n',
    'x\n',
    '\nx\n\n',
    '|---|---|\n',
  ],
  ...['|--x|\n', '[x]: y\n', '<table>', '</table>\n', '<p>', '\\', '`'],
];
/** A pipe table with any of these in front of any of its lines. */
const interrupted = fc
  .array(fc.tuple(fc.option(fc.constantFrom(...INTERRUPTIONS), { nil: '' }), cells(inline), fc.boolean()), {
    minLength: 1,
    maxLength: 5,
  })
  .map((lines) => {
    const rows = lines.map(([before, texts, edges]) => before + (edges ? `|${texts.join('|')}|` : texts.join('|')));
    return `${pipes('Port', 'Protocol')}${rows.join('\n')}\n`;
  });
/** Documents with tables that are odd in every way that a text can be. */
export const oddDocument = fc
  .tuple(
    fc.constantFrom(NAMED, NAMED, KOREAN, '', '---\ntitle: 演習\n---\n', '---\ntitle: x\n---\n# Übung\n'),
    fc.array(fc.oneof({ weight: 4, arbitrary: block }, interrupted), { minLength: 1, maxLength: 3 }),
  )
  .map(([matter, blocks]) => matter + blocks.join('\n\n'));
