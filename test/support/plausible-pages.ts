import fc from 'fast-check';
import { html, INTERRUPTIONS, KOREAN, pipes } from './odd-documents.ts';

/** A sentence as bilingual pages have it. */
const pair = (korean: string, english: string) =>
  `<span data-ttu-id="a1-101">${korean}</span><span class="sxs-lookup"><span data-stu-id="a1-101">${english}</span></span>`;

const text = fc.constantFrom(
  ...[
    '포트를 엽니다.',
    'Open the port.',
    '**Ports**',
    '**포트** 표',
    '*기울임*',
    '__굵게__',
    '** x**',
    '[링크](a.md) 뒤',
  ],
  ...[
    '\\* 구성',
    '\\*구성할 수 있습니다.',
    '<sup>1</sup> 각주',
    '² note',
    '† note',
    '`* code`',
    '![그림](a.png)',
    '[!NOTE]',
  ],
  ...[
    '&#42; 각주',
    '<a name="x"></a>표',
    '<strong>표</strong>',
    '<b>표</b> 뒤',
    'a<br/>b',
    'x < 5',
    '\\<domain\\> 뒤',
    '<span hidden>x</span>',
  ],
  ...[
    pair('포트', 'Ports'),
    pair('**포트**', '**Ports**'),
    pair('\\* 구성', '\\* Configurable'),
    pair('구성', '\\* x'),
  ],
  ...[
    `${pair('하나', 'One.')}${pair('둘', 'Two.')}`,
    '<span class="sxs-lookup"><span data-stu-id="1">† x</span></span>',
  ],
  ...['<b>표', '표</b>', '<i>x</i> <b>y</b>', '443*', '`<b>`', '', '<p>표</p>', '<!-- x -->표', '1024-65535 \\*'],
);
const cell = fc.tuple(text, text).map(([a, b]) => `${a} ${b}`.replaceAll('|', ''));
const row = fc.array(cell, { minLength: 1, maxLength: 3 });
const table = fc.tuple(row, fc.array(row, { maxLength: 3 }), fc.boolean()).map(([header, rows, isHtml]) => {
  const tr = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((each) => `<${tag}>${each}</${tag}>`).join('')}</tr>`;
  if (isHtml)
    return `<table>\n<thead>\n${tr(header, 'th')}\n</thead>\n${rows.map((each) => tr(each, 'td')).join('\n\n')}\n</table>`;
  const line = (cells: readonly string[]) => `|${cells.join('|')}|`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
});
const interrupted = fc
  .tuple(fc.array(row, { minLength: 1, maxLength: 3 }), fc.constantFrom(...INTERRUPTIONS))
  .map(([rows, by]) => `${pipes('포트', '프로토콜')}${by}${rows.map((cells) => `|${cells.join('|')}|`).join('\n')}`);
const block = fc.oneof(
  text,
  interrupted,
  fc.tuple(text, text).map((lines) => lines.join('\n')),
  text.map((line) => `## ${line}`),
  table,
  fc.constantFrom(pipes('포트', '프로토콜'), html('Port', 'Protocol')),
  fc.array(text, { minLength: 1, maxLength: 3 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(text, { minLength: 1, maxLength: 2 })
    .map((items) => items.map((item) => `1. ${item}\n\n   ${item}`).join('\n')),
  fc.tuple(text, text).map((lines) => lines.map((line) => `> ${line}`).join('\n')),
  text.map((line) => `\`\`\`\n${line}\n\`\`\``),
  text.map((line) => `    ${line}`),
  fc.constantFrom(
    '<div data-xmlns="x">',
    '</div>',
    '<div>\n\n<div>',
    '</div>\n\n</div>',
    '<p>',
    '<ul>\n<li>',
    '<br/>',
    '---',
  ),
  fc.constantFrom(
    '<details>\n<summary>x</summary>',
    '</details>',
    '<span>',
    '</span>',
    '<strong>',
    '</strong>',
    '<dl><dt>',
  ),
);

/** Pages as they are published, wrapped in elements, with captions, footnotes and lists around their tables. */
export const plausiblePage = fc
  .array(block, { minLength: 1, maxLength: 9 })
  .map((blocks) => `${KOREAN}# <a name="practice"></a>연습\n\n${blocks.join('\n\n')}\n`);
