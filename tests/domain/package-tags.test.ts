import { describe, expect, it } from 'vitest';
import { packageTags } from '../../src/domain/package-tags.ts';
import fc from '../support/laws.ts';
import { exportsOf, makeNupkgValue } from '../support/make-nupkg-value.ts';

describe('packageTags', () => {
  it('gives a bare module and a bare script their type alone', () => {
    expect(packageTags(makeNupkgValue())).toEqual(['PSModule']);
    expect(packageTags(makeNupkgValue({ kind: 'script' }))).toEqual(['PSScript']);
  });

  it('makes from the manifest what Publish-Module would have written', () => {
    const nupkg = makeNupkgValue({
      manifest: {
        tags: ['Network'],
        cmdletsToExport: exportsOf('Invoke-Tool'),
        functionsToExport: exportsOf('Get-Tool', 'Set-Tool'),
        aliasesToExport: exportsOf('gt'),
        dscResourcesToExport: exportsOf('ToolResource'),
        compatiblePSEditions: ['Desktop', 'Core'],
      },
      roleCapabilities: ['Operator'],
    });
    expect(packageTags(nupkg)).toEqual([
      'Network',
      'PSModule',
      'PSIncludes_Cmdlet',
      'PSCmdlet_Invoke-Tool',
      'PSCommand_Invoke-Tool',
      'PSIncludes_Function',
      'PSFunction_Get-Tool',
      'PSFunction_Set-Tool',
      'PSCommand_Get-Tool',
      'PSCommand_Set-Tool',
      'PSCommand_gt',
      'PSIncludes_DscResource',
      'PSDscResource_ToolResource',
      'PSIncludes_RoleCapability',
      'PSRoleCapability_Operator',
      'PSEdition_Desktop',
      'PSEdition_Core',
    ]);
  });

  it('makes them from the functions and workflows of a script', () => {
    const nupkg = makeNupkgValue({
      kind: 'script',
      info: {
        tags: ['Deploy'],
        functions: ['Get-Part'],
        workflows: ['Start-All'],
        compatiblePSEditions: ['Core'],
      },
    });
    expect(packageTags(nupkg)).toEqual([
      'Deploy',
      'PSScript',
      'PSIncludes_Function',
      'PSFunction_Get-Part',
      'PSCommand_Get-Part',
      'PSIncludes_Workflow',
      'PSWorkflow_Start-All',
      'PSCommand_Start-All',
      'PSEdition_Core',
    ]);
  });

  it('keeps the first spelling of tags that differ only by case', () => {
    const nupkg = makeNupkgValue({
      nuspec: { tags: ['Linux', 'psmodule'] },
      manifest: { tags: ['LINUX', 'Azure'] },
    });
    expect(packageTags(nupkg)).toEqual(['Linux', 'psmodule', 'Azure']);
  });

  it('takes the words of a tag for tags, as a nuspec and a gallery do', () => {
    const tags = ['two words', ' padded ', 'tab\there', 'one,two;three', 'no\u00A0break', '', 'c#', 'TWO'];
    const expected = [
      'two',
      'words',
      'padded',
      'tab',
      'here',
      'one',
      'three',
      'no',
      'break',
      'c#',
      'PSModule',
    ];
    expect(packageTags(makeNupkgValue({ manifest: { tags } }))).toEqual(expected);
  });

  it('drops names of commands that would fall apart in V2, where blanks stand between tags', () => {
    const functionsToExport = exportsOf('Get Thing', 'Get-Thing');
    expect(packageTags(makeNupkgValue({ manifest: { functionsToExport } }))).toEqual([
      'PSModule',
      'PSIncludes_Function',
      'PSFunction_Get-Thing',
      'PSCommand_Get-Thing',
    ]);
  });

  it('does not cut a long list', () => {
    const names = Array.from({ length: 500 }, (_, index) => `Get-ThingNumber${index}`);
    const tags = packageTags(makeNupkgValue({ manifest: { functionsToExport: exportsOf(...names) } }));
    expect(tags).toHaveLength(2 + 2 * names.length);
    expect(tags.join(' ').length).toBeGreaterThan(4000);
  });

  it('never repeats a tag, and splits back into itself', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 4 })),
        fc.array(fc.string({ maxLength: 4 })),
        (outer, inner) => {
          const tags = packageTags(makeNupkgValue({ nuspec: { tags: outer }, manifest: { tags: inner } }));
          expect(new Set(tags.map((tag) => tag.toLowerCase())).size).toBe(tags.length);
          expect(tags.join(' ').split(/\s+/)).toEqual(tags);
        },
      ),
    );
  });
});
