import { type Answers, at, itemsAt, type Path } from './answers.ts';

/** How a question is answered. */
export type Kind = 'choice' | 'flag' | 'text' | 'addresses' | 'numbers' | 'range' | 'list';

/** A question, by the name that it has in the words; those of a list are asked for each of its items. */
export interface Question {
  readonly name: string;
  readonly kind: Kind;
  /** The answer where none is given. */
  readonly usual?: string | boolean;
  /** Whether it is asked; what is answered already is always shown. */
  readonly when?: (answers: Answers) => boolean;
  readonly parts?: readonly Question[];
}

/** Questions that stand together; `heading` is a name in the words, and those that are rarely needed are folded. */
export interface Group {
  readonly heading?: 'virtual' | 'reverseProxy' | 'cloudConnector' | 'networks' | 'gateways' | 'others' | Heading;
  readonly folded?: boolean;
  readonly questions: readonly Question[];
}
type Heading = 'external' | 'features' | 'mediaRanges' | 'firewalls' | 'interfaces';

type When = (answers: Answers) => boolean;
const is =
  (path: string, ...values: unknown[]): When =>
  (answers) =>
    values.includes(at(answers, path.split('.')));
const all =
  (...conditions: When[]): When =>
  (answers) =>
    conditions.every((condition) => condition(answers));
const not =
  (condition: When): When =>
  (answers) =>
    !condition(answers);

const isCloud = is('product', 'cloud-connector-edition');
const isServer = not(isCloud);
const hasEdge = all(isServer, is('edge.kind', 'single', 'scaled'));
const isScaled = all(isServer, is('edge.kind', 'scaled'));
const hasNat = all(hasEdge, is('edge.nat', true));
const hasThree = all(hasEdge, not(is('edge.addresses', 'one')));
const isHardware = all(isScaled, is('edge.balancing', 'hardware'));
const isHardwareInside: When = (answers) =>
  isScaled(answers) &&
  (at(answers, ['edge', 'internalBalancing']) ?? at(answers, ['edge', 'balancing'])) === 'hardware';

const choice = (name: string, usual: string, when?: When): Question => ({
  ...{ name, kind: 'choice', usual },
  ...(when && { when }),
});
const flag = (name: string, when?: When, usual = false): Question => ({
  ...{ name, kind: 'flag', usual },
  ...(when && { when }),
});
const text = (name: string, when?: When): Question => ({ name, kind: 'text', ...(when && { when }) });
const addresses = (name: string, when?: When): Question => ({ name, kind: 'addresses', ...(when && { when }) });
const list = (name: string, parts: readonly Question[], when?: When): Question => ({
  ...{ name, kind: 'list', parts },
  ...(when && { when }),
});

function serverPool(name: string, when?: When): Question {
  const parts = [
    text(`${name}.name`),
    addresses(`${name}.servers`),
    choice(`${name}.balancing`, 'none'),
    text(`${name}.virtual`),
  ];
  return list(name, parts, when);
}

