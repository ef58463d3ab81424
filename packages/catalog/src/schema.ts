/** The zod schemas of the record. In the repository they are the scraper's; the build puts them here. */
export * from '../../../scraper/src/model/record.ts';
