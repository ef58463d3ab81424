import { outputs, type Plan } from '@lync/port-firewall';
import { lang } from '../page.ts';

/** What a drawing is made of; nothing else of it comes into the page. */
const DRAWN = new Set(['svg', 'title', 'desc', 'defs', 'marker', 'path', 'rect', 'line', 'text', 'g']);

/** The diagram of a plan, which a style sheet gives the colours of the theme; null where it has nothing to draw. */
export function diagramOf(plan: Plan): SVGSVGElement | null {
  if (plan.rules.every(({ firewall }) => firewall.startsWith('host:'))) return null;
  const [{ text } = { text: '' }] = outputs.svg(plan, lang);
  const drawing = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
  const strange = [drawing, ...drawing.querySelectorAll('*')].some(({ localName }) => !DRAWN.has(localName));
  if (strange || !(drawing instanceof SVGSVGElement)) return null;
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', drawing.querySelector('title')?.textContent ?? '');
  return document.importNode(drawing, true);
}
