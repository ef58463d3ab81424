import type { Text } from './messages.ts';

/** A rule that a page states in prose and no table has. */
export interface ProseRule {
  readonly id: string;
  readonly text: Text;
  /** Where it is said. */
  readonly source: string;
}

const EDGE_REQUIREMENTS =
  'https://learn.microsoft.com/skypeforbusiness/plan-your-deployment/edge-server-deployments/edge-environmental-requirements';

/** Marked in a plan by their ids, which no catalog rule can have. */
export const PROSE = {
  'edge-servers-reach-each-other': {
    id: 'prose/edge-servers-reach-each-other',
    text: {
      en: 'Edge Servers of a pool reach each other on their public A/V addresses, through the firewall.',
      ko: '풀의 에지 서버는 방화벽을 거쳐 서로의 공용 A/V 주소로 연결합니다.',
    },
    source: EDGE_REQUIREMENTS,
  },
  'media-to-nodes': {
    id: 'prose/media-to-nodes',
    text: {
      en: 'Media from inside goes to the internal addresses of the Edge Servers; the internal virtual address is only for Exchange 2007 or 2010 Unified Messaging and old clients.',
      ko: '내부의 미디어는 에지 서버의 내부 주소로 갑니다. 내부 가상 주소는 Exchange 2007 또는 2010 통합 메시징과 이전 클라이언트에만 필요합니다.',
    },
    source: EDGE_REQUIREMENTS,
  },
} as const satisfies Record<string, ProseRule>;
