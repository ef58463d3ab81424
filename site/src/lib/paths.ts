import type { PortRange, PortRule, ProductId, ProtocolId, RoleId, ScenarioId, ServiceId } from '@lync/port-catalog';
import { rangeText } from '@lync/port-catalog/ranges';
import type { Language } from './lang.ts';

/** Addresses of pages, under the base path that the site is built for. */

const BASE = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The address of a page: `path` begins and ends with a slash. */
export function pageAt(path: string, lang: Language): string {
  return `${BASE}${lang === 'en' ? '' : `/${lang}`}${path}`;
}

/** The address of a file that is the same in every language. */
export function fileAt(path: string): string {
  return `${BASE}${path}`;
}

export function scenarioPath(id: ScenarioId): string {
  return `/scenarios/${id}/`;
}

export function productPath(id: ProductId): string {
  return `/products/${id}/`;
}

/** Who reaches whom: both directions of a pair stand on its page. */
export function betweenPath(source: RoleId, destination: RoleId): string {
  return `/between/${source}/${destination}/`;
}

/** Two products side by side, the older first. */
export function comparePath(a: ProductId, b: ProductId): string {
  return `/compare/${a}/${b}/`;
}

/** A port's page, or a range's: `/ports/5061/`, `/ports/50000-59999/`. */
export function portPath(range: PortRange): string {
  return `/ports/${rangeText(range)}/`;
}

export function rolePath(id: RoleId): string {
  return `/roles/${id}/`;
}

export function servicePath(id: ServiceId): string {
  return `/services/${id}/`;
}

export function protocolPath(id: ProtocolId): string {
  return `/protocols/${id}/`;
}

export function rulePath(rule: Pick<PortRule, 'id'>): string {
  return `/rules/${rule.id}/`;
}
