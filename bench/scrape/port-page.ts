import { block, wrapped } from './documents.ts';
import type { Random } from './random.ts';

const ROLES = ['디렉터', '이사', '중재 서버', '모든 서버'];
const SERVICES = ['비즈니스용 Skype 서버 프런트 엔드 서비스', '비즈니스용 Skype 서버 중재 서비스', '해당 없음'];
const PROTOCOLS = ['TCP', 'NET.TCP', 'TCP(TLS)', 'UDP'];
const ENDS = ['Any', 'Director', 'Edge Server'];

/** A page with port tables, of the layouts that the fixtures have, and prose around them. */
export function portPage(number: number, random: Random, size: number): string {
  const name = `page-${number}-ports`;
  const matter = `---\ntitle: '포트 ${number}'\nms.prod: skype-for-business-itpro\nms.contentlocale: ko-KR\n---\n`;
  const blocks: string[] = [];
  for (let written = 0; written < size / 2; written += Buffer.byteLength(blocks.at(-1) ?? '')) {
    blocks.push(block(true, random));
  }
  blocks.push(
    `## <a name="listeners"></a>수신\n\n${listeners(random)}`,
    `## <a name="flows"></a>흐름\n\n${flows(random)}`,
  );
  return wrapped(`${matter}# <a name="${name}"></a>포트 ${number}`, blocks, random);
}

function listeners(random: Random): string {
  const rows = Array.from({ length: 10 }, (_, at) => {
    return `|${pick(ROLES, random)}  |${pick(SERVICES, random)}  |${5000 + at}  |${pick(PROTOCOLS, random)}  |`;
  });
  return ['|서버 역할|서비스 이름|포트|프로토콜로|', '|:-----|:-----|:-----|:-----|', ...rows].join('\n');
}

function flows(random: Random): string {
  const rows = Array.from({ length: 8 }, (_, at) => {
    const cells = [`SIP/TCP/${5060 + at}`, pick(ENDS, random), pick(ENDS, random)];
    return `<tr>\n${cells.map((cell) => `<td><p>${cell}</p></td>`).join('\n')}\n</tr>`;
  });
  const headers = ['Protocol/TCP or UDP/Port', 'Source IP address', 'Destination IP address'];
  const head = `<thead>\n<tr class="header">\n${headers.map((each) => `<th>${each}</th>`).join('\n')}\n</tr>\n</thead>`;
  return `<table>\n${head}\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

function pick(list: readonly string[], random: Random): string {
  return list[random.below(list.length)] ?? '';
}
