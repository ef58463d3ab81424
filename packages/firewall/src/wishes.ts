import type { PortRule } from '@lync/port-catalog';
import type { MessageCode } from './messages.ts';
import type { Place, Places } from './places.ts';
import type { PortsSet } from './port-sets.ts';

/**
 * Whence it is known who connects: a published flow names both ends, a page's words do, this project says so, or a page
 * does so in prose.
 */
export type Basis = 'flow' | 'quoted' | 'project' | 'prose';

/** What a row asks for between two ends, before the firewalls on the way are known. */
export interface Wish {
  readonly from: Place;
  readonly to: Place;
  readonly ports: PortsSet;
  readonly sourcePorts?: PortsSet;
  readonly basis: Basis;
  readonly prose?: string;
}

/** Why a row is not used. */
export interface Unused {
  readonly code: MessageCode;
  readonly words: string;
}

/** What the rows of a product have between them, which one row cannot know alone. */
export interface Context {
  readonly places: Places;
  readonly rules: readonly PortRule[];
  readonly byId: ReadonlyMap<string, PortRule>;
}

/** Whence a caller is known: this project, or a row of the catalog that names it. */
export function basisOf(by: string, from: string, { byId }: Context): Basis {
  if (by === 'project') return 'project';
  return byId.get(from)?.kind === 'flow' ? 'flow' : 'quoted';
}
