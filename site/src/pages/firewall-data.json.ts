import { advisories, ports, products, roles, tables, version } from '@lync/port-catalog';
import { dataFileOf } from '../scripts/firewall/data-file.ts';

/** What the firewall builder needs of the catalog, in both languages. */
export function GET(): Response {
  return Response.json(dataFileOf({ ports, products, tables, roles, advisories }, version));
}
