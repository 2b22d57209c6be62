import { it } from 'vitest';
import { zipComment } from '../../src/rules/zip-comment.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: there is a comment', () => {
  expectRule(zipComment, { zip: { comment: 'hidden' } });
});
