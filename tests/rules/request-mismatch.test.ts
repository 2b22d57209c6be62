import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { findingText } from '../../src/report/finding-text.ts';
import { requestMismatch } from '../../src/rules/request-mismatch.ts';

it('names what was asked for and what came', () => {
  const finding = findingOf(requestMismatch, { file: 'a.nupkg' }, { asked: 'A 1.0.0', found: 'B 1.0.0' });
  expect(findingText(finding).message).toBe('The package is B 1.0.0, and the request is for A 1.0.0.');
});
