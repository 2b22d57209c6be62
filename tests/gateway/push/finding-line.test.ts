import { expect, it } from 'vitest';
import { findingOf } from '../../../src/domain/rule.ts';
import { findingLine } from '../../../src/gateway/push/finding-line.ts';
import { publishVersionExists } from '../../../src/rules/publish-version-exists.ts';
import { secretFound } from '../../../src/rules/secret-found.ts';

it('names the rule, what was found and what to do', () => {
  const finding = findingOf(publishVersionExists, { file: 'request' }, { version: '1.0.0' });
  expect(findingLine(finding)).toBe(
    'PUBLISH_VERSION_EXISTS: Version 1.0.0 is already in this gallery. Raise the version and pack again.',
  );
});

it.each([
  [{ entry: 'Contoso.psm1', line: 12, column: 8 }, 'Contoso.psm1:12:8'],
  [{ entry: 'en-US/about.txt' }, 'en-US/about.txt'],
  [{ entry: `${'a/'.repeat(60)}b.ps1`, line: 1 }, `...${'a/'.repeat(35)}b.ps1:1`],
])('names the file in the package, since clients show nothing else of an answer: %j', (place, told) => {
  const finding = findingOf(secretFound, { file: 'package.nupkg', ...place }, secretFound.example);
  expect(findingLine(finding)).toContain(`SECRET_FOUND in ${told}: What stands here `);
});
