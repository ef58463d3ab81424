import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { portPage } from './port-page.ts';
import { Random } from './random.ts';

/** A folder of documents as a documentation repository has them. */
export interface Folder {
  documents: number;
  /** Of all documents together, in UTF-8. */
  bytes: number;
  /** How many documents hold port tables; they stand evenly among the others. */
  withPorts: number;
}

const KOREAN =
  '서버 사용자 회의 배포 구성 관리자 정책 음성 라우팅 게이트웨이 인증서 토폴로지 풀 데이터베이스 설치 확인 다음 절차 수행 단계 목록 선택 대화 상자 도메인 계정 네트워크 클라이언트 기능 설정 문서 항목 자세한 내용 참조 필요한 경우 대 한 및 또는 합니다 됩니다 있습니다 하려면 에서 으로'.split(
    ' ',
  );
const ENGLISH =
  'server user meeting deployment configuration administrator policy voice routing gateway certificate topology pool database installation verify following procedure step list select dialog box domain account network client feature setting document item details see required if for and or is are has to from by support port traffic'.split(
    ' ',
  );

// What pages that came from TechNet stand in, as they are published.
const WRAPPING = [
  '<div data-xmlns="http://www.w3.org/1999/xhtml">\n\n<div class="topic" data-xmlns="http://www.w3.org/1999/xhtml">\n\n<div data-asp="https://msdn2.microsoft.com/asp">\n\n\n\n</div>\n\n<div id="mainSection">\n\n<div id="mainBody">\n\n<span> </span>',
  '</div>\n\n<span> </span>\n\n</div>\n\n</div>\n\n</div>',
];

/** A page's blocks below its heading, wrapped as two of three published pages are. */
export function wrapped(heading: string, blocks: readonly string[], random: Random): string {
  const [before, after] = random.next() < 0.66 ? WRAPPING : [];
  return `${[heading, before, ...blocks, after].filter((part) => part !== undefined).join('\n\n')}\n`;
}

/** Writes the documents below a folder; the same ones every time. */
export function writeDocuments(root: string, { documents, bytes, withPorts }: Folder): void {
  const random = new Random(5);
  const each = bytes / documents;
  const ports = new Set(Array.from({ length: withPorts }, (_, at) => Math.floor(((at + 0.5) * documents) / withPorts)));
  for (let number = 0; number < documents; number += 1) {
    const file = join(root, `area-${number % 40}`, `page-${number}.md`);
    mkdirSync(dirname(file), { recursive: true });
    // Most pages are short, and one in fifty is ten times as long as the mean.
    const size = random.next() < 0.02 ? 10 * each : 1.6 * each * random.next();
    writeFileSync(file, ports.has(number) ? portPage(number, random, size) : page(number, random, size));
  }
}

function page(number: number, random: Random, size: number): string {
  const bilingual = random.next() < 0.8;
  const matter = `---\ntitle: '페이지 ${number}'\nms.date: 04/06/2016\nmtps_version: v=OCS.15\nms.translationtype: MT\nms.contentlocale: ko-KR\n---\n`;
  const blocks: string[] = [];
  for (let written = 0; written < size; written += Buffer.byteLength(blocks.at(-1) ?? '')) {
    blocks.push(block(bilingual, random));
  }
  const heading = `${matter}# <a name="page-${number}"></a>${say('페이지', `Page ${number}`, bilingual, random)}`;
  return wrapped(heading, blocks, random);
}

/** A heading, a paragraph, a list, a note, code, or a table: about as often as such pages have them. */
export function block(bilingual: boolean, random: Random): string {
  const text = (words: number) =>
    say(sentence(KOREAN, words, random), sentence(ENGLISH, words, random), bilingual, random);
  const kind = random.next();
  if (kind < 0.1) return `${'#'.repeat(2 + random.below(3))} <a name="part-${random.below(1e6)}"></a>${text(4)}`;
  if (kind < 0.55) return `${text(25)} [${text(3)}](page-${random.below(4000)}.md) ${text(12)}`;
  if (kind < 0.7) return Array.from({ length: 3 + random.below(5) }, () => `- ${text(10)}`).join('\n');
  if (kind < 0.78)
    return Array.from({ length: 3 + random.below(5) }, (_, at) => `${at + 1}. **${text(2)}** ${text(9)}`).join('\n\n');
  if (kind < 0.84) return `> [!NOTE]\n> ${text(18)}`;
  if (kind < 0.9)
    return `\`\`\`powershell\nSet-CsService -Identity "pool${random.below(99)}" -SipPort ${5000 + random.below(99)}\nGet-CsPool | Select-Object Identity, Services\n\`\`\``;
  if (kind < 0.95) return pipeTable(text, random);
  return htmlTable(text, random);
}

/** Headers of tables that such pages are full of; some have the letters of "port" in them. */
const HEADERS = [
  ['기능', '지원(Support)'],
  ['Feature', 'Supported'],
  ['매개 변수', '필수', '유형', '설명'],
  ['Parameter', 'Required', 'Type', 'Description'],
  ['이름', '값'],
  ['Report', 'What it shows'],
  ['구성 요소', '설명'],
  ['서버', '운영 체제', '메모리'],
];

/** Headers that name ports: their pages must be parsed, and they are reported. */
const HEADERS_WITH_PORTS = [
  ['설정', '기본 포트', '설명'],
  ['Gateway', 'Listening port', 'Notes'],
];

function headersOf(random: Random): string[] {
  if (random.next() < 0.003) return HEADERS_WITH_PORTS[random.below(2)] ?? [];
  return HEADERS[random.below(HEADERS.length)] ?? [];
}

function pipeTable(text: (words: number) => string, random: Random): string {
  const headers = headersOf(random);
  const rows = Array.from({ length: 2 + random.below(8) }, () => headers.map(() => text(4)));
  return [headers, headers.map(() => ':---'), ...rows].map((row) => `|${row.join('  |')}  |`).join('\n');
}

function htmlTable(text: (words: number) => string, random: Random): string {
  const headers = headersOf(random);
  const rows = Array.from({ length: 2 + random.below(8) }, () => {
    return `<tr class="odd">\n${headers.map(() => `<td><p>${text(5)}</p></td>`).join('\n')}\n</tr>`;
  });
  const head = `<thead>\n<tr class="header">\n${headers.map((each) => `<th>${each}</th>`).join('\n')}\n</tr>\n</thead>`;
  return `<table>\n<colgroup>\n${headers.map(() => '<col style="width: 33%" />').join('\n')}\n</colgroup>\n${head}\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`;
}

/** A text as the two kinds of pages have it: in Korean, or with English beside it. */
export function say(korean: string, english: string, bilingual: boolean, random: Random): string {
  if (!bilingual) return korean;
  const id = `${random.below(0xfffff).toString(16)}-${100 + random.below(900)}`;
  return `<span data-ttu-id="${id}">${korean}</span><span class="sxs-lookup"><span data-stu-id="${id}">${english}</span></span>`;
}

function sentence(words: readonly string[], length: number, random: Random): string {
  return Array.from({ length: Math.max(1, Math.round(length * (0.5 + random.next()))) }, () => {
    return words[random.below(words.length)];
  }).join(' ');
}
