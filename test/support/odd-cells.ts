import fc from 'fast-check';

/** Cells that a browser shows otherwise than they are written: one change each of a text that was published. */

/**
 * What must be read of a changed cell, or reported: `base` is what it said before the change, `seen` what a browser
 * shows of it; of `gone` nothing is left, and of `odd` nothing may be read. `read` is `base`, and nothing to report.
 */
export type Expected = 'read' | 'base' | 'seen' | 'gone' | 'odd';

export interface Change {
  kind: string;
  expected: Expected;
  /** The cell's content, and attributes of the cell and of its row. */
  html: string;
  cell?: string;
  row?: string;
}

type Make = (text: string) => fc.Arbitrary<Omit<Change, 'kind' | 'expected'> | string>;

const pick = (...each: string[]) => fc.constantFrom(...each);
const digits = fc.constantFrom('1', '2', '12', '1,2', '443', '061', '8', '80');

/** Puts something into the text: behind it, or behind one of the digits of a number in it. */
const inside = (text: string, what: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.constantFrom(...[...text.matchAll(/\d(?=[\d,.])/g)].map(({ index }) => index + 1)), what)
    .map(([at, put]) => {
      return text.slice(0, at) + put + text.slice(at);
    });
const behind = (text: string, what: fc.Arbitrary<string>) => what.map((put) => text + put);
const beside = (text: string, what: fc.Arbitrary<string>) =>
  fc.tuple(what, pick(' ', '', ', ', '/'), fc.boolean()).map(([put, between, first]) => {
    return first ? `${put}${between}${text}` : `${text}${between}${put}`;
  });
const around = (what: readonly (readonly [string, string])[]) => (text: string) =>
  fc.constantFrom(...what).map(([open, close]) => `${open}${text}${close}`);

const style = (...styles: string[]) => styles.map((each) => [`<span style="${each}">`, '</span>'] as const);
const element = (...names: string[]) => names.map((name) => [`<${name}>`, `</${name.split(' ')[0]}>`] as const);

const HIDES = [
  ...style(
    'display:none',
    'DISPLAY : NONE',
    'display: none !important',
    'color: red; display:none',
    'visibility: hidden',
  ),
  ...style(
    'visibility:collapse',
    'opacity:0',
    'opacity: 0.0',
    'font-size:0',
    'font-size: 0px',
    'font-size:0em !important',
  ),
  ...element('span hidden', 'b hidden=""', 'i hidden="until-found"', 'font hidden="false"', 'span popover'),
] as const;
const FALLBACKS = element(
  'canvas',
  'video',
  'audio',
  'iframe',
  'noscript',
  'datalist',
  'dialog',
  'template',
  'rp',
  'script',
  'title',
);
const ODD = [
  ...style('position:absolute;left:-9999px', 'position: fixed; top: -100px', 'clip-path: inset(100%)', 'color: white'),
  ...style('color:#fff', 'color: transparent', 'text-indent:-999px', 'display:inline-block;width:0;overflow:hidden'),
  ...style('transform: scale(0)', 'transform:rotateY(180deg)', 'font: 0/0 a', 'display: \\6eone', 'dis/**/play:none'),
  ...style('color: rgba(0,0,0,0)', 'filter: opacity(0)', 'letter-spacing: -1em', 'font-size: 1px', 'float: left'),
  ...style(
    'opacity: .01',
    'line-height:0',
    'zoom: 0',
    'text-transform: uppercase',
    'all: unset',
    '-webkit-text-fill-color: transparent',
  ),
  ...element(
    'font color="white"',
    'font color="#ffffff"',
    'span class="hidden"',
    'span class="d-none"',
    'span class="sr-only"',
  ),
  ...element('object', 'span class="visually-hidden"'),
] as const;
const STRIKES = [
  ...element('del', 's', 'strike', 'DEL'),
  ...style(
    'text-decoration: line-through',
    'text-decoration:line-through red',
    'text-decoration-line: underline line-through',
  ),
  ...style('color:red;TEXT-DECORATION:LINE-THROUGH !important', 'text-decoration: underline solid line-through'),
  ['~~', '~~'],
  ['<b><s>', '</s></b>'],
] as const;
const RAISES = [
  ...element('sup', 'sub', 'SUP', 'span class="footnote"', 'a class="footnote-ref" href="#fn1"', 'span class="sup"'),
  ...style(
    'vertical-align: super',
    'vertical-align:sub',
    'vertical-align: 4px; font-size: 60%',
    'vertical-align:text-top',
  ),
  ['<sup><a href="#n">', '</a></sup>'],
  ['<a href="#n"><sup>', '</sup></a>'],
  ['<sup>[', ']</sup>'],
  ['<sup>(', ')</sup>'],
  ['<sup>\u200b', '</sup>'],
  ['<sup> ', '\u2060</sup>'],
] as const;
const REVERSES = [
  ...element('bdo dir="rtl"', 'span dir="rtl"', 'bdi dir=rtl', 'b dir="RTL"'),
  ...style('direction: rtl; unicode-bidi: bidi-override', 'unicode-bidi:bidi-override;direction:rtl'),
  ['\u202e', '\u202c'],
  ['\u202e', ''],
  ['&#x202e;', ''],
  ['\u2067', '\u2069'],
  ['\u202b', '\u202c'],
  ['\u200f', '\u200f'],
] as const;
const REPLACED = pick(
  ...[
    '<input>',
    '<input value="443">',
    '<input type="hidden" value="1">',
    '<img alt="443">',
    '<img src="x">',
    '<svg></svg>',
  ],
  ...[
    '<svg><text>1</text></svg>',
    '<select><option>443</option><option>80</option></select>',
    '<textarea>443</textarea>',
  ],
  ...['<button>443</button>', '<meter value="1">443</meter>', '<math><mn>443</mn></math>', '<progress></progress>'],
  ...['<q>443</q>', '<details><summary>more</summary>443</details>', '<marquee>443</marquee>', '<embed>'],
  ...['<object data="x">443</object>'],
);

