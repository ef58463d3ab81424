import { createInterface } from 'node:readline/promises';
import { stringify } from 'yaml';
import { type DeploymentInput, PRODUCTS, type Product } from '../deployment.ts';
import { examples } from '../examples.ts';
import type { Language } from '../outputs/head.ts';
import { deploymentOf } from '../read.ts';
import { Failure } from './files.ts';

const HEAD =
  '# A deployment for @lync/port-firewall. What is not said is closed; schema.json of the package has every question.\n';

/** An example as a file of YAML. */
export function exampleText(name: keyof typeof examples, product?: Product): string {
  const deployment: DeploymentInput = { ...examples[name], ...(product ? { product } : {}) };
  const read = deploymentOf(deployment);
  if ('faults' in read) throw Failure.of(name, read.faults, 'en');
  return textOf(deployment);
}

function textOf(deployment: DeploymentInput): string {
  return HEAD + stringify(deployment, { lineWidth: 110 });
}

/** Asks what a plan cannot be made without; the file has the rest to be filled in. */
export async function ask(language: Language): Promise<string> {
  const ko = language === 'ko';
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const answers = lines[Symbol.asyncIterator]();
  const question = async (text: string, fallback: string): Promise<string> => {
    process.stderr.write(`${text} [${fallback}] `);
    const { value, done } = await answers.next();
    const answer = done ? '' : String(value).trim();
    return answer === '' ? fallback : answer;
  };
  const choose = async <T extends string>(text: string, choices: readonly T[], fallback: T): Promise<T> => {
    const answer = await question(`${text} (${choices.join(', ')})`, fallback);
    const choice = choices.find((one) => one === answer);
    if (choice === undefined) throw new Failure(`${answer}: ${choices.join(', ')}`);
    return choice;
  };
  const list = async (text: string) =>
    (await question(text, '-')).split(/[\s,]+/).filter((one) => one !== '-' && one !== '');
  const yes = async (text: string) => /^(?:y|예|네)/i.test(await question(text, ko ? '아니요' : 'no'));
  try {
    const name = await question(ko ? '이름' : 'Name', 'Deployment');
    const product = await choose(ko ? '제품' : 'Product', PRODUCTS, 'skype-for-business-server-2015');
    const kind = await choose(ko ? '에지' : 'Edge', ['none', 'single', 'scaled'] as const, 'none');
    const edge = kind === 'none' ? {} : await askEdge(kind, ko, { question, choose, list, yes });
    const servers = await list(ko ? '프런트 엔드 서버 주소' : 'Addresses of Front End Servers');
    const clients = await list(ko ? '클라이언트 네트워크' : 'Networks of clients');
    const media = await yes(ko ? '오디오와 비디오?' : 'Audio and video?');
    const meetings = await yes(ko ? '웹 회의?' : 'Web conferencing?');
    const users = kind !== 'none' && (await yes(ko ? '외부 사용자?' : 'External users?'));
    const deployment: DeploymentInput = {
      name,
      product,
      ...(kind === 'none' ? {} : { edge: { kind, ...edge } }),
      ...(servers.length > 0 ? { pools: [{ servers, centralManagementStore: true }] } : {}),
      networks: { clients },
      features: { audioVideo: media, webConferencing: meetings },
      ...(users ? { external: { users } } : {}),
    };
    const read = deploymentOf(deployment);
    if ('faults' in read) throw Failure.of('', read.faults, language);
    return textOf(deployment);
  } finally {
    lines.close();
  }
}

interface Ask {
  readonly question: (text: string, fallback: string) => Promise<string>;
  readonly choose: <T extends string>(text: string, choices: readonly T[], fallback: T) => Promise<T>;
  readonly list: (text: string) => Promise<string[]>;
  readonly yes: (text: string) => Promise<boolean>;
}

async function askEdge(kind: 'single' | 'scaled', ko: boolean, { choose, list, yes }: Ask) {
  const balancing =
    kind === 'scaled' ? await choose(ko ? '부하 분산' : 'Load balancing', ['dns', 'hardware'] as const, 'dns') : 'dns';
  const nat = balancing === 'dns' && (await yes('NAT?'));
  const each = async (en: string, korean: string) => await list(ko ? korean : en);
  const internal = await each('Internal addresses, one a server', '서버별 내부 주소');
  const access = await each('Access Edge addresses', '액세스 에지 주소');
  const webConferencing = await each('Web Conferencing Edge addresses', '웹 회의 에지 주소');
  const av = await each('A/V Edge addresses', 'A/V 에지 주소');
  const outside = nat
    ? await each(
        'Public addresses: access, web conferencing, A/V of each server',
        '서버별 공용 주소: 액세스, 웹 회의, A/V',
      )
    : [];
  const virtual =
    balancing === 'hardware'
      ? await each(
          'Virtual addresses: internal, access, web conferencing, A/V',
          '가상 주소: 내부, 액세스, 웹 회의, A/V',
        )
      : [];
  return {
    balancing,
    nat,
    servers: internal.map((address, i) => ({
      internal: address,
      access: access[i] ?? '',
      webConferencing: webConferencing[i] ?? '',
      av: av[i] ?? '',
      ...(nat
        ? {
            public: {
              access: outside[i * 3] ?? '',
              webConferencing: outside[i * 3 + 1] ?? '',
              av: outside[i * 3 + 2] ?? '',
            },
          }
        : {}),
    })),
    ...(balancing === 'hardware'
      ? {
          virtual: {
            internal: virtual[0] ?? '',
            access: virtual[1] ?? '',
            webConferencing: virtual[2] ?? '',
            av: virtual[3] ?? '',
          },
        }
      : {}),
  };
}
