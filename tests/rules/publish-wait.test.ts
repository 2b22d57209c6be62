import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { findingText } from '../../src/report/finding-text.ts';
import { publishWait } from '../../src/rules/publish-wait.ts';
import { expectOnly } from '../support/expect-findings.ts';

const args = { id: 'Contoso.Tools', publisher: 'ada', hours: 72, until: '2026-02-03T09:30:00Z' };

it('says what waits for whom, and until when', () => {
  const finding = findingOf(publishWait, { file: 'new.nupkg' }, args);
  expectOnly([finding], publishWait, args, { file: 'new.nupkg' });
  expect(findingText(finding).message).toBe(
    'Contoso.Tools is new and its publisher ada owns nothing here, so it waits 72 hours, until 2026-02-03T09:30:00Z, unless a maintainer lets it in.',
  );
});

it('counts one hour as one', () => {
  expect(publishWait.message({ ...args, hours: 1 })).toContain('waits 1 hour, until');
});
