/** Where the project lives and under what terms: said on the data page, in the API, the feed and to search engines. */
export const PROJECT = {
  name: 'lync-ports',
  package: '@lync/port-catalog',
  repository: 'https://github.com/lync-ports/lync-ports',
  errors: 'https://github.com/lync-ports/lync-ports/issues/new',
  npm: 'https://www.npmjs.com/package/@lync/port-catalog',
  dataLicence: { id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  codeLicence: { id: 'MIT', url: 'https://github.com/lync-ports/lync-ports/blob/main/LICENSE' },
  source: 'https://github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness-pr.ko-KR',
} as const;

/** What CC BY 4.0 asks of everyone who passes the data on. */
export const ATTRIBUTION =
  "Derived from Microsoft's documentation of Lync Server 2013 and Skype for Business Server, © Microsoft, CC BY 4.0. " +
  'Changes: mistranslations corrected, texts added and marked, rows made into records. Not affiliated with Microsoft.';

/** How a page or file gets an address with its host; modules that have it given to them know nothing of the build. */
export interface Addresses {
  readonly file: (path: string) => string;
  /** A page, in the language that is being written. */
  readonly page: (path: string) => string;
}
