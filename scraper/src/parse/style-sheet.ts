import { attribute, type Element, elementsIn, textOf } from './element.ts';
import { changesText } from './look.ts';

/** Whether an element or one in it is a style sheet, or a script, that may change what a page shows. */
export function mayStyle(element: Element): boolean {
  switch (element.tagName) {
    case 'script':
      return true;
    case 'style':
      return changesText(element.childNodes.map(textOf).join(''));
    case 'link':
      return /\bstylesheet\b/i.test(attribute(element, 'rel') ?? '');
    default:
      return elementsIn(element).some(mayStyle);
  }
}
