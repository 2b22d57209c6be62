import { it } from 'vitest';
import { zipUnpackedSize } from '../../src/rules/zip-unpacked-size.ts';
import { expectRule, LIMITS } from '../support/nupkg-findings.ts';

it('refuses: too large when unpacked', () => {
  expectRule(
    zipUnpackedSize,
    { files: [{ name: 'a.txt', data: 'x'.repeat(5000) }] },
    { ...LIMITS, maxUnpackedBytes: 4000 },
  );
});
