import type { Endpoint, Side, Zone } from '../model/catalog.ts';
import type { Draft } from './draft.ts';

/** Where in the network a flow stands: the interface and the firewall that it crosses. */
export function placeInNetwork({ facts, context }: Draft): void {
  const { caption, kind } = context;
  if (kind === 'virtual-ip' && caption.interface !== null)
    facts.interface = { ...caption.interface, address: 'virtual-ip' };
  if (kind !== 'flow') return;
  const [from, to] = [zoneOf(facts.source), zoneOf(facts.destination)];
  const perimeter = from === 'perimeter' || to === 'perimeter';
  const inPerimeter = from === 'perimeter' ? facts.source : facts.destination;
  const side = perimeter && from !== to ? sideOf(inPerimeter as Endpoint) : null;
  const firewall = caption.firewall ?? side ?? sideBetween(from, to);
  const crosses = firewall !== null && perimeter && from !== to;
  // What crosses the external firewall arrives at an external interface; servers within may have no other one.
  const crossed = side ?? (crosses && firewall === 'external' ? firewall : null);
  facts.interface = caption.interface ?? (crossed === null ? null : { side: crossed, address: null });
  if (!crosses) return;
  const isFromPerimeter = from === 'perimeter';
  facts.firewall = { at: firewall, way: isFromPerimeter === (firewall === 'external') ? 'out' : 'in' };

  /** The zone of all roles of an end; null for those of several, and for anybody. */
  function zoneOf(end: Endpoint | null): Zone | null {
    const zones = new Set(
      end?.any === true && !end.narrowed
        ? []
        : end?.roles.map((id) => context.vocabulary.entries.roles.find((role) => role.id === id)?.zone),
    );
    const [zone = null] = zones;
    return zones.size === 1 ? zone : null;
  }
}

/** The interface that an end in the perimeter network names. */
function sideOf({ text: { en } }: Endpoint): Side | null {
  const text = String(en);
  if (/\binternal\b/i.test(text)) return 'internal';
  return /\b(?:public|external)\b/i.test(text) ? 'external' : null;
}

/** Whom the perimeter network talks to says through which firewall. */
function sideBetween(from: Zone | null, to: Zone | null): Side | null {
  const other = from === 'perimeter' ? to : from;
  return other === 'external' || other === 'internal' ? other : null;
}