/** Changes that need no number in the text. */
const ANY: readonly (readonly [kind: string, expected: Expected, make: Make])[] = [
  ['as it is', 'read', (text) => fc.constant(text)],
  [
    'formatted',
    'read',
    around([
      ...element('b', 'i', 'code', 'u', 'a href="x"', 'font', 'ins', 'mark', 'small', 'span aria-hidden="true"'),
      ...style('color: red', 'font-weight:bold', 'color:#333'),
    ]),
  ],
  ['struck out', 'gone', around(STRIKES)],
  ['hidden', 'gone', around(HIDES)],
  ['shown elsewhere', 'odd', around(ODD)],
  ['fallback alone', 'gone', around(FALLBACKS)],
  ['reversed', 'odd', (text) => around(REVERSES)(text)],
  [
    'cell hidden',
    'gone',
    (text) => pick('hidden', 'style="display:none"', 'style="visibility:hidden"').map((cell) => ({ html: text, cell })),
  ],
  [
    'row hidden',
    'gone',
    (text) =>
      pick('hidden', 'style="display:none"', 'style="visibility: collapse"').map((row) => ({ html: text, row })),
  ],
  [
    'cell struck out',
    'gone',
    (text) => pick('style="text-decoration:line-through"').map((cell) => ({ html: text, cell })),
  ],
  [
    'row struck out',
    'gone',
    (text) => pick('style="text-decoration: line-through"').map((row) => ({ html: text, row })),
  ],
  [
    'row odd',
    'odd',
    (text) => pick('dir="rtl"', 'style="opacity:.01"', 'style="color: white"').map((row) => ({ html: text, row })),
  ],
  ['replaced', 'odd', () => REPLACED],
  ['beside what is replaced', 'base', (text) => beside(text, REPLACED)],
];

