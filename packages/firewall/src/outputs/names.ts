import { products, roles } from '@lync/port-catalog';
import type { Text } from '../messages.ts';
import type { Language } from './head.ts';

/** Who is in a plan and in no list of the catalog. */
const OTHERS: Readonly<Record<string, Text>> = {
  any: { en: 'Any', ko: '모두' },
  'dns-server': { en: 'DNS server', ko: 'DNS 서버' },
  'xmpp-partner': { en: 'XMPP partner', ko: 'XMPP 파트너' },
  'survivable-branch': { en: 'Survivable Branch Appliances and Servers', ko: 'Survivable Branch Appliance 및 Server' },
};

const FIREWALLS: Readonly<Record<string, Text>> = {
  external: { en: 'External firewall', ko: '외부 방화벽' },
  internal: { en: 'Internal firewall', ko: '내부 방화벽' },
};

/** A role of a rule as people call it; an id that nobody knows stays. */
export function roleName(id: string, language: Language): string {
  const named: { readonly [lang in Language]?: string | null } | undefined =
    OTHERS[id] ?? roles.find((role) => role.id === id)?.name;
  return named?.[language] ?? named?.en ?? id;
}

/** The firewall of a rule: one of the network, or that of servers of a role. */
export function firewallName(firewall: string, language: Language): string {
  return FIREWALLS[firewall]?.[language] ?? roleName(firewall.replace('host:', ''), language);
}

/** A product as people call it. */
export function productName(id: string, language: Language): string {
  const { name } = products.find((product) => product.id === id) ?? { name: { en: id, ko: id } };
  return name[language] ?? name.en;
}
