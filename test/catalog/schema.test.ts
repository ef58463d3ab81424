import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Catalog } from '../../packages/catalog/src/schema.ts';
import { readData } from '../../packages/catalog/tools/data.ts';
import { readText } from '../support/catalog-data.ts';

const published = JSON.parse(readText('packages/catalog/data/schema.json')) as Record<string, unknown>;
const { evidence: _, coverage: __, synonyms: ___, ...lists } = readData();
const data = { version: '1.2.3', ...lists };
const isValid = new Ajv2020().compile(published);

/** The data with its first rule changed. */
function withRule(change: Record<string, unknown>): unknown {
  const [first, ...others] = data.ports;
  return { ...data, ports: [{ ...first, ...change }, ...others] };
}

describe('schema.json', () => {
  it('is made from the zod schema', () => {
    const { title, ...rest } = published;
    expect(title).toBe('@lync/port-catalog data.json');
    expect(rest).toEqual(z.toJSONSchema(Catalog));
  });

  it('and the zod schema find the catalog valid', () => {
    expect(isValid(data), JSON.stringify(isValid.errors)).toBe(true);
    expect(Catalog.parse(data)).toEqual(data);
  });

  const ports = { text: '1', ranges: [{ from: 1, to: 1 }], any: false, configurable: false };
  it.each<{ fault: string; broken: unknown }>([
    { fault: 'a port above 65535', broken: withRule({ ports: { ...ports, ranges: [{ from: 1, to: 65536 }] } }) },
    { fault: 'port 0', broken: withRule({ ports: { ...ports, ranges: [{ from: 0, to: 1 }] } }) },
    { fault: 'half a port', broken: withRule({ ports: { ...ports, ranges: [{ from: 1.5, to: 2 }] } }) },
    { fault: 'a port as text', broken: withRule({ ports: { ...ports, ranges: [{ from: '1', to: '1' }] } }) },
    { fault: 'an unknown transport', broken: withRule({ transports: ['sctp'] }) },
    { fault: 'an unknown kind', broken: withRule({ kind: 'door' }) },
    { fault: 'a field that no rule has', broken: withRule({ port: 5061 }) },
    { fault: 'a text without its author', broken: withRule({ notes: { en: 'A note.', ko: null } }) },
    { fault: 'a row before the first', broken: withRule({ origin: { document: 'd', table: 1, row: 0 } }) },
    { fault: 'a field that is missing', broken: { ...data, ports: [{ id: 'a/b/c' }] } },
    { fault: 'a list that is missing', broken: { ...data, roles: undefined } },
    { fault: 'no version', broken: { ...data, version: undefined } },
  ])('and the zod schema refuse $fault', ({ broken }) => {
    // As in a file: what is undefined is not there.
    const written: unknown = JSON.parse(JSON.stringify(broken));
    expect(isValid(written)).toBe(false);
    expect(Catalog.safeParse(written).success).toBe(false);
  });
});
