import { expect, it } from 'vitest';
import { formatProposal } from '../../../src/gateway/node/proposal-text.ts';

const CHANGE = {
  base: '0'.repeat(40),
  subject: 'Publish X 1.0.0',
  lines: ['Push: 1', 'Key: ada-ci'],
  author: { name: 'ada', email: 'ada@users.noreply.github.com' },
  date: '2026-03-01T12:00:00Z',
  slug: 'X-1.0.0-0',
  files: [{ path: 'packages-index/blobs/X.1.0.0.nupkg', before: undefined, after: '1', content: '' }],
};

it('tells what comes, by whom, and what was found', () => {
  const finding = {
    code: 'DEPENDENCY_ABSENT',
    severity: 'warning',
    place: { file: 'package.nupkg' },
    args: { id: '`````` @everyone #1', range: '' },
  } as const;
  const text = formatProposal({ ...CHANGE, findings: [finding] });
  expect(text).toMatch(
    /```text\nPublish X 1\.0\.0\n\nBy: ada\nPush: 1\nKey: ada-ci\n\nFiles:\npackages-index/,
  );
  // What a package says stays inside of a fence that is longer than any of its own.
  expect(text).toMatch(/\n```````text\n.*@everyone.*\n```````$/s);
});

it('says nothing of findings where there are none, and stays within what GitHub takes', () => {
  expect(formatProposal({ ...CHANGE, findings: [] })).not.toContain('What the checks say');
  expect(formatProposal({ ...CHANGE, lines: ['x'.repeat(100_000)], findings: [] }).length).toBeLessThan(
    65_536,
  );
});
