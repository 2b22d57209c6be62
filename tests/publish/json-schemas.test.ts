import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderJsonSchemas } from '../../src/publish/json-schemas.ts';
import { PROJECT_ROOT } from '../support/clients.ts';

interface Schema {
  readonly $schema?: string;
  readonly type?: string;
  readonly description?: string;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | object;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
}

const schemas = new Map(renderJsonSchemas().map(({ path, text }) => [path, JSON.parse(text) as Schema]));

/** Every object schema, with its path. */
function objects(schema: Schema, path: string): readonly (readonly [string, Schema])[] {
  const own = schema.type === 'object' ? [[path, schema] as const] : [];
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, value]) =>
    objects(value, `${path}/${key}`),
  );
  const kinds = (schema.oneOf ?? []).flatMap((kind, at) => objects(kind, `${path}|${at}`));
  return [...own, ...below, ...kinds, ...(schema.items ? objects(schema.items, `${path}[]`) : [])];
}

it('gives a schema for each file of the index, under the names that their first lines point to', () => {
  expect([...schemas.keys()]).toEqual([
    'schemas/gallery.schema.json',
    'schemas/keys.schema.json',
    'schemas/package.schema.json',
  ]);
});

describe.each([...schemas])('%s', (_, schema) => {
  it('says which JSON Schema it is written in', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it('allows no key that it does not name, so that an editor marks a misspelled one', () => {
    const all = objects(schema, '');
    expect(all.length).toBeGreaterThan(2);
    for (const [path, { additionalProperties, properties }] of all) {
      // Maps by codes of rules and by logins.
      if (path === '/policy/severities' || path === '/githubIds') continue;
      expect(additionalProperties, path).toBe(false);
      expect(properties, path).toBeDefined();
    }
  });

  it('requires only properties that exist', () => {
    for (const [path, { required = [], properties = {} }] of objects(schema, '')) {
      for (const key of required) expect(Object.keys(properties), path).toContain(key);
    }
  });
});

it.each([
  ['schemas/gallery.schema.json', ['title', 'description', 'owners']],
  ['schemas/keys.schema.json', undefined],
  ['schemas/package.schema.json', ['id', 'owners']],
])('%s requires of its author %j alone, and leaves defaults to be left out', (path, required) => {
  expect(schemas.get(path)?.required).toEqual(required);
});

it('is the same text each time', () => {
  expect(renderJsonSchemas()).toEqual(renderJsonSchemas());
});

it.each(renderJsonSchemas())('lies beside the samples as it is now: $path', ({ path, text }) => {
  expect(readFileSync(join(PROJECT_ROOT, 'packages-index', path), 'utf8')).toBe(text);
});
