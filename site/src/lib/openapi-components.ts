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
  needs: 'Need',
} as const;

/** The schemas of the catalog's records as OpenAPI components: those of the package's schema.json, by the same names. */
export function catalogComponents(): Components {
  const { $defs, $schema: _, title: __, ...catalog } = schema;
  return withRefs({ Catalog: catalog, ...$defs }) as Components;
}

/** The same with every reference into `$defs` led to its component. */
function withRefs(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withRefs);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const isReference = key === '$ref' && typeof inner === 'string';
      return [key, isReference ? inner.replace('#/$defs/', '#/components/schemas/') : withRefs(inner)];
    }),
  );
}
