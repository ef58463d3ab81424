/** The zod schemas of the records: what data.json is checked with. They need zod, an optional peer. */
export {
  Advisory,
  Catalog,
  Correction,
  Document,
  Need,
  PortRule,
  Product,
  Protocol,
  Role,
  Scenario,
  Service,
  Table,
} from './record.ts';
