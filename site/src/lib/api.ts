import * as catalog from '@lync/port-catalog';
import { coverage } from '@lync/port-catalog/coverage';
import { rulesToCsv } from '@lync/port-catalog/csv';
import { evidence } from '@lync/port-catalog/evidence';
import { rangeText } from '@lync/port-catalog/ranges';
import schema from '@lync/port-catalog/schema.json' with { type: 'json' };
import { pairFile, portFile, roleFile, ruleFile, scenarioFile, toEvidenceRecord } from './api-records.ts';
import { pairs } from './between.ts';
import { changesSince, versionsKnown } from './changes.ts';
import { historyFile } from './history.ts';
import { type OpenApi, openApi } from './openapi.ts';
import { portPages } from './port-pages.ts';
import { ATTRIBUTION, PROJECT } from './project.ts';

/**
 * The API: one list of endpoints, of which the files, index.json, openapi.json, llms.txt and the data page are made, so
 * that none of them can name a file that is not there. Every body is a pure function of the catalog.
 */

/** A file of the API; its path is relative to `/api/v1/`. */
export interface ApiFile {
  readonly path: string;
  readonly body: () => string;
}

export interface ApiParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: { readonly type: 'string'; readonly enum?: readonly string[]; readonly pattern?: string };
  readonly example: string;
}

/** Files of one kind; where there are several, `path` has parameters in braces. */
export interface ApiEndpoint {
  readonly id: string;
  readonly path: string;
  readonly summary: catalog.Name;
  readonly type: 'application/json' | 'text/csv';
  /** The component schema of the body; null for CSV and for descriptions of their own. */
  readonly schema: string | null;
  readonly parameters: readonly ApiParameter[];
  readonly files: readonly ApiFile[];
}

export type ListName = Exclude<keyof catalog.Catalog, 'version'> | 'evidence';

const LISTS: Readonly<Record<ListName, { summary: catalog.Name; items: readonly unknown[] }>> = {
  ports: { summary: { en: 'Every rule', ko: '모든 규칙' }, items: catalog.ports },
  tables: { summary: { en: 'The published tables', ko: '게시된 표' }, items: catalog.tables },
  scenarios: { summary: { en: 'Scenarios', ko: '시나리오' }, items: catalog.scenarios },
  documents: {
    summary: { en: 'The published pages, at their commits', ko: '게시된 문서와 그 커밋' },
    items: catalog.documents,
  },
  roles: { summary: { en: 'Roles', ko: '역할' }, items: catalog.roles },
  services: { summary: { en: 'Services', ko: '서비스' }, items: catalog.services },
  protocols: { summary: { en: 'Protocols', ko: '프로토콜' }, items: catalog.protocols },
  products: { summary: { en: 'Products', ko: '제품' }, items: catalog.products },
  corrections: {
    summary: { en: 'Corrections of mistranslations, with evidence', ko: '오역 정정과 그 근거' },
    items: catalog.corrections,
  },
  advisories: {
    summary: { en: 'Where the pages contradict themselves', ko: '문서끼리 또는 문서 안에서 어긋나는 곳' },
    items: catalog.advisories,
  },
  needs: {
    summary: { en: 'Whether ports must be open, and what for', ko: '포트를 열어야 하는지와 그 이유' },
    items: catalog.needs,
  },
  evidence: {
    summary: { en: 'The published cells behind every rule', ko: '규칙마다 근거가 되는 게시된 셀' },
    items: evidence.map(toEvidenceRecord),
  },
};

export const LIST_NAMES = Object.keys(LISTS) as readonly ListName[];

const json = (value: unknown) => JSON.stringify(value);
const { version } = catalog;

/** A file of which there is one. */
function single(path: string, summary: catalog.Name, schemaName: string | null, body: () => string): ApiEndpoint {
  const type = path.endsWith('.csv') ? 'text/csv' : 'application/json';
  const id = path.replace(/\.(\w)/, (_, first: string) => first.toUpperCase());
  return { id, path, summary, type, schema: schemaName, parameters: [], files: [{ path, body }] };
}

const scenario: ApiParameter = {
  name: 'scenario',
  description: 'Id of a scenario',
  schema: { type: 'string', enum: catalog.scenarios.map(({ id }) => id) },
  example: 'internal-servers',
};

