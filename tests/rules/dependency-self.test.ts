import { expect, it } from 'vitest';
import { dependencySelf } from '../../src/rules/dependency-self.ts';
import { makeNupkg } from '../support/make-nupkg.ts';
import { expectRule, nupkgFindings } from '../support/nupkg-findings.ts';

const needing = (id: string) => ({
  metadata: `<dependencies><dependency id="${id}" version="0.1" /></dependencies>`,
});

it.each(['Sample.Tools', 'sample.TOOLS'])('refuses: a package depends on itself, as %s', (id) => {
  expectRule(dependencySelf, needing(id));
});

it('takes a dependency on a longer name', () => {
  const codes = nupkgFindings(makeNupkg(needing('Sample.Tools.Base'))).map(({ code }) => code);
  expect(codes).not.toContain('DEPENDENCY_SELF');
});
