import { advisories, ports, roles, tables, version } from '@lync/port-catalog';
import { dataFileOf } from '../scripts/firewall/data-file.ts';

/** What the firewall builder needs of the catalog, in both languages. */
export function GET(): Response {
  return Response.json(dataFileOf({ ports, tables, roles, advisories }, version));
}
