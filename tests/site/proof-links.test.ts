import { expect, it } from 'vitest';
import { linksOfProof } from '../../src/site/proof-links.ts';

const RUN = 'https://github.com/contoso/gallery/actions/runs/1';

it('leads to the pull request and to the run that merged it', () => {
  const reference = 'https://github.com/contoso/gallery/pull/7';
  expect(linksOfProof({ kind: 'pull-request', reference, run: RUN, commit: 'a'.repeat(40) })).toEqual([
    { href: reference, text: 'The pull request' },
    { href: RUN, text: 'The run' },
  ]);
});

it('leads to a run once', () => {
  expect(linksOfProof({ kind: 'key', reference: RUN, run: RUN })).toEqual([{ href: RUN, text: 'The run' }]);
});

it('leads to the build of a commit', () => {
  const run = 'https://github.com/ada/tools/actions/runs/2';
  expect(
    linksOfProof({ kind: 'keyless', reference: RUN, run, commit: 'abcdef0'.padEnd(40, '0') })[1],
  ).toEqual({
    href: run,
    text: 'The build of abcdef0',
  });
});

it('makes no link of what is no web address', () => {
  expect(linksOfProof({ kind: 'local', reference: 'javascript:alert(1)' })).toEqual([]);
});
