/** What the build's last step needs to know of a page's markup. */
export interface Scan {
  /** The texts of inline scripts that run, and of inline style sheets. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Addresses of the page's style sheets and scripts, as written. */
  readonly sheets: readonly string[];
  readonly modules: readonly string[];
  /** Attributes that no policy without `unsafe-inline` allows. */
  readonly forbidden: readonly string[];
}

const TAG = /<([a-z][\w:-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi;
const ATTRIBUTE = /\s([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
/** Scripts of other types are data. */
const RUNS = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

/** Reads a page as our own build writes it: no comments with markup in them, attributes quoted. */
export function scan(html: string): Scan {
  const scripts: string[] = [];
  const styles: string[] = [];
  const sheets: string[] = [];
  const modules: string[] = [];
  const forbidden: string[] = [];
  const tags = new RegExp(TAG);
  for (let match = tags.exec(html); match !== null; match = tags.exec(html)) {
    const [whole, name = '', written = ''] = match;
    const attributes = attributesOf(written);
    for (const attribute of attributes.keys()) if (/^(style|on.*)$/i.test(attribute)) forbidden.push(whole);
    const tag = name.toLowerCase();
    if (tag === 'link' && attributes.get('rel') === 'stylesheet') sheets.push(attributes.get('href') ?? '');
    if (tag !== 'script' && tag !== 'style') continue;
    // What stands in these is not markup.
    const end = html.indexOf(`</${tag}`, tags.lastIndex);
    const content = html.slice(tags.lastIndex, end);
    tags.lastIndex = end;
    const src = attributes.get('src');
    if (tag === 'style') styles.push(content);
    else if (src !== undefined) modules.push(src);
    else if (RUNS.has(attributes.get('type') ?? '')) scripts.push(content);
  }
  return { scripts, styles, sheets, modules, forbidden };
}

function attributesOf(written: string): Map<string, string> {
  return new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', ...values]) => [name, values.find(Boolean) ?? '']),
  );
}
