import type { Snapshot, SnapshotDocument, SnapshotTable } from '../../scraper/src/model/snapshot.ts';
import { documentOf, tableWith } from './rows.ts';

/** A snapshot of a document with these tables; what a test is about is given. */
export function snapshotOf(tables: SnapshotTable[], given: Partial<SnapshotDocument> = {}): Snapshot {
  return { $schema: 'lync-port-snapshot/1', document: documentOf(given), tables };
}

type ListenerRow = readonly [role: string, service: string, port: string, protocol: string];

/** A table of listeners as the Korean-only pages have it. */
export function listeners(rows: readonly ListenerRow[], given: Partial<SnapshotTable> = {}): SnapshotTable {
  return tableWith(['서버 역할', '서비스 이름', '포트', '프로토콜'], rows, given);
}

/** A table of load balancers. */
export function loadBalancers(
  rows: readonly (readonly [balancer: string, port: string, protocol: string])[],
): SnapshotTable {
  return tableWith(['부하 분산 장치', '포트', '프로토콜'], rows);
}

export const LYNC = { product: 'lync-server-2013', id: 'lync-server-2013/ports', path: 'lync.md' };
export const SKYPE = {
  product: 'skype-for-business-server-2015',
  id: 'skype-for-business-server-2015/ports',
  path: 'skype.md',
};
