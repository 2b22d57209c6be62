/** `npm run schemas`: writes the JSON Schemas that editors read beside the index. A test fails when they are out of date. */
import { join } from 'node:path';
import { writeAtomic } from '../src/io/write-atomic.ts';
import { renderJsonSchemas } from '../src/publish/json-schemas.ts';

const index = process.argv[2] ?? 'packages-index';
for (const { path, text } of renderJsonSchemas()) writeAtomic(join(index, path), text);
