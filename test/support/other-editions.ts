/** Makes other editions of a page that has the English beside its text: in English alone, or in another language. */

/** What a translation adds to the front matter. */
const OF_TRANSLATION =
  /^ms\.(?:openlocfilehash|sourcegitcommit|translationtype|contentlocale|lasthandoff|locfileid):.*\n/gm;

type Side = 'text' | 'en' | null;

/** Rewrites a page span by span. `null` is what stands outside the spans of both languages. */
function rewrite(page: string, shown: (text: string, side: Side) => string): string {
  const sides: Side[] = [];
  return page
    .split(/(<span\b[^>]*>|<\/span>)/)
    .map((part) => {
      const side = sides.at(-1) ?? null;
      if (part === '</span>') return sides.pop() === undefined || side === null ? part : shown('', side);
      if (!part.startsWith('<span')) return shown(part, side);
      const own = /data-ttu-id=/.test(part) ? 'text' : /data-stu-id=|sxs-lookup/.test(part) ? 'en' : side;
      sides.push(own);
      return own === null ? part : '';
    })
    .join('');
}

/** The page as it is published in English: the English spans alone, no anchors, and a title in English. */
export function inEnglish(page: string): string {
  const body = rewrite(page, (text, side) => (side === 'text' ? '' : text));
  const heading = /^# (?:<a name="[^"]*"><\/a>)?(.*)$/m.exec(body)?.[1]?.trim() ?? '';
  return body
    .replace(OF_TRANSLATION, '')
    .replace(/^title:.*$/m, () => `title: ${JSON.stringify(heading)}`)
    .replace(/^description:.*\n/m, '')
    .replace(/^(#+ )<a name="[^"]*"><\/a>/gm, '$1');
}

/** The page without the English beside its text. */
export function withoutEnglish(page: string): string {
  return rewrite(page, (text, side) => (side === 'en' ? '' : text));
}

/** The page with other words for its Korean ones: the same word for the same, in letters that the vocabulary lacks. */
export function inJapanese(page: string): string {
  return (
    page
      .replace(/ko-KR/gi, 'ja-JP')
      .replaceAll('포트', 'ポート')
      // A number that has a word in it is no number, where nobody knows the word.
      .replace(/(\d)만/g, '$10,000')
      .replace(/[가-힣]/g, (syllable) => {
        const code = syllable.charCodeAt(0) - 0xac00;
        return kana(Math.floor(code / 150)) + kana(code % 150);
      })
  );
}

/** Signs from the middle of the blocks of ideographs, none of which stands in a word for "port". */
function kana(at: number): string {
  return String.fromCharCode(0x6f00 + at);
}
