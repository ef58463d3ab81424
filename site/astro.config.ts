import { fileURLToPath } from 'node:url';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import { finish } from './src/integrations/finish.ts';
import { sayGroup, scenarioGroups } from './src/lib/scenario-groups.ts';

const reference = [
  { label: 'Firewall rules', translations: { ko: '방화벽 규칙' }, link: '/firewall/' },
  { label: 'Between two roles', translations: { ko: '두 역할 사이' }, link: '/between/' },
  { label: 'Ports', translations: { ko: '포트' }, link: '/ports/' },
  { label: 'Roles', translations: { ko: '역할' }, link: '/roles/' },
  { label: 'Services', translations: { ko: '서비스' }, link: '/services/' },
  { label: 'Protocols', translations: { ko: '프로토콜' }, link: '/protocols/' },
];
const trust = [
  { label: 'Corrections', translations: { ko: '정정' }, link: '/corrections/' },
  { label: 'Advisories', translations: { ko: '주의 사항' }, link: '/advisories/' },
  { label: 'Coverage', translations: { ko: '수록 범위' }, link: '/coverage/' },
  { label: 'History', translations: { ko: '변경 기록' }, link: '/history/' },
  { label: 'Compare', translations: { ko: '제품 비교' }, link: '/compare/' },
  { label: 'Data', translations: { ko: '데이터' }, link: '/data/' },
];

// Starlight's own write styles into attributes, which the content security policy forbids.
const own = [
  ...([
    'Footer',
    'Header',
    'LanguageSelect',
    'MobileMenuFooter',
    'MobileMenuToggle',
    'PageFrame',
    'PageSidebar',
  ] as const),
  ...(['PageTitle', 'Search', 'Sidebar', 'SiteTitle', 'ThemeProvider', 'ThemeSelect'] as const),
];

const CATALOG_AS_DATA = fileURLToPath(new URL('./src/scripts/firewall/catalog.ts', import.meta.url));

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://lync-ports.github.io',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: { en: 'Lync ports', ko: 'Lync 포트' },
      locales: { root: { label: 'English', lang: 'en' }, ko: { label: '한국어', lang: 'ko' } },
      customCss: ['base', 'frame', 'search', 'tables', 'tools', 'marks', 'jumps', 'phone', 'print'].map(
        (name) => `./src/styles/${name}.css`,
      ),
      pagefind: false,
      disable404Route: true,
      expressiveCode: false,
      credits: false,
      components: Object.fromEntries(own.map((name) => [name, `./src/components/${name}.astro`])),
      sidebar: [
        {
          label: 'Scenarios',
          translations: { ko: '시나리오' },
          items: scenarioGroups().map(({ group, scenarios }) => ({
            label: sayGroup(group, 'en'),
            translations: { ko: sayGroup(group, 'ko') },
            items: scenarios.map(({ id, name }) => ({
              label: name.en,
              translations: { ko: name.ko ?? name.en },
              link: `/scenarios/${id}/`,
            })),
          })),
        },
        { label: 'Reference', translations: { ko: '참조' }, items: reference },
        { label: 'Trust', translations: { ko: '신뢰성' }, items: trust },
      ],
    }),
    finish(),
  ],
  // Files of their own are allowed by `'self'` and kept by the browser from page to page.
  // The policy allows no prefetching, and pages are small.
  prefetch: false,
  build: { inlineStylesheets: 'never' },
  vite: {
    build: { assetsInlineLimit: 0 },
    // All that every page loads is one file, whatever else a page of its own has in common with it.
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: { codeSplitting: { groups: [{ name: 'site', test: /[\\/]scripts[\\/]site\.ts$/ }] } },
          },
        },
      },
    },
    plugins: [
      {
        // In a browser the planner reads the catalog from a file of the site.
        name: 'catalog-as-data',
        enforce: 'pre',
        resolveId(id, importer) {
          const isPlanner = id === '@lync/port-catalog' && /[\\/]packages[\\/]firewall[\\/]/.test(importer ?? '');
          return isPlanner && this.environment.name === 'client' ? CATALOG_AS_DATA : null;
        },
      },
      {
        // It would fetch style sheets before a module that is imported on demand; no such module has any.
        name: 'no-preload',
        enforce: 'pre',
        load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : null),
      },
      {
        // It keeps the state of Starlight's own sidebar, which is not here.
        name: 'no-sidebar-state',
        load: (id) => (/starlight\/.*\/SidebarPersistState/.test(id) ? '' : null),
      },
    ],
  },
});
