import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { findingText } from '../../src/report/finding-text.ts';
import { requestTaken } from '../../src/rules/request-taken.ts';

it('names the request', () => {
  const finding = findingOf(requestTaken, { file: 'request' }, { request: 'f'.repeat(32) });
  expect(findingText(finding).message).toContain(`called ${'f'.repeat(32)} already`);
});
