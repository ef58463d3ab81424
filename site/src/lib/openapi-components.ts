import schema from '@lync/port-catalog/schema.json' with { type: 'json' };

/** A JSON Schema, as far as this project reads into one. */
export type JsonSchema = { readonly [key: string]: unknown };
export type Components = Readonly<Record<string, JsonSchema>>;

/** The records of the catalog's lists. */
export const RECORDS = {
  ports: 'PortRule',
  tables: 'Table',
  scenarios: 'Scenario',
  documents: 'Document',
  roles: 'Role',
  services: 'Service',
  protocols: 'Protocol',
  products: 'Product',
  corrections: 'Correction',
  advisories: 'Advisory',
} as const;

/**
 * The package's schema.json numbers what its records share (`__schema0`). Here it is named by a place that refers to it,
 * as the numbers may change with any field.
 */
const SHARED: readonly (readonly [name: string, owner: string, ...path: string[]])[] = [
  ['RuleKind', 'PortRule', 'properties', 'kind'],
  ['Endpoint', 'PortRule', 'properties', 'source', 'anyOf', '0'],
  ['Transport', 'PortRule', 'properties', 'transports', 'items'],
  ['LocalizedText', 'PortRule', 'properties', 'notes', 'anyOf', '0'],
  ['Author', 'LocalizedText', 'properties', 'by', 'properties', 'en'],
  ['PortSet', 'PortRule', 'properties', 'ports', 'anyOf', '0'],
  ['PortNumber', 'PortSet', 'properties', 'ranges', 'items', 'properties', 'from'],
  ['Name', 'Table', 'properties', 'title'],
];

/**
 * The schemas of the catalog's records as OpenAPI components, made of the package's schema.json.
 *
 * @throws Error where schema.json no longer has a place that is named here
 */
export function catalogComponents(): Components {
  const definitions: Components = schema.$defs;
  const found = new Map<string, JsonSchema>();
  for (const [list, name] of Object.entries(RECORDS)) {
    found.set(name, asSchema(at(schema.properties, [list, 'items'])));
  }
  const names = new Map<string, string>();
  for (const [name, owner, ...path] of SHARED) {
    const key = String(at(found.get(owner), [...path, '$ref'])).replace('#/$defs/', '');
    names.set(key, name);
    found.set(name, asSchema(definitions[key]));
  }
  // What a later schema shares besides keeps its number, so that no reference leads nowhere.
  for (const [key, definition] of Object.entries(definitions)) if (!names.has(key)) found.set(key, definition);
  const lists = Object.entries(RECORDS).map(([list, name]) => [
    list,
    { type: 'array', items: { $ref: component(name) } },
  ]);
  const { type, required, additionalProperties } = schema;
  const catalog = { type, properties: { ...Object.fromEntries(lists), version: schema.properties.version } };
  return {
    Catalog: { ...catalog, required, additionalProperties },
    ...(withRefs(Object.fromEntries(found), names) as Components),
  };
}

const component = (name: string) => `#/components/schemas/${name}`;

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function asSchema(value: unknown): JsonSchema {
  if (!isObject(value)) throw new Error('schema.json has no schema where the API looks for one');
  return value;
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}

/** The same with every reference into `$defs` led to its component. */
function withRefs(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((each) => withRefs(each, names));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      if (key !== '$ref' || typeof inner !== 'string') return [key, withRefs(inner, names)];
      const name = inner.replace('#/$defs/', '');
      return [key, component(names.get(name) ?? name)];
    }),
  );
}
