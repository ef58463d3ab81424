import type { Language, PortRange, Transport } from '@lync/port-catalog';
import { shownRange } from '../ranges.ts';
import { say } from '../strings.ts';
import type { Band, FlowPorts } from './flows.ts';

/** What diagrams and maps say, in both languages. */
const words = {
  title: { en: 'Who talks to whom', ko: '통신 관계' },
  description: {
    en: 'Roles by zone, from outside to inside, with the ports between each two. The tables below say the same.',
    ko: '역할을 외부에서 내부 순으로 영역별로 배치하고, 두 역할 사이의 포트를 표시했습니다. 아래 표에 같은 내용이 있습니다.',
  },
  arrows: {
    en: 'Arrows point the way a connection is opened.',
    ko: '화살표는 연결이 시작되는 방향을 가리킵니다.',
  },
  narrowed: {
    en: 'Where the page says “Any” and names the servers it may be narrowed to, those servers are drawn.',
    ko: '페이지에서 “모두”라고 하면서 범위를 좁힐 서버를 밝힌 경우에는 해당 서버를 표시했습니다.',
  },
  inside: {
    en: '“Any” at an interface that the page calls internal is drawn inside.',
    ko: '페이지에서 내부라고 한 인터페이스의 “모두”는 내부에 표시했습니다.',
  },
  advised: {
    en: 'Advisories stand beneath the rows of ports with “!”.',
    ko: '“!”가 있는 포트는 해당 행 아래에 주의 사항이 있습니다.',
  },
  rows: { en: 'A port leads to its rows.', ko: '포트를 누르면 해당 행으로 이동합니다.' },
  anyPort: { en: 'any port', ko: '모든 포트' },
  noService: { en: 'No service named', ko: '서비스 표시 없음' },
  map: { en: 'Ports by role', ko: '역할별 포트' },
  differences: { en: 'What differs', ko: '제품 간 차이' },
  same: { en: 'The same in all of these products.', ko: '이들 제품에서 모두 같습니다.' },
  restSame: { en: 'Everything else is the same.', ko: '그 밖의 규칙은 같습니다.' },
} satisfies Record<string, Record<Language, string>>;

export function word(key: keyof typeof words, lang: Language): string {
  return words[key][lang];
}

/** Before what one product alone has. */
export function onlyIn(product: string, lang: Language): string {
  return lang === 'ko' ? `${product}에만 있음:` : `Only in ${product}:`;
}

/** The heading of a band; the exemptions' "Any" stands in none. */
export function bandName(band: Band, lang: Language): string {
  const names = { external: 'zoneExternal', perimeter: 'zonePerimeter', internal: 'zoneInternal' } as const;
  return band === 'neutral' ? '' : say(names[band], lang);
}

const ARROWS = { right: '→', left: '←', both: '↔' };

/** The same from top to bottom. */
export const DOWN = { right: '↓', left: '↑', both: '↕' } as const;

export function arrowOf({ way }: Pick<FlowPorts, 'way'>): string {
  return ARROWS[way];
}

/** "5061 TCP", "50000 – 59999 TCP+UDP", "any port UDP" */
export function portLabel(
  { range, transports }: { range: PortRange | null; transports: readonly Transport[] },
  lang: Language,
): string {
  const port = range === null ? word('anyPort', lang) : shownRange(range);
  return `${port} ${transportLabel(transports)}`.trimEnd();
}

export function transportLabel(transports: readonly Transport[]): string {
  return transports.map((each) => each.toUpperCase()).join('+');
}