function scenarioEndpoint(ending: 'json' | 'csv', summary: catalog.Name): ApiEndpoint {
  return {
    id: `scenario${ending === 'json' ? 'Json' : 'Csv'}`,
    path: `scenarios/{scenario}.${ending}`,
    summary,
    type: ending === 'json' ? 'application/json' : 'text/csv',
    schema: ending === 'json' ? 'ScenarioFile' : null,
    parameters: [scenario],
    files: catalog.scenarios.map((each) => ({
      path: `scenarios/${each.id}.${ending}`,
      body: () =>
        ending === 'json'
          ? json(scenarioFile(each))
          : rulesToCsv({ ...catalog, ports: catalog.ports.filter((rule) => rule.scenario === each.id) }),
    })),
  };
}

function portEndpoint(): ApiEndpoint {
  const pages = portPages();
  return {
    id: 'port',
    path: 'ports/{port}.json',
    summary: {
      en: 'A port or a range that a rule names: the rules that name it, those with a range around it, those for any port',
      ko: '규칙에 명시된 포트나 범위 하나: 명시한 규칙, 범위에 포함하는 규칙, 모든 포트에 적용되는 규칙',
    },
    type: 'application/json',
    schema: 'PortFile',
    parameters: [
      {
        name: 'port',
        description: 'A port, or a range as `from-to`. Ports that no rule names have no file: look for a range.',
        schema: { type: 'string', enum: pages.map((range) => rangeText(range)) },
        example: '5061',
      },
    ],
    files: pages.map((range) => ({ path: `ports/${rangeText(range)}.json`, body: () => json(portFile(range)) })),
  };
}

function roleEndpoint(): ApiEndpoint {
  return {
    id: 'role',
    path: 'roles/{role}.json',
    summary: {
      en: 'A role: what it listens on, who calls it, whom it calls, and what no table says of it',
      ko: '역할 하나: 수신하는 포트, 들어오는 연결, 나가는 연결, 어느 표에도 없는 것',
    },
    type: 'application/json',
    schema: 'RoleFile',
    parameters: [
      {
        name: 'role',
        description: 'Id of a role',
        schema: { type: 'string', enum: catalog.roles.map(({ id }) => id) },
        example: 'front-end-server',
      },
    ],
    files: catalog.roles.map((role) => ({ path: `roles/${role.id}.json`, body: () => json(roleFile(role)) })),
  };
}

function pairEndpoint(): ApiEndpoint {
  const known = pairs();
  const roles = [...new Set(known.flat())].sort();
  const end = (name: string, example: string): ApiParameter => ({
    name,
    description: 'Id of a role. Pairs without a rule in either direction have no file.',
    schema: { type: 'string', enum: roles },
    example,
  });
  return {
    id: 'between',
    path: 'between/{source}/{destination}.json',
    summary: {
      en: 'Two roles: the rules between them in both directions, and what it rests on that one calls the other',
      ko: '두 역할 사이의 규칙(양방향)과 그 근거',
    },
    type: 'application/json',
    schema: 'PairFile',
    parameters: [end('source', 'client'), end('destination', 'front-end-server')],
    files: known.map(([source, destination]) => ({
      path: `between/${source}/${destination}.json`,
      body: () => json(pairFile(source, destination)),
    })),
  };
}

function changesEndpoint(): ApiEndpoint {
  const versions = versionsKnown();
  return {
    id: 'changes',
    path: 'changes/{version}.json',
    summary: {
      en: 'Which rules are new, gone, renamed or changed since a version of the data',
      ko: '어떤 데이터 버전 이후 추가되거나, 삭제되거나, 이름이나 내용이 바뀐 규칙',
    },
    type: 'application/json',
    schema: 'ChangesFile',
    parameters: [
      {
        name: 'version',
        description: 'A released version of the data; since the version of now nothing has changed.',
        schema: { type: 'string', enum: versions },
        example: version,
      },
    ],
    files: versions.map((since) => ({ path: `changes/${since}.json`, body: () => json(changesSince(since)) })),
  };
}

