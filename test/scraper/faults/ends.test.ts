import { describe, expect, it } from 'vitest';
import { readCaption } from '../../../scraper/src/interpret/caption.ts';
import { english, opening, read, shortEnd } from '../../support/read-rows.ts';
import { tableWith } from '../../support/rows.ts';
import { takeText } from '../../support/take.ts';
import { vocabulary } from '../../support/vocabulary.ts';

/** Each fault with which it was read whose ports these are, by its kind. */

describe('an end', () => {
  it.each([
    ['Any', 'any'],
    ['any', 'any'],
    ['Any IP address', 'any'],
    ['All', 'any'],
    ['Any:\n• Front End Server\n• Director', 'front-end-server director'],
    ['Any\n• Front End Server\n• Director', 'front-end-server director'],
    ['Any of the following:\n• Front End Server\n• Director pool', 'front-end-server director'],
    ['Any of the following: Front End Server, Director', 'front-end-server director'],
    ['Any of the following servers:\nFront End Server\nDirector', 'front-end-server director'],
    [
      'Any of the following running the XMPP Gateway service:\n• Front End Server\n• Front End pool',
      'front-end-server',
    ],
    ['Any of these:\n• Director', 'director'],
    ['Either of the following:\n• Director\n• Front End Server', 'director front-end-server'],
    ['One of the following: Director or Front End pool', 'director front-end-server'],
    ['All of the following:\n- Director\n- Edge Server', 'director edge-server'],
    ['Any of the Front End Servers', 'front-end-server'],
    ['Any Survivable Branch Appliance', 'survivable-branch-appliance'],
    [
      'Any (can be defined as Standard Edition server IP, Standard Edition server IP address, or pool IP address running the XMPP Gateway service)',
      'any narrowed to standard-edition-server front-end-server',
    ],
    [
      'Any (can be defined as Director IP, Front End Server IP or Pool virtual IP)',
      'any narrowed to director front-end-server',
    ],
    ['Any (may be limited to the Edge Server internal interface)', 'any narrowed to edge-server'],
    ['Any, can be defined as Director', 'any narrowed to director'],
    ['Cloud Connectorr host IPs', 'cloud-connector-host'],
    ['Cloud Connector host IPs', 'cloud-connector-host'],
  ])('%j', (cell, stated) => {
    const { facts, said } = read(['Source IP', 'Destination IP', 'Port'], [[cell, 'Edge Server', 'TCP 443']]);
    expect([facts.map(({ source }) => shortEnd(source)), said]).toEqual([[stated], []]);
  });

  it.each([
    'Any of the following:',
    'Any of the following Front End Server, Director',
    'Any of the following:\n• Toaster',
    'Any (can be defined as Toaster)',
    'Any (Director)',
    'Anywhere',
  ])('%j is refused', (cell) => {
    const { said } = read(['Source IP', 'Destination IP', 'Port'], [[cell, 'Edge Server', 'TCP 443']]);
    expect(said).toEqual(['error unknown-endpoint']);
  });
});

describe('a caption', () => {
  const says = (caption: string) => readCaption(tableWith([], [], { caption: english(caption) }), 'en-US', vocabulary);

  it.each([
    'Required client ports',
    'Required Client Ports and Protocols',
    'Client-side ports',
    'Client port requirements',
    'Ports required by clients',
    'Ports for Lync clients',
    'Port ranges for your clients',
  ])('%j makes a table one of clients', (caption) => {
    expect(says(caption).client).toBe(true);
    const { facts } = read(['Port', 'Protocol'], [['443', 'TCP']], { caption, about: 'client' });
    expect(facts.map(({ role }) => role)).toEqual(['client']);
  });

  it.each(['Required server ports', 'Ports that servers open to clients', 'Ports for clients and servers', 'Clients'])(
    '%j does not',
    (caption) => {
      expect(says(caption).client).toBe(false);
    },
  );

  it.each([
    'Ports to block',
    'Blocked ports',
    'Ports that must be blocked',
    'Ports to be closed',
    'Ports which should be closed',
    'Ports that you should block',
    'Ports that are blocked',
    'Ports that must not be opened',
    'Ports not to open',
    'Do not open these ports',
    'Block the following ports on the external firewall',
    'Prohibited ports',
    'Unused ports',
    'Reserved TCP ports',
    'Firewall deny rules',
    'No longer used',
  ])('%j opens nothing', (caption) => {
    const { facts, said } = read(['Server role', 'Port', 'Protocol'], [['Directors', '443', 'TCP']], { caption });
    expect([facts, said]).toEqual([[], ['warning withdrawn']]);
  });

  it.each([
    'Ports that are not required',
    'Deprecated ports',
    'Ports removed in this release',
    'Ports to avoid',
    'Former firewall rules',
    'Not required ports',
    'Ports that we recommend blocking',
    'Ports to shut',
    'Ports you can safely close',
    'Legacy ports',
    'Excluded ports',
  ])('%j may say so, which is reported', (caption) => {
    const { facts, said } = read(['Server role', 'Port', 'Protocol'], [['Directors', '443', 'TCP']], { caption });
    expect([facts.map(opening), said]).toEqual([['tcp 443'], ['warning unclear-caption']]);
  });

  it('is clear where it says that the ports are required, whatever a heading above it says', () => {
    const given = { caption: 'Required ports', headings: ['Deprecated ports'] };
    const { facts, said } = read(['Server role', 'Port', 'Protocol'], [['Directors', '443', 'TCP']], given);
    expect([facts.map(opening), said]).toEqual([['tcp 443'], []]);
  });

  it.each([
    'Ports to open',
    'Ports to unblock',
    'Ports that are not blocked',
    'Ports blocked by default',
    'Port ranges in a block',
    'Ports and blocks of addresses',
    'Firewalls that close idle connections',
  ])('%j takes nothing back', (caption) => {
    const { facts, said } = read(['Server role', 'Port', 'Protocol'], [['Directors', '443', 'TCP']], { caption });
    expect([facts.map(opening), said]).toEqual([['tcp 443'], []]);
  });

  it.each([
    ['External Interface – Node 1 and Node 2 (Example)', 'external', 'node', 'external'],
    ['Internal Interface Node 1 and Node 2', 'internal', 'node', 'internal'],
    ['External interface Virtual IPs', 'external', 'virtual-ip', 'external'],
    ['Internal interface VIP', 'internal', 'virtual-ip', 'internal'],
    ['Internal Edge interface', 'internal', null, 'internal'],
    ['External network adapter', 'external', null, 'external'],
    ['Internal firewall', undefined, undefined, 'internal'],
    ['External firewall - minimum configuration', undefined, undefined, 'external'],
    ['External port firewall summary table', undefined, undefined, 'external'],
    ['Internal-facing firewall', undefined, undefined, 'internal'],
    ['External and internal interfaces', undefined, undefined, null],
    ['Firewall Summary for Federation', undefined, undefined, null],
  ])('%j', (caption, side, address, firewall) => {
    const facts = says(caption);
    expect([facts.interface?.side, facts.interface?.address, facts.firewall]).toEqual([side, address, firewall]);
  });
});

