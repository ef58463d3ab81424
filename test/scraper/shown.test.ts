import { describe, expect, it } from 'vitest';
import { placeTables } from '../../scraper/src/assemble/tables.ts';
import { readTable } from '../../scraper/src/interpret/table.ts';
import { documentOf } from '../support/rows.ts';
import { takeText } from '../support/take.ts';
import { vocabulary } from '../support/vocabulary.ts';

/** A page whose tables are read: facts in short, what is said of them, and the cells as the snapshot has them. */
function readPage(body: string, locale = 'en-US') {
  const front = `---\ntitle: Ports\nmtps_version: v=OCS.15\nms.assetid: a\nms.contentlocale: ${locale}\n---\n# Ports\n\n`;
  const { snapshot, diagnostics } = takeText(`${front}${body}\n`);
  const readings = (snapshot?.tables ?? []).map((table) => readTable(table, documentOf({ locale }), vocabulary));
  const said = [...diagnostics, ...readings.flatMap((reading) => reading.diagnostics)];
  return {
    facts: readings
      .flatMap(({ rows }) => rows.flatMap(({ facts }) => facts))
      .map(({ role, transports, ports }) => {
        const ranges = (ports?.ranges ?? []).map(({ from, to }) => (from === to ? from : `${from}-${to}`));
        return [role, ...transports, ...ranges, ...(ports?.any ? ['any'] : [])].join(' ');
      }),
    said: said.filter(({ severity }) => severity !== 'note').map(({ severity, code }) => `${severity} ${code}`),
    cells: (snapshot?.tables ?? []).map(({ rows }) =>
      rows.map((row) => row.map((cell) => cell.map(({ text, en }) => en ?? text).join(' / '))),
    ),
    snapshot,
  };
}

const HEAD = '<tr><th>Server role</th><th>Port</th><th>Protocol</th></tr>';
const html = (cell: string, role = 'Directors', protocol = 'TCP') =>
  `<table>\n${HEAD}\n<tr><td>${role}</td><td>${cell}</td><td>${protocol}</td></tr>\n</table>`;
const pipe = (cell: string, role = 'Directors', protocol = 'TCP') =>
  `|Server role|Port|Protocol|\n|---|---|---|\n|${role}|${cell}|${protocol}|`;

