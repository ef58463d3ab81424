/** The zod schemas of the records: what data.json is checked with. They need zod, an optional peer. */
import { z } from 'zod';
import { PublishedCatalog } from '../../../scraper/src/model/record.ts';

export {
  Advisory,
  Correction,
  Document,
  PortRule,
  Product,
  Protocol,
  Role,
  Scenario,
  Service,
  Table,
} from '../../../scraper/src/model/record.ts';

/** All of data.json. */
export const Catalog = PublishedCatalog.extend({ version: z.string() });
