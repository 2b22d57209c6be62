import { expect, it } from 'vitest';
import { firstOfEach } from '../../src/domain/first-of-each.ts';
import { findingOf } from '../../src/domain/rule.ts';
import { psd1UnknownKey } from '../../src/rules/psd1-unknown-key.ts';
import { psd1VersionMissing } from '../../src/rules/psd1-version-missing.ts';

it('keeps the first two hundred of each rule, and what comes behind them of others', () => {
  const place = { file: 'a' };
  const many = Array.from({ length: 300_000 }, (_, index) =>
    findingOf(psd1UnknownKey, place, { key: `Key${index}` }),
  );
  const other = findingOf(psd1VersionMissing, place, {});
  expect(firstOfEach([...many, other])).toEqual([...many.slice(0, 200), other]);
});
