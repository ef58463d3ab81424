/** The zod schemas of the records: what data.json is checked with. They need zod, an optional peer. */
export {
  Advisory,
  Correction,
  Document,
  PortRule,
  Product,
  Protocol,
  PublishedCatalog as Catalog,
  Role,
  Scenario,
  Service,
  Table,
} from '../../../scraper/src/model/record.ts';