describe('where a flow crosses the perimeter network', () => {
  it.each([
    ['External firewall', 'Any', 'Edge Server Access Edge service', 'external/null', 'external in'],
    ['External firewall', 'Edge Server Access Edge service', 'Any', 'external/null', 'external out'],
    ['Internal Interface – Node 1', 'Any', 'Edge Server internal interface', 'internal/node', 'internal out'],
    ['Internal Interface – Node 1', 'Edge Server internal interface', 'Director', 'internal/node', 'internal in'],
    ['', 'Edge Server internal interface', 'Director', 'internal/null', 'internal in'],
    ['', 'Edge Server A/V Edge service public IP address', 'Any', 'external/null', 'external out'],
    ['', 'Federated partner', 'Edge Server Access Edge service', 'external/null', 'external in'],
    ['', 'Any', 'Edge Server', null, null],
    ['', 'Director', 'Front End Server', null, null],
    ['Internal firewall', 'Cloud Connector Mediation component', 'SBC/PSTN Gateway', null, 'internal in'],
    ['Internal firewall', 'SBC/PSTN Gateway', 'Cloud Connector Mediation component', null, 'internal out'],
    ['External firewall', 'Director', 'Front End Server', null, null],
  ])('%j, from %j to %j', (caption, from, to, face, firewall) => {
    const { facts } = read(['Source IP', 'Destination IP', 'Port'], [[from, to, 'TCP 443']], { caption });
    expect(
      facts.map((each) => [
        each.interface && `${each.interface.side}/${each.interface.address}`,
        each.firewall && `${each.firewall.at} ${each.firewall.way}`,
      ]),
    ).toEqual([[face, firewall]]);
  });
});

describe('the product of a page', () => {
  const page = (title: string, front: string) =>
    `---\ntitle: ${title}\nms.contentlocale: en-US\n${front}\n---\n# ${title}\n\n|Server role|Port|Protocol|\n|---|---|---|\n|Directors|443|TCP|\n`;
  const BOTH = ['skype-for-business-server-2015', 'skype-for-business-server-2019'];

  it.each([
    ['Port ranges in Lync Server 2013', 'mtps_version: v=OCS.15', 'Lync/LyncServer/a.md', ['lync-server-2013']],
    ['Port ranges', 'mtps_version: v=OCS.15', 'Lync/LyncServer/a.md', ['lync-server-2013']],
    // pages of Skype for Business Server kept the version of the Lync page that they were made of
    ['Port ranges', 'mtps_version: v=OCS.15', 'Skype/SfbServer/manage/a.md', BOTH],
    ['Port ranges for Skype for Business Server', 'mtps_version: v=OCS.15', 'Skype/SfbServer/a.md', BOTH],
    ['Edge in Skype for Business Server', 'ms.prod: skype-for-business-itpro', 'Skype/SfbServer/a.md', BOTH],
    ['Edge in Skype for Business Server 2015', '', 'Skype/SfbServer/a.md', ['skype-for-business-server-2015']],
    ['Edge in Skype for Business Server 2019', '', 'Skype/SfbServer/a.md', ['skype-for-business-server-2019']],
    ['Edge', '', 'Skype/SfBServer2019/a.md', ['skype-for-business-server-2019']],
    [
      'Plan Cloud Connector Edition',
      'ms.prod: skype-for-business-itpro',
      'Skype/SfbServer/a.md',
      ['cloud-connector-edition'],
    ],
  ])('%s (%s, %s)', (title, front, path, products) => {
    const { snapshot } = takeText(page(title, front), path);
    expect(snapshot?.document.products ?? [snapshot?.document.product]).toEqual(products);
  });

  it.each([
    ['Ports in Teams', 'ms.prod: skype-for-business-itpro', 'Teams/a.md'],
    ['Ports of Skype for Business Server', 'mtps_version: v=OCS.15', 'Teams/a.md'],
    ['Ports in Office Communications Server 2007 R2', 'mtps_version: v=OCS.15', 'Skype/SfbServer/a.md'],
  ])('%s (%s, %s) is none of the catalog', (title, front, path) => {
    expect(takeText(page(title, front), path).snapshot).toBeNull();
  });
});
