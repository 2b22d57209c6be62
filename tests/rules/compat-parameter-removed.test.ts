import { expect, it } from 'vitest';
import { checkCompatibility } from '../../src/publish/compatibility.ts';
import { compatParameterRemoved } from '../../src/rules/compat-parameter-removed.ts';
import { documentedVersion } from '../support/make-docs.ts';

it('warns: a parameter is gone in a patch version', () => {
  const found = checkCompatibility(
    documentedVersion('1.2.0', { 'Get-A': ['Name', 'Path'] }),
    documentedVersion('1.2.1', { 'Get-A': ['Path'] }),
    { file: 'x.nupkg' },
  );
  expect(found.map(({ code, args }) => [code, args['parameter']])).toEqual([
    [compatParameterRemoved.code, 'Name'],
  ]);
});
