import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { parsePublishRequest } from '../../src/publish/pipeline/parse-publish-request.ts';
import { findingText } from '../../src/report/finding-text.ts';
import { requestInvalid } from '../../src/rules/request-invalid.ts';

it('tells every problem of a request', () => {
  const parsed = parsePublishRequest({ request: 'x' });
  const problems = parsed.ok ? [] : parsed.problem.problems;
  const { message } = findingText(findingOf(requestInvalid, { file: 'request' }, { problems }));
  expect(message).toContain('request: 32 hexadecimal digits are expected; id: ');
});
