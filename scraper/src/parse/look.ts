import { tag } from '../model/markup.ts';
import { attribute, type Element } from './element.ts';

/** What a tag and its attributes make of the text in an element. */
export interface Look {
  /** No browser shows it. */
  readonly hidden: boolean;
  readonly struck: boolean;
  /** It is raised or lowered, as a mark is. */
  readonly raised: boolean;
  /** The element by which it may look otherwise than it is written, as only a browser could tell; null for none. */
  readonly odd: Element | null;
}

type Effects = Record<'hidden' | 'struck' | 'raised' | 'odd', boolean>;

export const PLAIN: Look = { hidden: false, struck: false, raised: false, odd: null };
const NONE: Effects = { hidden: false, struck: false, raised: false, odd: false };
const HIDDEN: Effects = { ...NONE, hidden: true };
const STRUCK: Effects = { ...NONE, struck: true };
const RAISED: Effects = { ...NONE, raised: true };
const ODD: Effects = { ...NONE, odd: true };

const BY_TAG: ReadonlyMap<string, Effects> = new Map([
  ...['s', 'del', 'strike'].map((name) => [name, STRUCK] as const),
  ...['sup', 'sub', 'rt', 'rtc'].map((name) => [name, RAISED] as const),
  // Shown only where a browser cannot show the element itself, or on request.
  ...['canvas', 'video', 'audio', 'iframe', 'noscript', 'noembed', 'noframes', 'datalist', 'dialog', 'title'].map(
    (name) => [name, HIDDEN] as const,
  ),
  // What they show is no text, is made of their attributes, is in another order, or depends on a click.
  ...['bdo', 'math', 'svg', 'img', 'image', 'picture', 'object', 'embed', 'applet', 'frame', 'frameset', 'map'].map(
    (name) => [name, ODD] as const,
  ),
  ...['input', 'select', 'option', 'optgroup', 'textarea', 'button', 'meter', 'progress', 'output', 'q', 'slot'].map(
    (name) => [name, ODD] as const,
  ),
  ...['details', 'marquee', 'fencedframe', 'portal', 'selectedcontent'].map((name) => [name, ODD] as const),
]);

/** Names of classes that tell what their style does; the style itself is not on the page. */
const CLASS_HIDES =
  /(?:^|[\s_-])(?:hidden|hide|invisible|collapsed?|sr-only|d-none|display-none|offscreen|clipped|visually-?hidden|screen-reader\S*)(?:$|[\s_-])/i;
const CLASS_STRIKES = /(?:^|[\s_-])(?:strike\S*|line-?through|struck\S*|deleted|removed|obsolete)(?:$|[\s_-])/i;
const CLASS_RAISES =
  /(?:^|[\s_-])(?:sup|sub|super(?:script)?|subscript|foot-?notes?|foot-?note-?\S*|end-?notes?|fn\d*|fn-?ref|note-?ref)(?:$|[\s_-])/i;

/** Parts of tables, where an alignment moves the whole cell. */
const PART_OF_TABLE = /^(?:table|t[dhr]|thead|tbody|tfoot|col|colgroup|caption)$/;
/** A style longer than any that a person writes. */
const LONGEST_STYLE = 1000;

export function lookOf(element: Element): Look {
  const byTag = BY_TAG.get(element.tagName) ?? NONE;
  if (element.attrs.length === 0) return byTag === NONE ? PLAIN : { ...byTag, odd: byTag.odd ? element : null };
  const has = (name: string) => attribute(element, name) !== null;
  const styled = attribute(element, 'style') ?? '';
  const style = effectsOf(styled, PART_OF_TABLE.test(element.tagName));
  const names = attribute(element, 'class') ?? '';
  const isHidden = has('hidden') || has('popover');
  const byName = has('open') && /^(?:details|dialog)$/.test(element.tagName) ? NONE : byTag;
  const odd =
    byName.odd ||
    style.odd ||
    CLASS_HIDES.test(names) ||
    CLASS_STRIKES.test(names) ||
    !/^(?:ltr|auto|)$/i.test(attribute(element, 'dir') ?? '') ||
    isFaint(attribute(element, 'color') ?? 'black') ||
    has('shadowrootmode') ||
    // A style may show what the attribute hides.
    (isHidden && /\bdisplay\b/i.test(styled));
  return {
    hidden: byName.hidden || style.hidden || isHidden,
    struck: byName.struck || style.struck,
    raised: byName.raised || style.raised || CLASS_RAISES.test(names),
    odd: odd ? element : null,
  };
}

/** Attributes that say how an element looks, or what it points to. */
const TELLING = /^(?:style|class|dir|hidden|color|popover|href)$/;

/** An element as the snapshot shows it: its name, and the attributes that say how it looks. */
export function describe({ tagName, attrs }: Element): string {
  const told = attrs.filter(({ name }) => TELLING.test(name));
  return tag(
    tagName +
      told.map(({ name, value }) => ` ${name}="${value.slice(0, 80).replace(/[\s"⟦⟧\p{Cc}\p{Cf}]+/gu, ' ')}"`).join(''),
  );
}

/** What an element shows inside of another. */
export function within(outer: Look, inner: Look): Look {
  if (inner === PLAIN) return outer;
  if (outer === PLAIN) return inner;
  return {
    hidden: outer.hidden || inner.hidden,
    struck: outer.struck || inner.struck,
    raised: inner.raised,
    odd: inner.odd ?? outer.odd,
  };
}

