import { expect, it } from 'vitest';
import { checkCompatibility } from '../../src/publish/compatibility.ts';
import { compatCommandRemoved } from '../../src/rules/compat-command-removed.ts';
import { documentedVersion } from '../support/make-docs.ts';

it('warns: a command is gone in a minor version', () => {
  const found = checkCompatibility(
    documentedVersion('1.2.0', { 'Get-A': [], 'Get-B': [] }),
    documentedVersion('1.3.0', { 'get-a': [] }),
    { file: 'x.nupkg' },
  );
  expect(found).toEqual([
    {
      code: compatCommandRemoved.code,
      severity: 'warning',
      place: { file: 'x.nupkg' },
      args: { command: 'Get-B', version: '1.3.0', previous: '1.2.0' },
    },
  ]);
});
