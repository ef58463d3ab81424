import starlight from '@astrojs/starlight';
import { scenarios } from '@lync/port-catalog';
import { defineConfig } from 'astro/config';

const reference = [
  { label: 'Ports', translations: { ko: '포트' }, link: '/ports/' },
  { label: 'Roles', translations: { ko: '역할' }, link: '/roles/' },
  { label: 'Services', translations: { ko: '서비스' }, link: '/services/' },
  { label: 'Protocols', translations: { ko: '프로토콜' }, link: '/protocols/' },
];
const trust = [
  { label: 'Corrections', translations: { ko: '정정' }, link: '/corrections/' },
  { label: 'Advisories', translations: { ko: '주의 사항' }, link: '/advisories/' },
  { label: 'Compare', translations: { ko: '제품 비교' }, link: '/compare/' },
];

export default defineConfig({
  site: process.env.SITE_URL ?? 'https://lync-ports.github.io',
  base: process.env.BASE_PATH ?? '/',
  trailingSlash: 'always',
  integrations: [
    starlight({
      title: { en: 'Lync ports', ko: 'Lync 포트' },
      locales: { root: { label: 'English', lang: 'en' }, ko: { label: '한국어', lang: 'ko' } },
      customCss: ['./src/styles/site.css'],
      pagefind: false,
      expressiveCode: false,
      credits: false,
      sidebar: [
        {
          label: 'Scenarios',
          translations: { ko: '시나리오' },
          items: scenarios.map(({ id, name }) => ({
            label: name.en,
            translations: { ko: name.ko },
            link: `/scenarios/${id}/`,
          })),
        },
        { label: 'Reference', translations: { ko: '참조' }, items: reference },
        { label: 'Trust', translations: { ko: '신뢰성' }, items: trust },
      ],
    }),
  ],
});
