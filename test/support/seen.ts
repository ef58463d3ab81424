import type { Browser } from 'playwright-core';

/** What a browser shows of a cell without what is struck out, read with nothing of the scraper. */
export interface SeenCell {
  /** The page's own language, and the English beside it; both where the cell has one text. */
  own: string;
  english: string;
}

/** Runs in the page: takes off what is struck out, and reads the cells in one language and then in the other. */
const READ = `(() => {
  const isStruck = (node) => {
    for (let each = node.parentElement; each !== null; each = each.parentElement) {
      if (getComputedStyle(each).textDecorationLine.includes('line-through')) return true;
    }
    return false;
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const struck = [];
  while (texts.nextNode()) if (isStruck(texts.currentNode)) struck.push(texts.currentNode);
  for (const node of struck) node.textContent = ' ';
  const rule = document.createElement('style');
  document.head.append(rule);
  const textOf = (cell) => {
    const isSeen = cell.getClientRects().length > 0 && getComputedStyle(cell).visibility === 'visible';
    return isSeen ? cell.innerText : '';
  };
  const readWithout = (other) => {
    rule.textContent = other + ' { display: none !important }';
    return [...document.querySelectorAll('table')].map((table) =>
      [...table.rows].map((row) => [...row.cells].map(textOf)),
    );
  };
  return { own: readWithout('.sxs-lookup'), english: readWithout('[data-ttu-id]') };
})()`;

/** The cells of each row of each table of a page. */
export async function cellsSeen(browser: Browser, html: string): Promise<SeenCell[][][]> {
  const page = await browser.newPage();
  try {
    await page.setContent(`<!doctype html><body>${html}</body>`);
    const { own, english } = await page.evaluate<Record<keyof SeenCell, string[][][]>>(READ);
    return own.map((rows, table) =>
      rows.map((cells, row) => cells.map((text, at) => ({ own: text, english: english[table]?.[row]?.[at] ?? '' }))),
    );
  } finally {
    await page.close();
  }
}

const NUMBER = '(?:[1-9]\\d{0,4}|[1-9]\\d{0,2}(?:[,. ]\\d{3}))';
const RANGE = new RegExp(`^(${NUMBER})(?: ?[-–~] ?(${NUMBER}))?$`);

/**
 * Ports and transports of a text in short, `tcp 443 5060-5069`, as anybody would read them; null where that is not
 * clear: a reader of a few lines that knows no cell but those of numbers with a transport or a protocol before them.
 */
export function readSeen(seen: string): string | null {
  const text = seen
    .replace(/~~.*?~~/gs, ' ')
    .replace(/[\u00a0\u2009\u202f\u3000]/g, ' ')
    .replace(/[０-９]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/ *\n\s*/g, '\n')
    .trim()
    .replace(/ ?[*⁰¹²³]+$/, '');
  const [, before = '', list = ''] = /^((?:[^\d]*[a-z)가-힣:][/:]? ?)?)(\d[\s\S]*)$/i.exec(text) ?? [];
  const transports = [...new Set(before.toLowerCase().match(/\b(?:tcp|udp)\b/g) ?? [])].sort();
  const ranges = list.split(/ ?(?:\/|;|&|\band\b|및) ?|\n|, /).map((part) => {
    const [, from, to = from] = RANGE.exec(part) ?? [];
    return [from, to].map((each) => Number(each?.replace(/[,. ]/g, '')));
  });
  if (ranges.some(([from = Number.NaN, to = Number.NaN]) => !(from <= to && to <= 65535))) return null;
  return [...transports, ...ranges.map(([from, to]) => (from === to ? from : `${from}-${to}`))].join(' ');
}
