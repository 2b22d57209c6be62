import { expect, it } from 'vitest';
import { formatComment } from '../../src/actions/comment-text.ts';
import type { Finding } from '../../src/domain/finding.ts';
import { findingOf } from '../../src/domain/rule.ts';
import { publishVersionUnknown } from '../../src/rules/publish-version-unknown.ts';
import { requestFacts } from '../support/request-facts.ts';

const unknown = (version: string): Finding =>
  findingOf(publishVersionUnknown, { file: 'x' }, { id: 'Sample.Tools', version, versions: ['1.0.0'] });

function commentOn(findings: readonly Finding[]): string {
  const facts = requestFacts();
  return formatComment({
    marker: { head: 'a'.repeat(40), seenAt: facts.seenAt },
    facts,
    verdict: { kind: 'reject', findings, holds: [], plan: undefined, changes: [] },
    gallery: facts.gallery,
    packages: [],
    previewUrl: undefined,
    done: undefined,
  });
}

it('tells the first faults, however long what they quote is', () => {
  const text = commentOn(Array.from({ length: 60 }, (_, at) => unknown(`${at}${'*'.repeat(5000)}`)));
  expect(text.length).toBeLessThan(65_536);
  const told = text.match(/PUBLISH_VERSION_UNKNOWN/g)?.length ?? 0;
  expect(told).toBeGreaterThan(5);
  expect(text).toContain(`- and ${60 - told} more`);
});

it('tells all of a few', () => {
  const text = commentOn([unknown('2.0.0'), unknown('3.0.0')]);
  expect(text.match(/PUBLISH_VERSION_UNKNOWN/g)).toHaveLength(2);
  expect(text).not.toContain('more');
});