export const STEPS = {
  product: [{ questions: [choice('product', ''), text('name'), text('version')] }],
  edge: [
    {
      questions: [
        choice('edge.kind', 'none', isServer),
        choice('edge.balancing', 'dns', isScaled),
        choice('edge.internalBalancing', '', isScaled),
        flag('edge.nat', hasEdge),
        choice('edge.addresses', 'three', hasEdge),
        flag('edge.translatesSources', isHardware),
        flag('edge.oldClients', isHardwareInside),
        flag('edge.mediaBack', isHardwareInside),
        flag('edge.mediaRangeOutbound', hasEdge),
        choice('cloudConnector.configuration', 'minimum', isCloud),
      ],
    },
  ],
  servers: [
    {
      questions: [
        list(
          'edge.servers',
          [
            text('edge.servers.name'),
            text('edge.servers.internal'),
            text('edge.servers.access'),
            text('edge.servers.webConferencing', hasThree),
            text('edge.servers.av', hasThree),
            text('edge.servers.public.access', hasNat),
            text('edge.servers.public.webConferencing', all(hasNat, hasThree)),
            text('edge.servers.public.av', all(hasNat, hasThree)),
          ],
          hasEdge,
        ),
      ],
    },
    {
      heading: 'virtual',
      questions: [
        text('edge.virtual.internal', isHardwareInside),
        text('edge.virtual.access', isHardware),
        text('edge.virtual.webConferencing', all(isHardware, hasThree)),
        text('edge.virtual.av', all(isHardware, hasThree)),
      ],
    },
    {
      heading: 'reverseProxy',
      questions: [
        addresses('reverseProxy.outside', isServer),
        addresses('reverseProxy.public', isServer),
        addresses('reverseProxy.inside', isServer),
        flag('reverseProxy.http', isServer),
        flag('reverseProxy.translatesPorts', isServer, true),
      ],
    },
    {
      heading: 'cloudConnector',
      questions: [
        addresses('cloudConnector.edge', isCloud),
        addresses('cloudConnector.public', isCloud),
        addresses('cloudConnector.mediation', isCloud),
        addresses('cloudConnector.hosts', isCloud),
      ],
    },
  ],
  networks: [
    {
      questions: [
        list(
          'pools',
          [
            text('pools.name'),
            choice('pools.edition', 'enterprise'),
            addresses('pools.servers'),
            choice('pools.balancing', 'none'),
            text('pools.virtual'),
            flag('pools.centralManagementStore'),
            flag('pools.mediation'),
          ],
          isServer,
        ),
      ],
    },
    {
      heading: 'networks',
      questions: [
        addresses('networks.clients'),
        addresses('networks.branches'),
        addresses('networks.administrators', isServer),
        addresses('networks.dns'),
      ],
    },
    { heading: 'gateways', questions: [addresses('gateways.tls'), addresses('gateways.tcp')] },
    {
      heading: 'others',
      folded: true,
      questions: [
        serverPool('directors', isServer),
        serverPool('mediationServers', isServer),
        serverPool('persistentChat', all(isServer, not(is('product', 'skype-for-business-server-2019')))),
        list(
          'sqlServers',
          [
            text('sqlServers.name'),
            text('sqlServers.address'),
            flag('sqlServers.defaultInstance'),
            flag('sqlServers.browser'),
            { name: 'sqlServers.namedInstances', kind: 'numbers' },
          ],
          isServer,
        ),
        list(
          'survivableBranches',
          [
            text('survivableBranches.name'),
            text('survivableBranches.address'),
            choice('survivableBranches.kind', 'appliance'),
          ],
          isServer,
        ),
        addresses('officeWebApps', isServer),
        addresses('fileServers', isServer),
        addresses('exchangeUnifiedMessaging', isServer),
        addresses('trustedApplications', isServer),
        addresses('statisticsManager', isServer),
      ],
    },
  ],
  features: [
    {
      heading: 'external',
      questions: [
        flag('external.users', isServer),
        choice('external.federation', 'none', isServer),
        list(
          'external.partners',
          [
            text('external.partners.name'),
            addresses('external.partners.access'),
            addresses('external.partners.media'),
            flag('external.partners.communicationsServer2007'),
          ],
          all(isServer, is('external.federation', 'partners')),
        ),
        addresses('external.publicIm', isServer),
        addresses('external.xmpp', all(isServer, not(is('product', 'skype-for-business-server-2019')))),
      ],
    },
    {
      heading: 'features',
      questions: [
        'webConferencing',
        'audioVideo',
        'applicationSharing',
        'videoBasedScreenSharing',
        'dialIn',
        'responseGroup',
        'callPark',
        'callAdmissionControl',
        'mobility',
        'remoteCallControl',
      ].map((name) => flag(`features.${name}`, isServer)),
    },
    {
      heading: 'mediaRanges',
      folded: true,
      questions: ['audio', 'video', 'applicationSharing'].map(
        (name): Question => ({ name: `mediaRanges.${name}`, kind: 'range', when: isServer }),
      ),
    },
    {
      heading: 'firewalls',
      questions: ['external', 'internal', 'hosts', 'stateful'].map((name) =>
        flag(`firewalls.${name}`, undefined, true),
      ),
    },
    {
      heading: 'interfaces',
      folded: true,
      questions: ['outside', 'perimeter', 'inside'].map((name) => text(`firewalls.interfaces.${name}`)),
    },
  ],
} as const satisfies Readonly<Record<string, readonly Group[]>>;

export type StepName = keyof typeof STEPS;
export const STEP_NAMES = Object.keys(STEPS) as StepName[];

/** Where the answer to a question stands; `list` is the path of the item that it is asked for. */
export function pathOf({ name }: Question, item?: { readonly name: string; readonly path: Path }): Path {
  if (item === undefined) return name.split('.');
  return [...item.path, ...name.slice(item.name.length + 1).split('.')];
}

/** Whether a question is seen: it is asked, or answered though it is not asked. */
export function isShown({ when }: Question, path: Path, answers: Answers): boolean {
  return when === undefined || when(answers) || at(answers, path) !== undefined;
}

/** Every question with its path, those of each item of a list too. */
export function* everyQuestion(answers: Answers): Generator<{ question: Question; path: Path }> {
  for (const groups of Object.values(STEPS) as readonly (readonly Group[])[]) {
    for (const { questions } of groups) {
      for (const question of questions) {
        const path = pathOf(question);
        yield { question, path };
        for (const index of itemsAt(answers, path).keys()) {
          const item = { name: question.name, path: [...path, index] };
          for (const part of question.parts ?? []) yield { question: part, path: pathOf(part, item) };
        }
      }
    }
  }
}

/** The step that asks a question. */
export function stepOf(name: string): StepName | undefined {
  return STEP_NAMES.find((step) =>
    (STEPS[step] as readonly Group[]).some(({ questions }) =>
      questions.some((question) => name === question.name || question.parts?.some((part) => part.name === name)),
    ),
  );
}