/** Changes of a text with numbers. */
const NUMBERS: typeof ANY = [
  ['hidden digits', 'base', (text) => inside(text, wrapped(HIDES, digits))],
  ['hidden behind', 'base', (text) => behind(text, wrapped(HIDES, digits))],
  ['hidden list', 'base', (text) => beside(text, wrapped(HIDES, pick('443', '80,', '/80')))],
  ['off screen', 'base', (text) => behind(text, wrapped(ODD, digits))],
  [
    'fallback',
    'base',
    (text) => fc.boolean().chain((in_) => (in_ ? inside : behind)(text, wrapped(FALLBACKS, digits))),
  ],
  [
    'mark',
    'base',
    (text) => behind(text, wrapped(RAISES, pick('1', '2', '12', '1,2', '1, 2', '*', '１', 'a', 'th', '-1', '+'))),
  ],
  ['mark inside', 'base', (text) => inside(text, wrapped(RAISES, digits))],
  [
    'ruby',
    'base',
    (text) => digits.map((each) => text.replace(/\d+$/, (number) => `<ruby>${number}<rt>${each}</rt></ruby>`)),
  ],
  [
    'math',
    'base',
    (text) =>
      digits.map((each) =>
        text.replace(/\d+$/, (number) => `<math><msup><mn>${number}</mn><mn>${each}</mn></msup></math>`),
      ),
  ],
  [
    'link',
    'base',
    (text) =>
      behind(
        text,
        wrapped(
          element('a href="#1"', 'small', 'font size="1"', 'x-note', 'abbr', 'kbd'),
          pick('1', '[1]', '(1)', '12'),
        ),
      ),
  ],
  ['struck digits', 'odd', (text) => inside(text, wrapped(STRIKES, digits))],
  [
    'struck part',
    'odd',
    (text) => fc.constantFrom(...STRIKES).map(([open, close]) => text.replace(/\d(?=\d)/, `${open}$&${close}`)),
  ],
  [
    'struck list',
    'base',
    (text) =>
      fc
        .tuple(fc.constantFrom(...STRIKES), pick('443', '80', '5061-5070', 'x'))
        .chain(([[open, close], other]) =>
          pick(
            `${open}${other}${close}, ${text}`,
            `${text}, ${open}${other}${close}`,
            `${open}${other},${close} ${text}`,
            `${text} ${open}/ ${other}${close}`,
            `${text} and ${open}${other}${close}`,
          ),
        ),
  ],
  [
    'struck between',
    'odd',
    (text) => fc.constantFrom(...STRIKES).map(([open, close]) => `${text} ${open}and${close} 152`),
  ],
  [
    'invisible',
    'base',
    (text) =>
      inside(
        text,
        pick(
          '\u00ad',
          '\u200b',
          '\u200c',
          '\u200d',
          '\u2060',
          '\ufeff',
          '&shy;',
          '&#8203;',
          '\u200e',
          '\u034f',
          '\ufe0f',
          '&zwnj;',
          '<!-- 1 -->',
          '<wbr>',
          '\u180e',
          '\u2062',
          '\u{e0031}',
          '&#27;',
        ),
      ),
  ],
  [
    'split by an element',
    'base',
    (text) => inside(text, pick('<b></b>', '<a name="x"></a>', '<span></span>', '<wbr>', '<x-y></x-y>')),
  ],
  [
    'taken apart',
    'seen',
    (text) =>
      inside(
        text,
        pick(
          ', ',
          ' , ',
          ',',
          ' / ',
          '. ',
          '.',
          ' ',
          '\u2009',
          ';',
          ' - ',
          '/ ',
          '&nbsp;',
          "'",
          '_',
          '·',
          '،',
          '、',
          '<span> </span>',
          ' <b></b>',
        ),
      ),
  ],
  [
    'line break',
    'seen',
    (text) => inside(text, pick('<br>', '<br/>', '<BR>', ' <br> ', '<br><br>', '<p></p>', '<div></div>')),
  ],
  [
    'leading zero',
    'odd',
    (text) => pick(text.replace(/\d/, '0$&'), text.replace(/\d/, '00$&'), text.replace(/\d/, '0,$&')),
  ],
  [
    'prefix',
    'odd',
    (text) =>
      pick('/', ', ', '- ', '-', '.', ';', '#', ':', '+', '~', '( ', '> ', '//', ',,').map((each) => `${each}${text}`),
  ],
  [
    'suffix',
    'odd',
    (text) => pick('+', ' -', '-', '..', '…', '?', '%', '/0', ' ff', ' and', ', 0').map((each) => `${text}${each}`),
  ],
  [
    'wide digits',
    'base',
    (text) => fc.constant(text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))),
  ],
  [
    'other digits',
    'odd',
    (text) =>
      fc
        .constantFrom(0x660, 0x6f0, 0x966, 0x1d7ce, 0x1d7d8)
        .map((zero) => text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)))),
  ],
  [
    'one other digit',
    'odd',
    (text) =>
      fc
        .constantFrom(0x660, 0x966, 0x1d7ce)
        .map((zero) => text.replace(/\d$/, (digit) => String.fromCodePoint(zero + Number(digit)))),
  ],
  [
    'superscript character',
    'base',
    (text) => pick('¹', '²', '¹²', '₁', '①', '¹,²', 'ª', '⁺').map((each) => text + each),
  ],
  [
    'combining marks',
    'odd',
    (text) => pick('\u0336', '\u0335', '\u0338', '\u20e3', '\u0301').map((mark) => text.replace(/\d/g, `$&${mark}`)),
  ],
];

function wrapped(wraps: readonly (readonly [string, string])[], what: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...wraps), what).map(([[open, close], text]) => `${open}${text}${close}`);
}

/** One change of a text, of any kind that it can have. */
export function changeOf(text: string): fc.Arbitrary<Change> {
  // Inside of one digit there is no place.
  const kinds = /\d\d/.test(text) ? [...ANY, ...NUMBERS] : ANY;
  return fc
    .constantFrom(...kinds)
    .chain(([kind, expected, make]) =>
      make(text).map((made): Change => ({ kind, expected, ...(typeof made === 'string' ? { html: made } : made) })),
    );
}
