import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parseFragment, serialize, serializeOuter } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What Markdown makes of text. */
const ELEMENTS = new Set([
  ...['p', 'br', 'hr', 'ul', 'ol', 'li', 'strong', 'em', 'del', 'code', 'pre', 'a', 'blockquote'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
]);

/**
 * HTML that was made of Markdown, without what Markdown has no mark for: an element that stood in it as HTML is shown as
 * it was written. No attribute stays but the address of a link to the web.
 */
export function plainHtml(html: string): string {
  const root = parseFragment(html);
  clean(root);
  return serialize(root);
}

function clean(parent: DefaultTreeAdapterTypes.ParentNode): void {
  parent.childNodes = parent.childNodes.map((node: Node): Node => {
    if (node.nodeName === '#text') return node;
    if (!('tagName' in node) || !ELEMENTS.has(node.tagName))
      return defaultTreeAdapter.createTextNode(serializeOuter(node));
    node.attrs = node.attrs.filter(({ name, value }) => name === 'href' && /^https:\/\//.test(value));
    clean(node);
    return node;
  });
}