describe('a cell that looks otherwise than it is written', () => {
  it.each([
    // Hidden.
    ['443<span style="display:none">1</span>', '443⟦hidden⟧1⟦/hidden⟧'],
    ['<span style="visibility: hidden">8</span>443', '⟦hidden⟧8⟦/hidden⟧443'],
    ['443<b hidden>, 80</b>', '443⟦hidden⟧, 80⟦/hidden⟧'],
    ['443<i style="opacity:0">1</i>', '443⟦hidden⟧1⟦/hidden⟧'],
    ['443<i style="font-size: 0px !important">1</i>', '443⟦i style="font-size: 0px !important"⟧1⟦/i⟧'],
    ['443<i style="content-visibility: hidden">1</i>', '443⟦hidden⟧1⟦/hidden⟧'],
    ['443<i style="content-visibility: auto">1</i>', '443⟦i style="content-visibility: auto"⟧1⟦/i⟧'],
    ['443<i style="vertical-align: calc(1px)">1</i>', '443⟦i style="vertical-align: calc(1px)"⟧1⟦/i⟧'],
    ['443<i style="color: red; color: blue">1</i>', '443⟦i style="color: red; color: blue"⟧1⟦/i⟧'],
    ['443<i style="color: red; background: red">1</i>', '443⟦i style="color: red; background: red"⟧1⟦/i⟧'],
    ['443<i hidden style="display: inline">1</i>', '443⟦hidden⟧1⟦/hidden⟧'],
    ['443<i style="color: #ffff">1</i>', '443⟦i style="color: #ffff"⟧1⟦/i⟧'],
    ['443<i style="color: rgb(250, 250, 250)">1</i>', '443⟦i style="color: rgb(250, 250, 250)"⟧1⟦/i⟧'],
    ['443<i style="margin-left: -9em">1</i>', '443⟦i style="margin-left: -9em"⟧1⟦/i⟧'],
    ['443<i style="width: 0">1</i>', '443⟦i style="width: 0"⟧1⟦/i⟧'],
    ['443<i style="visible">1</i>', '443⟦i style="visible"⟧1⟦/i⟧'],
    ['443<i hidden><template>2</template>1</i>', '443⟦hidden⟧1⟦/hidden⟧'],
    ['443<i hidden>1<br>2</i>', '443⟦hidden⟧1 2⟦/hidden⟧'],
    ['443<i hidden>1<!-- 2 -->3</i>', '443⟦hidden⟧13⟦/hidden⟧'],
    ['443<i style="color: red; ; position: fixed">1</i>', '443⟦i style="color: red; ; position: fixed"⟧1⟦/i⟧'],
    ['443<canvas>1</canvas>', '443⟦hidden⟧1⟦/hidden⟧'],
    ['443<video>80</video>', '443⟦hidden⟧80⟦/hidden⟧'],
    ['443<iframe>1</iframe>', '443⟦hidden⟧1⟦/hidden⟧'],
    ['443<object>1</object>', '443⟦object⟧1⟦/object⟧'],
    ['443<span hidden><p>1</p><b style="color: red">2</b><svg></svg></span>', '443⟦hidden⟧1 2⟦svg⟧⟦/svg⟧⟦/hidden⟧'],
    // In places and colours that only a browser can tell.
    [
      '443<span style="position:absolute;left:-9999px">1</span>',
      '443⟦span style="position:absolute;left:-9999px"⟧1⟦/span⟧',
    ],
    ['443<span style="color: #FFF">1</span>', '443⟦span style="color: #FFF"⟧1⟦/span⟧'],
    ['443<span class="sr-only">1</span>', '443⟦span class="sr-only"⟧1⟦/span⟧'],
    ['443<span style="dis/**/play:none">1</span>', '443⟦span style="dis/**/play:none"⟧1⟦/span⟧'],
    // Raised, and no mark.
    ['443<sup>-444</sup>', '443⟦sup⟧-444⟦/sup⟧'],
    ['443<sub>a</sub>', '443⟦sub⟧a⟦/sub⟧'],
    ['443<sup style="display: flex">1</sup>', '443⟦sup style="display: flex"⟧1⟦/sup⟧'],
    ['<math><msup><mn>443</mn><mn>1</mn></msup></math>', '⟦math⟧⟦mn⟧443⟦/mn⟧⟦mn⟧1⟦/mn⟧⟦/math⟧'],
    ['443<a href="#n">1</a>', '443⟦a href="#n"⟧1⟦/a⟧'],
    ['44<b>3</b>', '44⟦b⟧3⟦/b⟧'],
    ['49 <small>152</small>', '49 ⟦small⟧152⟦/small⟧'],
    ['49<small> 152</small>', '49⟦small⟧ 152⟦/small⟧'],
    ['5<i>,061</i>', '5⟦i⟧,061⟦/i⟧'],
    // Reversed.
    ['<bdo dir="rtl">344</bdo>', '⟦bdo dir="rtl"⟧344⟦/bdo⟧'],
    ['<span dir=rtl>344</span>', '⟦span dir="rtl"⟧344⟦/span⟧'],
    ['\u202e344\u202c', '⟦U+202E⟧344⟦U+202C⟧'],
    ['&#x2067;344', '⟦U+2067⟧344'],
    ['44\u00ad3', '44⟦U+00AD⟧3'],
    ['443\u001b[31m', '443⟦U+001B⟧[31m'],
    // No text.
    ['<input>', '⟦input⟧⟦/input⟧'],
    ['443 <img alt="80">', '443 ⟦img⟧⟦/img⟧'],
    ['<select><option>443</option></select>', '⟦select⟧ / ⟦option⟧443⟦/option⟧ / ⟦/select⟧'],
    ['443<template shadowrootmode="open">1</template>', '443⟦template⟧'],
    // The page's own brackets.
    ['443⟦hidden⟧', '443⟦U+27E6⟧hidden⟦U+27E7⟧'],
  ])('is reported, and the snapshot shows it: %s', (cell, shown) => {
    const { facts, said, cells } = readPage(html(cell));
    expect([facts, said, cells[0]?.[0]?.[1]]).toEqual([[], ['error not-as-shown'], shown]);
  });

  it.each([
    ['443<sup>1</sup>', '443¹'],
    ['443<sup>1,2</sup>', '443¹,²'],
    ['443<sup>1; 2</sup>', '443¹,²'],
    ['443<sup>[1]</sup>', '443¹'],
    ['443<sup>１</sup>', '443¹'],
    ['443<sup>\u200b1\u2060</sup>', '443¹'],
    ['443<sub>2</sub>', '443₂'],
    ['443<sup>*</sup>', '443*'],
    ['443<sup></sup>', '443'],
    ['443<span style="vertical-align: super">1</span>', '443¹'],
    ['443<span style="font-size: 60%; vertical-align: 4px">1</span>', '443¹'],
    ['443<span class="footnote">1</span>', '443¹'],
    ['<ruby>443<rp>(</rp><rt>1</rt><rp>)</rp></ruby>', '443¹'],
  ])('is no digit where it is a mark: %s', (cell, shown) => {
    const { facts, said, cells } = readPage(html(cell));
    expect([facts, said, cells[0]?.[0]?.[1]]).toEqual([['director tcp 443'], [], shown]);
  });

  it('keeps a mark inside of a composite apart from its digits', () => {
    const body =
      '|Role/Protocol/TCP or UDP/Port|Source IP address|Destination IP address|\n|---|---|---|\n|XMPP/TCP/52<sup>1</sup>69|Any|Any|';
    expect(readPage(body).facts).toEqual([]);
  });

  it.each([
    '<span aria-hidden="true">443</span>',
    '<span style="color: red; font-weight: bold; font-size: 90%">443</span>',
    '<span style="color:#333;background-color:#eee">443</span>',
    '443<!-- 1 -->',
    '<p style="text-align: left; margin: 0; display: block">443</p>',
    '<a href="x">443</a>',
    '<pre>443\n</pre>',
    '<span style="vertical-align: middle; text-decoration: underline; content-visibility: visible">443</span>',
    '<font color="#112233">443</font>',
    '443<script></script>',
    '443<wbr>',
    '443<span hidden></span>',
    '<span dir="ltr" style="direction: ltr; unicode-bidi: normal; white-space: nowrap; opacity: 1">443</span>',
    '<font color="rgb(10, 20, 30)">443</font>',
    '４４３',
  ])('is read where it looks as it is written: %s', (cell) => {
    expect(readPage(html(cell)).facts).toEqual(['director tcp 443']);
  });

  it.each([
    ['role', html('443', '<span hidden>Front End Server</span>Directors'), 'error not-as-shown'],
    ['protocol', html('443', 'Directors', 'UDP<span style="display:none">TCP</span>'), 'error not-as-shown'],
    ['a whole cell', html('<span hidden>443</span>'), 'error not-as-shown'],
    ['attribute of the cell', html('443').replace('<td>443', '<td hidden>443'), 'error not-as-shown'],
    ['in a pipe table', pipe('443<span hidden>1</span>'), 'error not-as-shown'],
    ['a row', html('443').replace('<tr><td>', '<tr style="display: none"><td>'), 'warning withdrawn'],
    ['a section', html('443').replace('<tr><td>', '<tbody hidden><tr><td>'), 'warning withdrawn'],
    [
      'a row with a cell that shows',
      html('<b style="visibility: visible">443</b>').replace('<tr><td>', '<tr style="visibility: hidden"><td>'),
      'error not-as-shown,error not-as-shown,error not-as-shown',
    ],
    [
      'a column',
      html('443').replace('<tr><th>', '<colgroup><col><col style="visibility: collapse"></colgroup><tr><th>'),
      'error not-as-shown,error unread-row',
    ],
    [
      'a header',
      html('443').replace('<th>Port', '<th>Port<span hidden>s</span>'),
      'error not-as-shown,error unread-row',
    ],
    ['a whole table', html('443').replace('<table>', '<table hidden>'), 'warning unseen-table,error no-port-table'],
    [
      'around a table',
      `<div style="display:none">\n\n${pipe('443')}\n\n</div>`,
      'warning unseen-table,error no-port-table',
    ],
    [
      'a table of other things',
      `<table hidden><tr><th>Colour</th></tr><tr><td>Red</td></tr></table>`,
      'error no-port-table',
    ],
    ['a caption', `**Ports <span hidden>not</span> to open**\n\n${pipe('443')}`, 'error not-as-shown,error unread-row'],
    [
      'a footnote',
      `${pipe('443 \\*')}\n\n\\* You can <span hidden>not</span> configure it.`,
      'error not-as-shown,error unread-row',
    ],
    ['a heading', `## Ports <bdo dir="rtl">nepo ot</bdo>\n\n${pipe('443')}`, 'error not-as-shown,error unread-row'],
    [
      'closed details',
      `<details><summary>More</summary>\n\n${pipe('443')}\n\n</details>`,
      'error not-as-shown,error unread-row',
    ],
  ])('is told wherever it stands: %s', (_, body, expected) => {
    const { facts, said } = readPage(body);
    expect([facts, [...new Set(said)].join() || said]).toEqual([[], [...new Set(expected.split(','))].join()]);
  });

  it('heads no table where it cannot be seen', () => {
    const { snapshot } = readPage(`<h2 hidden>Ports to block</h2>\n\n<p hidden>* x</p>\n\n${pipe('443')}`);
    expect(snapshot?.tables[0]?.headings.length).toBe(1);
  });

  it('is told of a row inside of what is struck out, and of a cell inside of a row', () => {
    const struck = html('<b hidden>443</b>').replace(
      '<tr><td>',
      '<tr style="text-decoration: line-through"><td dir="rtl">',
    );
    expect(readPage(struck).said).toEqual(['error not-as-shown', 'error not-as-shown']);
    const hidden = html('443').replace('<tr><td>', '<tr hidden><td style="text-decoration: line-through">');
    expect(readPage(hidden).said).toEqual(['warning withdrawn']);
    const odd = html('443').replace('<tr><td>', '<tr dir="rtl"><td hidden>');
    expect(readPage(odd).facts).toEqual([]);
  });

  it('lets a table in a cell have cells of its own', () => {
    const { cells } = readPage(html('443', 'Directors', 'TCP<table><tr><td>a</td><td>b</td></tr></table>'));
    expect(cells[0]?.[0]?.[2]).toBe('TCP / a b');
  });

  it('leaves the other language out of what is hidden or raised', () => {
    const inner = '<span data-ttu-id="1">일</span><span class="sxs-lookup"><span data-stu-id="1">1</span></span>';
    const { snapshot } = readPage(html(`443<b hidden>${inner}</b><sup>${inner}</sup>`), 'ko-KR');
    expect(snapshot?.tables[0]?.rows[0]?.[1]).toEqual([
      { text: '443⟦hidden⟧일⟦/hidden⟧⟦sup⟧일 ⟦/sup⟧', en: '443⟦hidden⟧1⟦/hidden⟧¹' },
    ]);
  });

  it('is read in open details', () => {
    expect(readPage(`<details open>\n\n${pipe('443')}\n\n</details>`).facts).toEqual(['director tcp 443']);
  });

  it('is told in either language of a cell', () => {
    const line = (korean: string, english: string) =>
      `<span data-ttu-id="1">${korean}</span><span class="sxs-lookup"><span data-stu-id="1">${english}</span></span>`;
    for (const cell of [line('443<sub>a</sub>', '443'), line('443', '443<b hidden>1</b>'), line('443', '<s>443</s>')]) {
      const { facts, said } = readPage(html(cell), 'ko-KR');
      expect([facts, said.length]).toEqual([[], 1]);
    }
    expect(readPage(html(line('443<sup>1</sup>', '443<sup>1</sup>')), 'ko-KR').facts).toEqual(['director tcp 443']);
  });
});

