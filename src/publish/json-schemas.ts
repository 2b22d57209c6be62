/** The schemas of the index as JSON Schema, for editors. */
import { z } from 'zod';
import { gallerySettingsSchema } from '../domain/gallery-settings.ts';
import type { TextFile } from '../domain/output-file.ts';
import { publishingKeysSchema } from '../domain/publishing-keys.ts';
import { recordSchema } from '../domain/record.ts';

/** Paths are relative to the index. */
export function renderJsonSchemas(): readonly TextFile[] {
  return [
    schemaFile('schemas/gallery.schema.json', gallerySettingsSchema),
    schemaFile('schemas/keys.schema.json', publishingKeysSchema),
    schemaFile('schemas/package.schema.json', recordSchema),
  ];
}

function schemaFile(path: string, schema: z.ZodType): TextFile {
  const value = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return { kind: 'text', path, text: `${JSON.stringify(value, undefined, 2)}\n` };
}
