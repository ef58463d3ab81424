import type { Card } from './og.ts';
import { escapeXml } from './xml.ts';

export const CARD = { width: 1200, height: 630 } as const;

const MARGIN = 88;
/** More letters than a line of the picture can show. */
const LONGEST = 200;
const FONT = "'Noto Sans CJK KR', 'Noto Sans KR', 'Apple SD Gothic Neo', 'Malgun Gothic', 'DejaVu Sans', sans-serif";
const NUMBER_FONT = "'DejaVu Sans Mono', 'Noto Sans Mono', monospace";

/** A card as SVG, in the colours of the site's light theme. */
export function cardSvg({ lang, kicker, title, lines }: Card): string {
  const isNumber = /^[\d\s–]+$/.test(title);
  const { size, lines: titleLines } = titleOf(title, isNumber);
  const titleTop = isNumber ? 340 : 330 - (titleLines.length - 1) * size * 0.6;
  const text = (content: string, y: number, style: string) =>
    `<text x="${MARGIN}" y="${y}" ${style}>${escapeXml(content.slice(0, LONGEST))}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${CARD.width}" height="${CARD.height}" xml:lang="${lang}" font-family="${FONT}">
<rect width="100%" height="100%" fill="#ffffff"/>
<rect width="16" height="100%" fill="#1f5fbf"/>
${text(kicker, 130, 'font-size="34" fill="#565d6b"')}
${titleLines.map((line, at) => text(line, titleTop + at * size * 1.25, `font-size="${size}" font-weight="700" fill="#17191e"${isNumber ? ` font-family="${NUMBER_FONT}"` : ''}`)).join('\n')}
<rect x="${MARGIN}" y="478" width="${CARD.width - 2 * MARGIN}" height="2" fill="#d5d9e0"/>
${lines.map((line, at) => text(line, 532 + at * 48, `font-size="32" fill="${at === 0 ? '#17191e' : '#565d6b'}"`)).join('\n')}
</svg>`;
}

/** The room between what stands above a title and the line beneath it. */
export const TITLE_ROOM = 300;

/** A title in lines, as large as there is room for them. */
export function titleOf(title: string, isNumber = false): { size: number; lines: string[] } {
  const sizes = isNumber ? [title.length > 6 ? 116 : 210] : [76, 60, 50];
  const fits = sizes.map((size) => ({ size, lines: wrap(title, (CARD.width - 2 * MARGIN) / size) }));
  const room = fits.find(({ size, lines }) => lines.length <= roomFor(size));
  const { size, lines } = room ?? fits.at(-1) ?? { size: 0, lines: [] };
  return { size, lines: lines.slice(0, roomFor(size)) };
}

/** How many lines there is room for; what is longer is cut. */
function roomFor(size: number): number {
  return Math.floor(TITLE_ROOM / (size * 1.25));
}

/**
 * Breaks a text at its spaces into lines of about a width in em: SVG does not break lines. A Korean syllable is an em
 * wide, a Latin letter of a bold face about three fifths of it.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/\p{Script=Hangul}/u.test(character) ? 0.95 : 0.6), 0);
}