describe('what is struck out', () => {
  it.each([
    '<span style="text-decoration: line-through red">443</span>',
    '<span style="text-decoration-line: underline line-through">443</span>',
    '<span style="color:red;TEXT-DECORATION: LINE-THROUGH !important">443</span>',
    '<b><s>443</s></b>',
    '~~443~~',
  ])('is withdrawn: %s', (cell) => {
    const { facts, said } = readPage(html(cell));
    expect([facts, said]).toEqual([[], ['warning withdrawn']]);
  });

  it.each([
    ['<del>80</del>, 443', 'director tcp 443'],
    ['443 and ~~80~~', 'director tcp 443'],
    ['443<s>, 80</s>', 'director tcp 443'],
    ['<s>80</s><s>/81</s> 443', 'director tcp 443'],
    ['80, <s>81</s>; 443', 'director tcp 80 443'],
    ['443~~', ''],
  ])('leaves the rest: %s', (cell, stated) => {
    expect(readPage(html(cell)).facts.join()).toBe(stated);
  });

  it.each([
    '4<s>4</s>3',
    '<s>4</s>43',
    '44<s>3</s>',
    '<s>50,000-</s>59,999',
    '50,000<s>-59,999</s>',
    '5<s>,061</s>',
    '<s>5,</s>061',
    '49 <s>and</s> 152',
  ])('is reported where it is half a number: %s', (cell) => {
    const { facts, said } = readPage(html(cell));
    expect([facts, said]).toEqual([[], ['error partly-struck']]);
  });

  it('may be half a number in a note', () => {
    const body = '|Server role|Port|Protocol|Notes|\n|---|---|---|---|\n|Directors|443|TCP|Of 20~~13~~ servers|';
    expect(readPage(body).said).toEqual([]);
  });

  it('is in no name', () => {
    const { snapshot } = readPage(`## ~~Old~~ Edge ports\n\n${pipe('443')}`);
    const titles = snapshot === null ? [] : placeTables(snapshot, vocabulary).map(({ title }) => title.en);
    expect(titles).toEqual(['Edge ports']);
  });

  it('may be a whole table', () => {
    const body = `<table style="text-decoration: line-through">${HEAD}<tr><td>Directors</td><td>443</td><td>TCP</td></tr></table>`;
    expect(readPage(body)).toMatchObject({ facts: [], said: ['warning withdrawn'] });
  });
});

