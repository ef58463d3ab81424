import * as catalog from '@lync/port-catalog';

/** The whole catalog, as the package's data.json holds it. */
export function GET(): Response {
  const {
    advisories,
    corrections,
    documents,
    ports,
    products,
    protocols,
    roles,
    scenarios,
    services,
    tables,
    version,
  } = catalog;
  return Response.json({
    ...{ version, scenarios, products, roles, services, protocols, advisories, documents, corrections, tables, ports },
  });
}