/** Whether a style sheet may change how a text looks, and not only its colours and margins. */
export function changesText(sheet: string): boolean {
  const [first = '', ...rules] = sheet.split('{');
  const parts = rules.map((rule) => rule.split('}'));
  const selectors = [first, ...parts.map((part) => part.slice(1).join('}'))].join(' ');
  if (/[@{}\\:]|\/\*|<!--/.test(selectors)) return true;
  return parts.some(([declarations = '']) => effectsOf(declarations, false) !== NONE);
}

/** Reads the declarations of a style. What is not known to leave a text as it is written is odd. */
function effectsOf(style: string, isPartOfTable: boolean): Effects {
  if (style.trim() === '') return NONE;
  // Comments and escapes hide what a declaration says from whoever reads the page.
  const look = { ...NONE, odd: style.length > LONGEST_STYLE || /\/\*|\\/.test(style) };
  const known = new Map<string, string>();
  for (const declaration of style.slice(0, LONGEST_STYLE).toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (declaration.trim() === '') continue;
    const name = declaration.slice(0, Math.max(colon, 0)).trim();
    const value = declaration
      .slice(colon + 1)
      .replace(/!\s*important/, '')
      .trim();
    if (known.has(name)) look.odd = true;
    known.set(name, value);
    const does = declarationDoes(name, value, isPartOfTable);
    if (does !== 'nothing') look[does] = true;
  }
  const color = known.get('color');
  if (color !== undefined && [known.get('background'), known.get('background-color')].includes(color)) look.odd = true;
  return look.hidden || look.struck || look.raised || look.odd ? look : NONE;
}

type Effect = 'nothing' | 'hidden' | 'struck' | 'raised' | 'odd';

const ZERO = /^[-+]?(?:0+\.?0*|\.0+)[a-z%]*$/;
const SIZES =
  /^(?:(?:x{1,3}-)?(?:small|large)|medium|smaller|larger|\d{1,3}(?:\.\d+)?(?:px|pt|em|rem|ex|ch|%)|\.[5-9]\d*r?em)$/;
const FUNCTION = /(?<!\b(?:rgb|hsl)a?)\(/;
const HARMLESS =
  /^(?:background(?:-color)?|border(?:-[a-z-]+)?|padding(?:-[a-z-]+)?|margin(?:-[a-z-]+)?|outline(?:-[a-z]+)?|text-align|(?:min-|max-)?(?:width|height)|line-height|font-(?:weight|style|family)|list-style(?:-type)?|page-break-[a-z]+|break-[a-z]+|word-(?:break|wrap)|overflow-wrap|cursor|table-layout|caption-side|box-sizing|hyphens|mso-[a-z-]+)$/;
const SIZE_OF_BOX = /^(?:(?:min-|max-)?(?:width|height)|line-height)$/;

function declarationDoes(name: string, value: string, isPartOfTable: boolean): Effect {
  const unless = (plain: boolean, otherwise: Effect = 'odd') => (plain ? 'nothing' : otherwise);
  switch (name) {
    case 'display':
      if (value === 'none') return 'hidden';
      return unless(/^(?:inline|block|table(?:-[a-z-]+)?|list-item)$/.test(value));
    case 'visibility':
      return /^(?:hidden|collapse)$/.test(value) ? 'hidden' : 'odd';
    case 'content-visibility':
      return unless(value === 'visible', value === 'hidden' ? 'hidden' : 'odd');
    case 'opacity':
      return unless(/^(?:1|100%)$/.test(value), ZERO.test(value) ? 'hidden' : 'odd');
    case 'font-size':
      // Text in it may have a size of its own, so nothing is known to be hidden.
      return unless(SIZES.test(value) && !/^[0-3](?:\.\d+)?(?:px|pt|%)$|^0/.test(value));
    case 'text-decoration':
    case 'text-decoration-line':
    case '-webkit-text-decoration':
    case '-webkit-text-decoration-line':
      if (/\bline-through\b/.test(value)) return 'struck';
      return unless(!FUNCTION.test(value));
    case 'vertical-align':
      if (isPartOfTable || /^(?:baseline|middle)$/.test(value) || ZERO.test(value)) return 'nothing';
      return FUNCTION.test(value) ? 'odd' : 'raised';
    case 'color':
      return unless(!isFaint(value));
    case 'white-space':
      return unless(/^(?:normal|nowrap)$/.test(value));
    case 'direction':
      return unless(value === 'ltr');
    case 'unicode-bidi':
      return unless(value === 'normal');
    default:
      if (!HARMLESS.test(name) || FUNCTION.test(value) || /(?:^|\s)-/.test(value)) return 'odd';
      return unless(!SIZE_OF_BOX.test(name) || !ZERO.test(value));
  }
}

/** Whether text of this colour can hardly be seen on a white page. */
function isFaint(color: string): boolean {
  const value = color.trim().toLowerCase();
  const [, hex] = /^#([\da-f]{3,8})$/.exec(value) ?? [];
  if (hex !== undefined) {
    const digits = hex.length < 6 ? [...hex.slice(0, 3)] : [0, 2, 4].map((at) => hex.charAt(at));
    // With a fourth channel it may be transparent.
    return hex.length === 4 || hex.length === 8 || digits.every((digit) => Number.parseInt(digit, 16) >= 13);
  }
  const channels = /^(?:rgb)\(([\d\s,]+)\)$/.exec(value)?.[1]?.match(/\d+/g);
  if (channels !== undefined && channels !== null) return channels.every((channel) => Number(channel) >= 208);
  return (
    !/^[a-z]+$/.test(value) ||
    /white|ivory|snow|transparent|azure|cream|linen|lace|shell|beige|honeydew|cornsilk|canvas/.test(value)
  );
}
