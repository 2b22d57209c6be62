import { expect, it } from 'vitest';
import { keyIdSchema } from '../../../src/domain/publishing-keys.ts';
import { nextKeyId } from '../../../src/publish/keys/key-name.ts';

it.each([
  ['Contoso', [], 'contoso-1'],
  ['contoso', ['contoso-1', 'contoso-2'], 'contoso-3'],
  ['contoso', ['contoso-2'], 'contoso-1'],
  ['nightly', ['nightly'], 'nightly-2'],
  ['team-42', [], 'team-42-1'],
  ['ends-', [], 'ends-1'],
  ['a'.repeat(63), [], `${'a'.repeat(56)}-1`],
])('after %s, with %j taken, comes %s', (stem, taken, expected) => {
  expect(nextKeyId(stem, taken)).toBe(expected);
  expect(keyIdSchema.safeParse(expected).success).toBe(true);
});
