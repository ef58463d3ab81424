import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chrome, withoutBrowser } from '../../support/browser.ts';
import { useVisits } from '../../support/visits.ts';

/** What people asked in public, each answered in one step of the site: a page, or what is typed into the search. */
interface Question {
  readonly asks: string;
  /** A page, or else what is typed. */
  readonly page?: string;
  readonly typed?: string;
  /** What the reader sees of it: on the page without its filter, or in the search without scrolling through rules. */
  readonly sees: readonly RegExp[];
  readonly not?: readonly RegExp[];
  /** What the rows open that name the pair or the port, each once: "tcp 443". */
  readonly opens?: { readonly has: readonly string[]; readonly not?: readonly string[] };
}

const QUESTIONS: readonly Question[] = [
  {
    asks: 'where the file share is',
    page: '/between/front-end-server/file-store/',
    sees: [/SMB/, /pages of Lync Server 2013 lack the file share/, /keep their files on a share too/],
    opens: { has: ['tcp 445'], not: ['udp 445'] },
  },
  {
    asks: 'where the file share is, typed',
    typed: 'Where is the file share?',
    sees: [/445/, /SMB/, /lack the file share/],
  },
  {
    asks: 'which ports of Active Directory Front End Servers use',
    page: '/roles/front-end-server/',
    sees: [/In no port table/, /Active Directory/, /389/, /3268/, /Silence does not mean/],
  },
  {
    asks: 'the same, typed',
    typed: 'which active directory ports do front ends need?',
    sees: [/In no table:/, /Active Directory/],
  },
  { asks: 'what 389 is', page: '/ports/389/', sees: [/Active Directory/], not: [/Rules that name it/] },
  {
    asks: 'on which port presence runs',
    page: '/protocols/sip/',
    sees: [/5061/, /Access Edge service/],
    opens: { has: ['tcp 5061', 'tcp 443'] },
  },
  { asks: 'what 5269 is for', page: '/ports/5269/', sees: [/XMPP/], not: [/presence of clients/] },
  {
    asks: 'what the web client needs',
    page: '/between/client/reverse-proxy/',
    sees: [/443/],
    opens: { has: ['tcp 443'] },
  },
  {
    asks: 'where the reverse proxy leads to',
    page: '/between/reverse-proxy/front-end-server/',
    sees: [/4443/],
    opens: { has: ['tcp 4443', 'tcp 8080'], not: ['tcp 5061'] },
  },
  { asks: 'what 8060 is', page: '/ports/8060/', sees: [/Front End Servers/], opens: { has: ['tcp 8060'] } },
  { asks: 'whether 4092 is needed', typed: '4092', sees: [/No rule names 4092/, /ranges cover it/] },
  { asks: 'whether 10000 is needed', typed: '10000/tcp', sees: [/No rule names 10000/, /ranges cover it/] },
  { asks: 'whether UDP 925 is needed', typed: '925', sees: [/Nothing found/], not: [/All about port 925/] },
  {
    asks: 'whether 8080 is for root certificates',
    page: '/ports/8080/',
    sees: [/root certificate/i, /Autodiscover/],
    opens: { has: ['tcp 8080'] },
  },
  {
    asks: 'what hybrid needs',
    page: '/scenarios/hybrid/',
    sees: [/PSOM/, /STUN/, /3478/, /50000\s–\s59999/, /Open the whole range/],
    opens: { has: ['tcp 443', 'udp 3478', 'tcp 5061', 'tcp 80, 443'] },
  },
  {
    asks: 'what central logging needs',
    page: '/ports/50001/',
    sees: [/on every server/, /Central(ized)? Logging/i],
    opens: { has: ['tcp 50001'] },
  },
  { asks: 'what a management host must reach, typed', typed: 'central logging', sees: [/50001/, /on every server/] },
  {
    asks: 'which end 50,000-59,999 is at',
    page: '/ports/50000-59999/',
    sees: [/source range going out, not a destination/, /from TCP 50,000–59,999 to TCP 443/, /2007/],
  },
  {
    asks: 'what clients need of the A/V Edge service',
    page: '/between/client/av-edge-service/',
    sees: [/3478/],
    opens: { has: ['udp 3478', 'tcp 443'] },
  },
  {
    asks: 'whether 135 is enough between pools',
    page: '/ports/135/',
    sees: [/135 alone is not enough for DCOM/, /49152–65535/, /smaller range/],
  },
  {
    asks: 'what a client inside needs of the Edge Server inside',
    page: '/between/internal-client/edge-server/',
    sees: [/these let anybody through/, /internal interface/],
    opens: { has: ['udp 3478', 'tcp 443'], not: ['tcp 4443', 'tcp 5061', 'tcp 5062', 'tcp 8057'] },
  },
  {
    asks: 'the same, typed',
    typed: 'internal client to edge server',
    sees: [/Internal clients → Edge Server/],
  },
  {
    asks: 'on which port the gateway listens',
    page: '/between/mediation-server/pstn-gateway/',
    sees: [/Survivable Branch Appliance's ports/, /5066 for TCP and 5067 for TLS/],
  },
  { asks: 'the same, of the role', page: '/roles/mediation-server/', sees: [/5066 for TCP and 5067 for TLS/] },
  {
    asks: 'on which port the Mediation Server listens for the gateway',
    page: '/between/pstn-gateway/mediation-server/',
    sees: [/5068 is off until a TCP gateway is defined/],
    opens: { has: ['tcp 5067', 'tcp 5068'], not: ['tcp 5070'] },
  },
  {
    asks: 'what SQL Server needs behind a firewall',
    page: '/roles/sql-server/',
    sees: [/1433/, /static TCP port for each named instance/, /5022/, /7022/],
    opens: { has: ['tcp 1433', 'udp 1434'] },
  },
  { asks: 'on which port mirroring runs', typed: 'sql mirroring', sees: [/In no table:/, /mirroring/i] },
  {
    asks: 'whether _sipinternaltls is 5060 or 5061',
    typed: '_sipinternaltls',
    sees: [/5061/],
    not: [/\b5060\b/],
  },
  {
    asks: 'whether 5060 is needed',
    page: '/ports/5060/',
    sees: [/no longer used/, /DNS records for internal sign-in point to 5061/],
    opens: { has: ['tcp 5060'], not: ['udp 5060'] },
  },
  {
    asks: 'what goes between two Edge Servers of a pool behind NAT',
    page: '/scenarios/scaled-edge-dns-private-ip-nat/',
    sees: [/reach each other on their public A\/V addresses/, /UDP 3478 and TCP 443/, /hairpin/],
  },
  {
    asks: 'the same, typed',
    typed: 'edge servers of one pool',
    sees: [/reach each other on their public A\/V addresses/],
  },
  {
    asks: 'which end 1024-65535 is at',
    page: '/ports/1024-65535/',
    sees: [/used by Clients/, /may be configured/],
    not: [/listened on by/],
  },
  {
    asks: 'what the reverse proxy needs of Directors',
    page: '/between/reverse-proxy/director/',
    sees: [/Reverse proxy → Directors/],
    opens: { has: ['tcp 8080', 'tcp 4443'] },
  },
  {
    asks: 'what clients need of Directors',
    page: '/between/client/director/',
    sees: [/Clients → Directors/],
    opens: { has: ['tcp 443', 'tcp 80', 'tcp 5061'] },
  },
  {
    asks: 'what Directors need of Front End Servers',
    page: '/between/director/front-end-server/',
    sees: [/444/],
    opens: { has: ['tcp 444'] },
  },
  {
    asks: 'whether 8404 is SIP',
    page: '/ports/8404/',
    sees: [/8404 is not SIP but WCF over MTLS/, /must not expect it here/],
    opens: { has: ['tcp 8404'] },
  },
  {
    asks: 'whether application sharing is TCP only',
    page: '/ports/49152-65535/',
    sees: [/TCP on one page, TCP and UDP on another/, /Open UDP too/],
  },
  {
    asks: 'which port of a load balancer leads to which',
    page: '/scenarios/load-balancer-virtual-ips/',
    sees: [/4443/, /8080/, /5061/, /Persistence/],
  },
  { asks: 'how a load balancer keeps sessions', typed: 'persistence', sees: [/Load balancer virtual IPs/] },
  {
    asks: 'whether 3478 is TCP',
    page: '/ports/3478/',
    sees: [/^UDP/m],
    opens: { has: ['udp 3478'], not: ['tcp 3478'] },
  },
  { asks: 'which port mobile push needs', page: '/ports/5223/', sees: [/mobility/i], not: [/Rules that name it/] },
  { asks: 'the same, typed', typed: 'push notification', sees: [/In no table:/, /mobility/i] },
  // In Korean, of every kind.
  {
    asks: 'where the file share is, in Korean',
    page: '/ko/between/front-end-server/file-store/',
    sees: [/SMB/, /Lync Server 2013의 프런트 엔드 서버도 파일 공유에/],
    opens: { has: ['tcp 445'] },
  },
  {
    asks: 'what Active Directory needs, typed',
    typed: 'ko:액티브 디렉터리',
    sees: [/표에 없는 항목:/, /Active Directory/],
  },
  {
    asks: 'whether 135 is enough, in Korean',
    page: '/ko/ports/135/',
    sees: [/동적 포트\(Windows Server 2008 이상에서는 49152–65535\)/],
  },
  {
    asks: 'what a client inside needs of the Edge Server, in Korean',
    page: '/ko/between/internal-client/edge-server/',
    sees: [/누구에게나 열려 있어/],
    opens: { has: ['udp 3478', 'tcp 443'], not: ['tcp 4443', 'tcp 5061', 'tcp 5062', 'tcp 8057'] },
  },
  {
    asks: 'the way from clients to the Edge Server, typed',
    typed: 'ko:클라이언트에서 에지로',
    sees: [/클라이언트 → 에지 서버/],
  },
  {
    asks: 'on which port the gateway listens, in Korean',
    page: '/ko/between/mediation-server/pstn-gateway/',
    sees: [/TCP는 5066, TLS는 5067/],
  },
  {
    asks: 'which end 50,000-59,999 is at, in Korean',
    page: '/ko/ports/50000-59999/',
    sees: [/TCP 50,000–59,999에서 TCP 443으로/],
  },
  { asks: 'whether 4092 is needed, in Korean', typed: 'ko:4092', sees: [/4092/, /범위/] },
  { asks: 'which port mobile push needs, in Korean', typed: 'ko:푸시 알림', sees: [/표에 없는 항목:/] },
  { asks: 'what 8404 is, in Korean', page: '/ko/ports/8404/', sees: [/SIP는 5071/], opens: { has: ['tcp 8404'] } },
];

describe.skipIf(chrome === null)(`who asks is answered in one step${withoutBrowser}`, () => {
  const { visit } = useVisits();

  function seenOf(page: Page, selector: string): Promise<string> {
    // biome-ignore lint/performance/useDomNodeTextContent: What is folded is not seen.
    return page.locator(selector).innerText();
  }

  const searches = new Map<string, Page>();

  /** The search of a language, open and empty, in a tab of its own that stays where it is. */
  async function searchOf(locale: string): Promise<Page> {
    const opened = searches.get(locale);
    if (opened !== undefined) {
      await opened.locator('.search-dialog input').fill('');
      await opened.waitForSelector('.search-dialog [role="status"]:empty', { state: 'attached' });
      return opened;
    }
    const { page } = await visit(locale === 'ko-KR' ? '/ko/data/' : '/data/', { locale });
    await page.keyboard.press('Control+K');
    searches.set(locale, page);
    return page;
  }

  /** Types into the search, and gives what is seen of it. */
  async function find(query: string): Promise<string> {
    const page = await searchOf(query.startsWith('ko:') ? 'ko-KR' : 'en-GB');
    await page.locator('.search-dialog input').focus();
    await page.keyboard.insertText(query.replace('ko:', ''));
    await page.waitForSelector('.search-dialog [role="status"]:not(:empty)');
    return seenOf(page, '.search-dialog .search-panel');
  }

  /**
   * What the rows that are seen open, but for those that only have a range around a port, and what folded ones are said
   * to.
   */
  async function opened(page: Page): Promise<string[]> {
    const folded = await page.locator('details:not([open]) > summary .opens > span').evaluateAll((said) =>
      said
        .filter((each) => each.checkVisibility())
        .flatMap((each) => {
          const [transport = '', ports = ''] = (each.textContent ?? '').trim().split(/\s+(.*)/s);
          return ports.split(', ').map((port) => `${transport.toLowerCase()} ${port.trim()}`);
        }),
    );
    const rowsSeen = await page.locator('tr[data-rule]').evaluateAll((rows) => {
      const seen = rows.filter(
        (row) => row.checkVisibility() && row.closest('section:has(> .table-head > #covering)') === null,
      );
      return seen.flatMap((row) => {
        const ports = [...row.querySelectorAll('.port .ports a')].map((link) => link.textContent).join(', ');
        const transports = (row as HTMLElement).dataset.transport?.split(' ') ?? [];
        return transports.map((transport) => `${transport} ${ports}`);
      });
    });
    return [...folded, ...rowsSeen];
  }

  it.each(QUESTIONS)('$asks: $page $typed', async ({ page: path, typed, sees, not = [], opens }) => {
    let text: string;
    if (path === undefined) text = await find(typed ?? '');
    else {
      const { page } = await visit(path);
      text = await seenOf(page, 'main');
      if (opens !== undefined) {
        const found = await opened(page);
        expect(found).toEqual(expect.arrayContaining([...opens.has]));
        for (const each of opens.not ?? []) expect(found).not.toContain(each);
      }
    }
    for (const each of sees) expect(text).toMatch(each);
    for (const each of not) expect(text).not.toMatch(each);
  });
});
