import type { PortRule, Zone } from '@lync/port-catalog';
import { protocolOf, roleOf, serviceOf } from './catalog.ts';
import { type Language, nameIn } from './lang.ts';

/** What a port is used for in a few words, for a list of ports: its services or ends, and the protocols. */

const ZONES: readonly Zone[] = ['external', 'perimeter', 'internal'];
/** As many names as a line takes. */
const NAMES = 3;
const SECURES: ReadonlySet<string> = new Set(['tls', 'mtls']);

export interface Use {
  readonly words: readonly string[];
  /** Where those stand that listen on it, or that it leads to. */
  readonly zones: readonly Zone[];
}

export function useOf(rules: readonly PortRule[], lang: Language): Use {
  const services = mostFirst(rules.flatMap(({ service }) => (service === null ? [] : [service])));
  const roles = mostFirst(
    rules.flatMap((rule) => [...(rule.destination?.roles ?? []), ...(rule.role === null ? [] : [rule.role])]),
  );
  const protocols = mostFirst(rules.flatMap((rule) => rule.protocols));
  // What secures a protocol says less than the protocol does.
  const said = [...protocols.filter((id) => !SECURES.has(id)), ...protocols.filter((id) => SECURES.has(id))];
  const names =
    services.length > 0
      ? services.map((id) => nameIn(serviceOf(id).name, lang))
      : roles.map((id) => nameIn(roleOf(id).name, lang));
  return {
    words: [...said.slice(0, NAMES).map((id) => protocolOf(id).label), ...names.slice(0, NAMES)],
    zones: ZONES.filter((zone) => roles.some((id) => roleOf(id).zone === zone)),
  };
}

/** Each once, those that come most often first. */
function mostFirst<Id extends string>(ids: readonly Id[]): Id[] {
  return [...Map.groupBy(ids, (id) => id)].sort(([, a], [, b]) => b.length - a.length).map(([id]) => id);
}
