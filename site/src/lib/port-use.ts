import type { PortRule, Zone } from '@lync/port-catalog';
import { protocolOf, roleOf, serviceOf } from './catalog.ts';
import { isSecure } from './facts.ts';
import { type Language, nameIn } from './lang.ts';

/** What a port is used for in a few words, for a list of ports: its services or ends, and the protocols. */

const ZONES: readonly Zone[] = ['external', 'perimeter', 'internal'];
/** As many names as a line takes. */
const NAMES = 3;

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
  const said = [...protocols.filter((id) => !isSecure(id)), ...protocols.filter(isSecure)].slice(0, NAMES);
  const names =
    services.length > 0
      ? services.map((id) => nameIn(serviceOf(id).name, lang))
      : roles.map((id) => nameIn(roleOf(id).name, lang));
  return {
    words: [...said.map((id) => protocolOf(id).label), ...names.slice(0, NAMES)],
    zones: ZONES.filter((zone) => roles.some((id) => roleOf(id).zone === zone)),
  };
}

/** Each once, those that come most often first. */
function mostFirst<Id extends string>(ids: readonly Id[]): Id[] {
  return [...Map.groupBy(ids, (id) => id)].sort(([, a], [, b]) => b.length - a.length).map(([id]) => id);
}
