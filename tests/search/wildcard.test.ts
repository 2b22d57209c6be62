import { expect, it } from 'vitest';
import { isWildcard, readWildcard } from '../../src/search/wildcard.ts';
import fc from '../support/laws.ts';

it.each([
  ['get-*report', 'get-areport', true],
  ['Get-*Report', 'get-report', true],
  ['get-*report', 'get-reports', false],
  ['*vault*', 'get-azvault', true],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['*', '', true],
  ['a*b*c', 'axxbxxbxc', true],
  ['a*b*c', 'axxcxxb', false],
])('%s on %s: %s', (pattern, name, fits) => expect(readWildcard(pattern).matches(name)).toBe(fits));

it('knows what a name must begin and end with', () => {
  expect(readWildcard('Get-*Report')).toMatchObject({ prefix: 'get-', suffix: 'report' });
  expect(readWildcard('*x?')).toMatchObject({ prefix: '', suffix: '' });
  expect([isWildcard('a*'), isWildcard('a?'), isWildcard('a')]).toEqual([true, true, false]);
});

it('means what the same regular expression means', () => {
  const letters = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 8 }).map((all) => all.join(''));
  const name = fc.array(fc.constantFrom('a', 'b'), { maxLength: 10 }).map((all) => all.join(''));
  fc.assert(
    fc.property(letters, name, (pattern, text) => {
      const expression = new RegExp(`^${pattern.replaceAll('*', '.*').replaceAll('?', '.')}$`);
      expect(readWildcard(pattern).matches(text)).toBe(expression.test(text));
    }),
  );
});

it('is not slowed down by many stars', () => {
  expect(readWildcard('*a'.repeat(40)).matches('b'.repeat(2_000))).toBe(false);
});
