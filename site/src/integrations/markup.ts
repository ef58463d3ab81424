import { type DefaultTreeAdapterTypes, html, parse, serialize } from 'parse5';
import { plain } from '../lib/plain.ts';
import { wordsOf } from './styles.ts';

/** A page as a browser reads it: what the build checks and changes is this tree, and no text that looks like markup. */
export type Document = DefaultTreeAdapterTypes.Document;
type Node = DefaultTreeAdapterTypes.ChildNode | Document | DefaultTreeAdapterTypes.DocumentFragment;
export type Element = DefaultTreeAdapterTypes.Element;

/** What this project itself puts into its pages, known before there are any. */
export interface Known {
  /** The texts of inline scripts. */
  readonly inline: ReadonlySet<string>;
  /** Addresses of scripts and of style sheets. */
  readonly files: ReadonlySet<string>;
}

/** What is of use in a page, and what must not be there. */
export interface Markup {
  readonly sheets: readonly Element[];
  readonly scripts: readonly Element[];
  /** Said with the page's name in front. */
  readonly faults: readonly string[];
}

/** Elements that run, load or lead somewhere, or in which browsers read markup by other rules; no page has one. */
const FORBIDDEN = new Set([
  ...['style', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'base', 'template'],
  ...['noscript', 'noembed', 'noframes', 'plaintext', 'xmp', 'listing', 'math', 'foreignobject', 'use', 'image'],
  ...['animate', 'animatemotion', 'animatetransform', 'set', 'audio', 'video', 'img', 'picture', 'marquee'],
]);
const HANDLER = /^(?:style|srcdoc|srcset|ping|on.*)$/i;
/** A form is for scripts of this project: it sends nothing anywhere. */
const SENDS = /^(?:form)?action$/i;
const ADDRESS = new Set(['href', 'src', 'data', 'poster', 'cite', 'background', 'manifest']);
/** This page, this site, or another page of the web. */
const LEADS = /^(?:#|\/(?![/\\])|https?:\/\/)/;
/** Attributes that say something to people; what documents say is no name that a style sheet could use. */
const SAID = new Set(['content', 'title', 'aria-label', 'data-label', 'placeholder', 'download']);
const SHOWN = 60;

/** A page's markup; text loses what cannot be seen. */
export function readMarkup(text: string): Document {
  return parse(plain(text));
}

export function writeMarkup(document: Document): string {
  return serialize(document);
}

/** Looks at all of a page; `words` gets what a selector could name. */
export function look(document: Document, known: Known, words: Set<string>): Markup {
  const sheets: Element[] = [];
  const scripts: Element[] = [];
  const faults: string[] = [];
  const visit = (node: Node): void => {
    if (isElement(node)) {
      const { tagName } = node;
      words.add(tagName);
      for (const { name, value } of node.attrs) {
        words.add(name);
        if (HANDLER.test(name) || SENDS.test(name)) faults.push(`<${tagName} ${name}>`);
        else if (!ADDRESS.has(name)) {
          if (!SAID.has(name)) addWords(value, words);
        } else if (!LEADS.test(value)) faults.push(`<${tagName} ${name}=${shown(value)}>`);
      }
      if (FORBIDDEN.has(tagName.toLowerCase())) faults.push(`<${tagName}>`);
      else if (tagName === 'script') {
        if (attributeOf(node, 'src') !== undefined) scripts.push(node);
        faults.push(...faultOfScript(node, known));
      } else if (tagName === 'link' && attributeOf(node, 'rel') === 'stylesheet') {
        sheets.push(node);
        const address = attributeOf(node, 'href') ?? '';
        if (!known.files.has(address)) faults.push(`a style sheet that the build has not made: ${shown(address)}`);
      } else if (tagName === 'meta' && attributeOf(node, 'http-equiv') !== undefined) faults.push('<meta http-equiv>');
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(document);
  return { sheets, scripts, faults };
}

/** The value of an attribute; undefined where the element has none of the name. */
export function attributeOf({ attrs }: Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}

export function setAttribute({ attrs }: Element, name: string, value: string): void {
  const attribute = attrs.find((each) => each.name === name);
  if (attribute !== undefined) attribute.value = value;
}

export function remove(element: Element): void {
  const siblings = element.parentNode?.childNodes;
  siblings?.splice(siblings.indexOf(element), 1);
}

/**
 * Puts the policy before anything that it rules: behind the character set, which is the first that a page says.
 *
 * @throws Error where anything else is
 */
export function addPolicy(document: Document, policy: string): void {
  const head = document.childNodes.filter(isElement).flatMap((root) => root.childNodes.filter(isElement))[0];
  const first = head?.childNodes[0];
  if (head === undefined || first === undefined || !isElement(first) || attributeOf(first, 'charset') === undefined) {
    throw new Error('the page does not begin with a <meta charset>, after which the policy would stand');
  }
  const attrs = [
    { name: 'http-equiv', value: 'content-security-policy' },
    { name: 'content', value: policy },
  ];
  const meta: Element = { ...first, attrs, nodeName: 'meta', tagName: 'meta', namespaceURI: html.NS.HTML };
  head.childNodes.splice(1, 0, meta);
}

function faultOfScript(script: Element, { inline, files }: Known): string[] {
  const src = attributeOf(script, 'src');
  const type = attributeOf(script, 'type') ?? '';
  const text = script.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
  if (script.namespaceURI !== html.NS.HTML) return ['a script in a drawing'];
  if (src !== undefined) return files.has(src) ? [] : [`a script that the build has not made: ${shown(src)}`];
  if (type === 'application/ld+json') return isJson(text) ? [] : [`data that is no JSON: ${shown(text)}`];
  return inline.has(text) ? [] : [`an inline script that is not this project's: ${shown(text)}`];
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function addWords(value: string, words: Set<string>): void {
  // Most values are in most pages, and most are one word.
  if (words.has(value)) return;
  for (const word of wordsOf(value)) words.add(word);
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}
