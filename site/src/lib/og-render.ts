import sharp from 'sharp';
import { type Card, cards } from './og.ts';
import { cardSvg } from './og-svg.ts';

/**
 * Draws the cards. Where the machine that builds has no Korean font, the Korean pages get the English pictures: a
 * picture with boxes for letters is worse than one in the other language, and no reason to fail a build.
 */
export async function drawCard(card: Card): Promise<Buffer> {
  if (card.lang === 'ko' && !(await hasKoreanFont())) {
    const english = cards().find(({ name }) => name === card.name.replace(/ko$/, 'en'));
    if (english !== undefined) return toPng(cardSvg(english));
  }
  return toPng(cardSvg(card));
}

function toPng(svg: string): Promise<Buffer> {
  // A palette would halve the file and take three times as long, for each of the ports.
  return sharp(Buffer.from(svg)).png({ compressionLevel: 6 }).toBuffer();
}

let koreanFont: Promise<boolean> | undefined;

/**
 * Whether Korean is drawn as Korean. A font draws 뷁 with far more ink than 이; the box that stands for a missing letter
 * is much the same for both, and nothing is none.
 */
function hasKoreanFont(): Promise<boolean> {
  koreanFont ??= Promise.all(['', '이', '뷁'].map(inkOf)).then(([none = 0, light = 0, heavy = 0]) => {
    return light > none && heavy - none > (light - none) * 1.3;
  });
  return koreanFont;
}

async function inkOf(letter: string): Promise<number> {
  const svg = cardSvg({ name: '', lang: 'ko', kicker: '', title: letter, lines: [] });
  const { channels } = await sharp(Buffer.from(svg)).stats();
  return 255 - (channels[0]?.mean ?? 255);
}