describe('a page with styles or scripts of its own', () => {
  it.each([
    ['<style>td { display: none }</style>', ['error styled-page']],
    ['<style>@import "x"</style>', ['error styled-page']],
    ['<style>td::after { color: red }</style>', ['error styled-page']],
    ['<div><style>td { color: black; padding: 2px }</style></div>', []],
    ['<style></style>', []],
    ['<script>x()</script>', ['error styled-page']],
    ['<link rel="stylesheet" href="x">', ['error styled-page']],
    ['<link rel="next" href="x">', []],
    ['<link href="x">', []],
    ['`<style>`', []],
  ])('is reported once, where they may change its tables: %s', (given, expected) => {
    const { said } = readPage(`${given}\n\n${pipe('443')}\n\n${pipe('80')}`);
    expect(said).toEqual(expected);
  });

  it('is not, without port tables', () => {
    expect(readPage('<script>x()</script>\n\n|A|\n|---|\n|b|').said).not.toContain('error styled-page');
  });
});

describe('what says that ports must be closed', () => {
  it.each([
    'Traffic to block',
    'Ports that should never be opened',
    'Ports you must not open',
    'Ports to keep closed',
    'Keep these ports closed',
    'Ports that are not to be opened',
    'Ports that are no longer used',
    'Blocked TCP ports',
    'Closed inbound ports',
    'Deny rules',
    'Disable the following firewall ports',
    'Ports that have to stay closed',
  ])('is a caption: %s', (caption) => {
    expect(readPage(`**${caption}**\n\n${pipe('443')}`)).toMatchObject({ facts: [], said: ['warning withdrawn'] });
    expect(readPage(`## ${caption}\n\n### Directors\n\n${pipe('443')}`)).toMatchObject({
      facts: [],
      said: ['warning withdrawn'],
    });
  });

  it.each([
    '차단할 포트',
    '닫아야 하는 포트',
    '열지 않을 포트',
    '방화벽에서 차단해야 하는 포트',
    '방화벽에서 막아야 하는 포트',
    '허용되지 않는 포트',
    '미사용 포트',
  ])('is a caption in Korean: %s', (caption) => {
    expect(readPage(`**${caption}**\n\n${pipe('443')}`, 'ko-KR')).toMatchObject({
      facts: [],
      said: ['warning withdrawn'],
    });
  });

  it.each([
    ['en-US', 'Blacklisted ports'],
    ['en-US', 'Denylist'],
    ['en-US', 'Ports to leave closed'],
    ['en-US', 'Except these ports'],
    ['en-US', 'Do not open these'],
    ['ko-KR', '불필요한 포트'],
    ['ko-KR', '열지 않아도 되는 포트'],
  ])('may be a caption that is not understood, in %s: %s', (locale, caption) => {
    expect(readPage(`**${caption}**\n\n${pipe('443')}`, locale)).toMatchObject({
      facts: ['director tcp 443'],
      said: ['warning unclear-caption'],
    });
  });

  it.each([
    ['en-US', `The following ports must be closed:\n\n${pipe('443')}`],
    ['en-US', `The following ports must be closed:\n\n<!-- x -->\n\n${pipe('443')}`],
    ['en-US', `Ports.\n\n${pipe('443')}\n\nThese ports must be closed.`],
    ['en-US', `Ports.\n\n${html('443')}\n\nThese ports must be closed.`],
    ['en-US', `> The following ports must be closed.\n\n${html('443')}`],
    ['ko-KR', `다음은 차단해야 하는 포트입니다.\n\n${pipe('443')}`],
  ])('may be a text next to the table, in %s: %j', (locale, body) => {
    expect(readPage(body, locale)).toMatchObject({
      facts: ['director tcp 443'],
      said: ['warning unclear-caption'],
    });
  });

  it.each([
    `The following ports must be closed:\n\nSo much for those.\n\n${pipe('443')}`,
    `The following ports must be closed:\n\n## Others\n\n${pipe('443')}`,
    `The following ports must be closed:\n\n- 80\n\n${pipe('443')}`,
    `The following ports must be closed:\n\n<p hidden>80</p>\n\n${pipe('443')}`,
    `The following ports must be closed:\n\n<br/>\n\n${pipe('443')}`,
    `The following ports must be closed:\n\n\`\`\`\n80\n\`\`\`\n\n${pipe('443')}`,
    `${pipe('443')}\n\n\`\`\`\n80\n\`\`\`\n\nThese ports must be closed.`,
    `${pipe('443')}\n\n\\* These ports must be closed.`,
    `Open these; all other ports must be closed.\n\n${pipe('443')}`,
  ])('is no text that is about something else: %j', (body) => {
    expect(readPage(body)).toMatchObject({ facts: ['director tcp 443'], said: [] });
  });

  it('may be a row that is one cell, which heads the rows below it', () => {
    const rows =
      '<tr><td colspan="3">These must be closed</td></tr><tr><td>Directors</td><td>443</td><td>TCP</td></tr>';
    expect(readPage(`<table>${HEAD}${rows}</table>`).said).toContain('error unknown-role');
  });

  it('is no heading farther than one that says to open them', () => {
    expect(readPage(`## Ports to block\n\n### Ports to open\n\n${pipe('443')}`).facts).toEqual(['director tcp 443']);
  });

  it.each([
    'This port must be closed.',
    'You must block this port.',
    'Must not be opened.',
    'Leave this port closed.',
    'This port can not be opened.',
    'This port is never to be opened.',
  ])('is a footnote: %s', (note) => {
    expect(readPage(`${pipe('443 \\*')}\n\n\\* ${note}`)).toMatchObject({ facts: [], said: ['warning withdrawn'] });
  });

  it('is a footnote in Korean', () => {
    const { facts } = readPage(`${pipe('443 \\*')}\n\n\\* 이 포트는 차단해야 합니다.`, 'ko-KR');
    expect(facts).toEqual([]);
  });
});
