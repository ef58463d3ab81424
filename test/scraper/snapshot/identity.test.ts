import { describe, expect, it } from 'vitest';
import { LONGEST } from '../../../scraper/src/model/id.ts';
import { readPage } from '../../../scraper/src/parse/page.ts';
import { isoDate, nameOf, recogniseProducts } from '../../../scraper/src/snapshot/identity.ts';
import { vocabularyOf } from '../../support/vocabularies.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** A page with this front matter and this title. */
function page(frontMatter: string, title = '') {
  return readPage(`---\n${frontMatter}\nms.contentlocale: ko-KR\n---\n${title === '' ? '' : `# ${title}\n`}`);
}

const PAIR =
  '<span data-ttu-id="1">포트</span><span class="sxs-lookup"><span data-stu-id="1">Ports in Lync Server 2013</span></span>';

/** Both that a page is for which is titled only "Skype for Business Server". */
const BOTH = 'skype-for-business-server-2015,skype-for-business-server-2019';

describe('the product of a page', () => {
  it.each([
    ['mtps_version: v=OCS.15', '', '', 'lync-server-2013'],
    ['mtps_version: v=OCS.14', '', '', 'lync-server-2010'],
    ['ms.prod: skype-for-business-itpro', '', '', BOTH],
    ['title: Lync  server 2013 포트', '', '', 'lync-server-2013'],
    ['title: 비즈니스용 Skype 서버 포트', '', '', BOTH],
    ['title: 비즈니스용 Skype 서버 2015 포트', '', '', 'skype-for-business-server-2015'],
    ['title: 비즈니스용 Skype 서버 2019 포트', '', '', 'skype-for-business-server-2019'],
    ['title: 포트', 'Lync Server 2013의 포트', '', 'lync-server-2013'],
    ['title: 포트', PAIR, '', 'lync-server-2013'],
    ['title: 포트', '', 'Lync/LyncServer/ports.md', 'lync-server-2013'],
    ['title: 포트', '', 'Skype/SfbServer/ports.md', BOTH],
    ['ms.prod: skype-for-business-itpro', '', 'Skype/SfBServer2019/ports.md', 'skype-for-business-server-2019'],
    ['ms.service: skype-for-business-server', '포트', 'ports.md', BOTH],
    ['ms.service: msteams', '포트', 'Teams/ports.md', 'microsoft-teams'],
    ['ms.service: msteams', '비즈니스용 Skype 서버의 포트', 'ports.md', 'microsoft-teams'],
    ['ms.prod: skype-for-business-itpro', '비즈니스용 Skype 서버의 포트', 'Teams/ports.md', 'microsoft-teams'],
    ['ms.prod: skype-for-business-itpro', 'Office Communications Server의 포트', '', 'office-communications-server'],
    ['ms.prod: skype-for-business-itpro', 'Skype for Business Cloud Connector Edition', '', 'cloud-connector-edition'],
    ['title: 포트', '포트', 'Skype/SfbOnline/ports.md', 'skype-for-business-online'],
    ['title: 포트', '포트', 'ports.md', ''],
  ])('"%s", "%s", at "%s" is %s', (frontMatter, title, path, product) => {
    expect(recogniseProducts(page(frontMatter, title), path, vocabulary).join()).toBe(product);
  });

  it('is recognised without front matter', () => {
    expect(recogniseProducts(readPage('# Lync Server 2013의 포트'), 'ports.md', vocabulary)).toEqual([
      'lync-server-2013',
    ]);
  });

  it('may be several, where the test that it passes says so', () => {
    const recognise = [
      { in: 'title', contains: 'Server 2019' },
      { in: 'title', contains: 'Server', with: ['later', 'latest'] },
    ];
    const products = vocabularyOf({
      products: [{ id: 'first', name: { en: '', ko: '' }, named: ['Server'], recognise }],
    });
    expect(recogniseProducts(page('title: Ports of the Server'), 'ports.md', products)).toEqual([
      ...['first', 'later', 'latest'],
    ]);
    expect(recogniseProducts(page('title: Ports of Server 2019'), 'ports.md', products)).toEqual(['first']);
  });
});

describe('the name of a page', () => {
  const LYNC = 'lync-server-2013';

  it.each<[fact: string, frontMatter: string, title: string, name: string | null]>([
    ['is the anchor of its title', 'TOCTitle: Other', '<a name="ports"></a>포트', 'ports'],
    ['is without its product', '', '<a name="ports-in-lync-server-2013"></a>포트', 'ports'],
    ['is without a shorter name of it', '', '<a name="ports-in-lync-server"></a>포트', 'ports'],
    ['keeps another product', '', '<a name="ports-in-exchange"></a>포트', 'ports-in-exchange'],
    ['is its English title where there is no anchor', '', PAIR, 'ports'],
    ['is its English name in the table of contents', 'TOCTitle: Port summary', '포트', 'port-summary'],
    ['is its asset id', 'ms.assetid: A1-B2', '포트', 'a1-b2'],
    ['is the asset id of an older page', 'ms:assetid: c3', '', 'c3'],
    ['is none', '', '포트', null],
  ])('%s', (_, frontMatter, title, name) => {
    expect(nameOf(page(frontMatter === '' ? 'title: x' : frontMatter, title), LYNC, vocabulary)).toBe(name);
  });

  it('is no longer than a name may be, and the same for the same title', () => {
    const title = (last: string) => page('title: x', `<a name="${'ports-of-servers-'.repeat(9)}${last}"></a>포트`);
    const [name, other] = ['a', 'b'].map((last) => nameOf(title(last), LYNC, vocabulary) ?? '');
    expect(name).toMatch(/^ports-of-servers-ports-of-servers-.*-[0-9a-f]{8}-.*-servers-a$/);
    expect([name === other, name === nameOf(title('a'), LYNC, vocabulary)]).toEqual([false, true]);
    expect(name?.length).toBeLessThanOrEqual(LONGEST.name);
  });

  it('of a product that nobody knows is kept whole', () => {
    expect(nameOf(page('title: x', '<a name="ports-in-netmeeting"></a>포트'), 'netmeeting', vocabulary)).toBe(
      'ports-in-netmeeting',
    );
  });
});

describe('a date', () => {
  it.each([
    ['04/06/2016', '2016-04-06'],
    ['2/15/2018', '2018-02-15'],
    ['02/29/2020', '2020-02-29'],
    ['02/29/2019', null],
    ['13/01/2019', null],
    ['04-06-2016', null],
    ['2016-04-06', null],
    ['', null],
    [undefined, null],
  ])('"%s" is %s', (text, date) => {
    expect(isoDate(text)).toBe(date);
  });
});
