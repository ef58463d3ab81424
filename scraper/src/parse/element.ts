import type { DefaultTreeAdapterTypes } from 'parse5';

/** An element of a page, as parse5 makes it. */
export type Element = DefaultTreeAdapterTypes.Element;
export type Node = DefaultTreeAdapterTypes.ChildNode;

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

/** The child elements, without the text between them. */
export function elementsIn(element: Element): Element[] {
  return element.childNodes.filter(isElement);
}

/** The text that a node is; null for an element or a comment. */
export function textOf(node: Node): string | null {
  return node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : null;
}

/** The value of an attribute as it is written; null where the element does not have the attribute. */
export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((each) => each.name === name)?.value ?? null;
}
