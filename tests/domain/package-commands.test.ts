import { expect, it } from 'vitest';
import { packageCommands } from '../../src/domain/package-commands.ts';
import { exportsOf, makeNupkgValue } from '../support/make-nupkg-value.ts';

it('takes the commands of a module from its manifest and its role capabilities from its files', () => {
  const nupkg = makeNupkgValue({
    manifest: {
      functionsToExport: exportsOf('Get-Tool', 'Set-Tool'),
      cmdletsToExport: exportsOf('Invoke-Tool'),
      aliasesToExport: exportsOf('gt'),
      dscResourcesToExport: exportsOf('ToolResource'),
    },
    roleCapabilities: ['Operator'],
  });
  expect(packageCommands(nupkg)).toEqual({
    functions: ['Get-Tool', 'Set-Tool'],
    cmdlets: ['Invoke-Tool'],
    aliases: ['gt'],
    dscResources: ['ToolResource'],
    roleCapabilities: ['Operator'],
    workflows: [],
  });
});

it('takes functions and workflows of a script from its code, and nothing else', () => {
  const nupkg = makeNupkgValue({
    kind: 'script',
    info: { functions: ['Get-Part'], workflows: ['Start-All'] },
    roleCapabilities: ['Operator'],
  });
  expect(packageCommands(nupkg)).toEqual({
    functions: ['Get-Part'],
    cmdlets: [],
    aliases: [],
    dscResources: [],
    roleCapabilities: [],
    workflows: ['Start-All'],
  });
});
