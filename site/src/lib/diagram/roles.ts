import type { PortRule, ProductId, RoleId, ServiceId } from '@lync/port-catalog';
import { type Gathered, gatherPorts } from './gather.ts';

/** The roles of tables of listening ports, which name no callers: what each listens on, by service. */

export type MapPorts = Gathered<ProductId>;

export interface MapService {
  /** Null where the table names none. */
  service: ServiceId | null;
  ports: MapPorts[];
}

export interface MapRole {
  role: RoleId;
  services: MapService[];
}

/** Each role once, each of its services once, in the order of the tables. */
export function rolesOf(rules: readonly PortRule[], products: readonly ProductId[]): MapRole[] {
  const named = rules.flatMap((rule) => (rule.role === null ? [] : [{ rule, role: rule.role }]));
  return [...Map.groupBy(named, ({ role }) => role)].map(([role, ofRole]) => ({
    role,
    services: [...Map.groupBy(ofRole, ({ rule }) => rule.service)].map(([service, ofService]) => ({
      service,
      ports: gatherPorts(
        ofService.map(({ rule }) => ({ rule, tag: rule.product })),
        products,
      ),
    })),
  }));
}
