import { expect, test } from 'vitest';
import { counted } from '../../../scraper/src/report/summary.ts';
import { changelogText, changesetFile } from '../../../scraper/tools/release/changelog.ts';
import { readRedirects } from '../../../scraper/tools/release/redirects.ts';
import { releaseDiff } from '../../../scraper/tools/release/release-diff.ts';
import { suggestRenames } from '../../../scraper/tools/release/suggest.ts';
import { catalog, endpoint, FLOW, flow, LISTENER, portSet, rule, text } from './catalogs.ts';

const older = { version: '1.2.3', ...catalog() };

test('the changelog tells everything by its id, and only counts texts', () => {
  const now = catalog({
    ports: [
      rule('lync/servers/directors-5061-tcp', { notes: text('New.') }),
      flow({ ports: portSet(444, { configurable: true }), destination: endpoint([], { any: true }), role: 'edge' }),
      rule('lync/clients/1'),
      rule('lync/clients/2'),
      rule('lync/servers/new'),
    ],
    tables: [...older.tables, { id: 'lync/clients' }],
    protocols: older.protocols.slice(0, 1),
    corrections: [],
  });
  const redirects = readRedirects({ [LISTENER]: 'lync/servers/directors-5061-tcp' });
  expect(changesetFile(releaseDiff(older, now, redirects))).toBe(`---
"@lync/port-catalog": major
---

The data, compared with 1.2.3.

**Added**

- \`lync/servers/new\`
- \`table lync/clients\` with 2 rules

**Removed**

- \`protocol tls\`

**Renamed (the old ids lead to the new)**

- \`${LISTENER}\` → \`lync/servers/directors-5061-tcp\`

**Changed**

- \`${FLOW}\`: destination director, edge → any; ports 443 → 444, configurable; role none → edge

**Text and provenance**

- notes of 1 rule
- 1 correction removed
`);
});

test('facts are told in few words', () => {
  const now = catalog({
    ports: [
      rule(LISTENER, {
        ports: portSet(1, { ranges: [{ from: 1024, to: 65535 }] }),
        transports: [],
        risk: { level: 1 },
        note: null,
      }),
      flow(),
    ],
  });
  const diff = releaseDiff(older, now, new Map());
  expect(changelogText(diff)).toContain(
    'note no such field → none; ports 5061 → 1024-65535; risk no such field → {"level":1}; transports tcp → none',
  );
});

test('where nothing changed, the changelog says so', () => {
  expect(changelogText(releaseDiff(older, catalog(), new Map()))).toBe(
    'The data, compared with 1.2.3.\n\nNothing changed.\n',
  );
});

test('diff.json says where it leads from and to, and by which bump', () => {
  const diff = releaseDiff(older, catalog({ ports: [...older.ports, rule('lync/servers/new')] }), new Map());
  expect(diff).toMatchObject({ from: '1.2.3', to: '1.3.0', bump: 'minor', added: ['lync/servers/new'] });
  expect(JSON.stringify(diff)).not.toMatch(/\d{4}-\d\d-\d\d/);
});

test('rules of the same row are suggested as a rename, and no others are', () => {
  const origin = { document: 'lync/ports', table: 1, row: 7 };
  const before = catalog({ ports: [rule('a/b/old', { origin }), rule('a/b/gone')] });
  const now = catalog({ ports: [rule('a/b/new', { origin }), rule('a/b/other', { origin: { ...origin, row: 8 } })] });
  const diff = releaseDiff({ version: '1.0.0', ...before }, now, new Map());
  expect(suggestRenames(before, now, diff)).toEqual([{ from: 'a/b/old', to: 'a/b/new' }]);
});

test.each([
  [1, 'rule', '1 rule'],
  [2, 'rule', '2 rules'],
  [3, 'advisory', '3 advisories'],
])('%i of "%s"', (count, what, said) => {
  expect(counted(count, what)).toBe(said);
});
