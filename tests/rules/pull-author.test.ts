import { expect, it } from 'vitest';
import { decideRequest } from '../../src/publish/request/verdict.ts';
import { pullAuthor } from '../../src/rules/pull-author.ts';
import { codesOf } from '../support/expect-findings.ts';
import { recordIn, requestFacts } from '../support/request-facts.ts';

const TOOLS = { id: 'Contoso.Tools' };
const before = recordIn(TOOLS);
const unlisting = {
  path: 'packages-index/packages/Contoso.Tools.yaml',
  before,
  after: { ...before, versions: before.versions.map((version) => ({ ...version, listed: false })) },
  findings: [],
};

it('refuses an app', () => {
  const author = { login: 'release-bot[bot]', id: 1, isBot: true };
  const { kind, findings } = decideRequest(requestFacts({ request: { author }, records: [unlisting] }));
  expect(kind).toBe('reject');
  expect(codesOf(findings)).toContain(pullAuthor.code);
});

it('takes a person', () => {
  const { findings } = decideRequest(requestFacts({ inGallery: [TOOLS], records: [unlisting] }));
  expect(codesOf(findings)).toEqual([]);
});