function ruleEndpoint(): ApiEndpoint {
  // The id of a rule is a path, and a parameter of OpenAPI may hold no slash.
  const parts = catalog.ports.map(({ id }) => id.split('/'));
  const distinct = (at: number) => [...new Set(parts.map((part) => part[at] ?? ''))].sort();
  const [product = '', table = '', rule = ''] =
    'lync-server-2013/internal-servers/director-front-end-service-5061-tcp'.split('/');
  return {
    id: 'rule',
    path: 'rules/{product}/{table}/{rule}.json',
    summary: {
      en: 'A rule with its published cells, corrections and advisories; the path is its id',
      ko: '규칙 하나와 게시된 셀, 정정, 주의 사항. 경로는 규칙의 ID와 같습니다',
    },
    type: 'application/json',
    schema: 'RuleFile',
    parameters: [
      {
        name: 'product',
        description: 'First part of the id',
        schema: { type: 'string', enum: distinct(0) },
        example: product,
      },
      {
        name: 'table',
        description: 'Second part of the id',
        schema: { type: 'string', enum: distinct(1) },
        example: table,
      },
      {
        name: 'rule',
        description: 'Third part of the id',
        schema: { type: 'string', pattern: '^[a-z0-9.-]+$' },
        example: rule,
      },
    ],
    files: catalog.ports.map((each) => ({ path: `rules/${each.id}.json`, body: () => json(ruleFile(each)) })),
  };
}

function wholeCatalog(): catalog.Catalog {
  const { scenarios, products, roles, services, protocols, advisories, needs, documents, corrections, tables, ports } =
    catalog;
  return {
    version,
    scenarios,
    products,
    roles,
    services,
    protocols,
    advisories,
    needs,
    documents,
    corrections,
    tables,
    ports,
  };
}

/** @param server the address of `/api/v1`, without a slash at the end */
export function apiEndpoints(server: string): readonly ApiEndpoint[] {
  const endpoints: ApiEndpoint[] = [
    single('index.json', { en: 'What there is', ko: '이 API에 있는 것' }, 'Index', () => json(indexOf(endpoints))),
    single('data.json', { en: 'The whole catalog', ko: '카탈로그 전체' }, 'Catalog', () => json(wholeCatalog())),
    single('ports.csv', { en: 'Every rule as CSV', ko: '모든 규칙(CSV)' }, null, () => rulesToCsv(catalog)),
    ...LIST_NAMES.map((name) =>
      single(`${name}.json`, LISTS[name].summary, `${name}List`, () => json({ version, [name]: LISTS[name].items })),
    ),
    single(
      'history.json',
      { en: 'When each fact and mistranslation came and went', ko: '각 사실과 오역이 언제 생기고 사라졌는지' },
      'HistoryFile',
      () => json({ version, ...historyFile }),
    ),
    scenarioEndpoint('json', { en: 'A scenario with all that belongs to it', ko: '시나리오 하나와 그에 속한 모든 것' }),
    scenarioEndpoint('csv', { en: 'The rules of a scenario as CSV', ko: '시나리오의 규칙(CSV)' }),
    portEndpoint(),
    roleEndpoint(),
    pairEndpoint(),
    single(
      'coverage.json',
      { en: 'Which pages hold ports, and what none of them has', ko: '포트가 실린 페이지와 어느 페이지에도 없는 것' },
      'CoverageFile',
      () => json({ version, coverage }),
    ),
    changesEndpoint(),
    ruleEndpoint(),
    single('schema.json', { en: 'JSON Schema of data.json', ko: 'data.json의 JSON 스키마' }, null, () => json(schema)),
    single('openapi.json', { en: 'This API in OpenAPI 3.1', ko: '이 API의 OpenAPI 3.1 설명' }, null, () =>
      json(describeApi(endpoints, server)),
    ),
  ];
  return endpoints;
}

/** Exported for its tests: openapi.json as an object. */
export function describeApi(endpoints: readonly ApiEndpoint[], server: string): OpenApi {
  return openApi(endpoints, { server, version });
}

/** index.json; the paths are relative to it. */
function indexOf(endpoints: readonly ApiEndpoint[]) {
  return {
    version,
    name: PROJECT.package,
    repository: PROJECT.repository,
    license: PROJECT.dataLicence,
    attribution: ATTRIBUTION,
    endpoints: endpoints.map(({ path, summary, type, parameters, files }) => ({
      path,
      summary: summary.en,
      type,
      files: files.length,
      parameters: Object.fromEntries(parameters.map(({ name, schema: { enum: values } }) => [name, values ?? null])),
    })),
  };
}
