import { expect, it } from 'vitest';
import { findingOf } from '../../../src/domain/rule.ts';
import { findingLine } from '../../../src/gateway/push/finding-line.ts';
import { publishVersionExists } from '../../../src/rules/publish-version-exists.ts';

it('names the rule, what was found and what to do', () => {
  const finding = findingOf(publishVersionExists, { file: 'request' }, { version: '1.0.0' });
  expect(findingLine(finding)).toBe(
    'PUBLISH_VERSION_EXISTS: Version 1.0.0 is already in this gallery. Raise the version and pack again.',
  );
});
