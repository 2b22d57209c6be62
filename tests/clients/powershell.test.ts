/** The real PowerShell on a static host, and on a clone: both of its clients find, save, install and update. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithClient } from '../support/clients.ts';
import { makePowerShell, type PowerShellStep } from '../support/powershell.ts';
import { SAMPLE_INDEX, type ServedSamples, serveSamples } from '../support/served-samples.ts';

const MODULES = [
  'EndpointProbe 1.0.0',
  'FolderLedger 1.0.0',
  'PlainConfigDsc 1.0.0',
  'Quill.Markdown 1.0.0',
  'Quill.Slug 1.0.0',
  'Quill.Text 1.1.0',
  'RestorePointKit 1.0.0',
];
const SCRIPTS = ['Clear-StaleFile 1.0.0', 'Invoke-FolderCare 1.0.0'];
const BLOBS = join(SAMPLE_INDEX, 'blobs');

/** Steps with neither errors nor warnings, but for that of a folder of scripts that is not in the PATH. */
function clean(steps: ReadonlyMap<string, PowerShellStep>): Record<string, readonly string[]> {
  return Object.fromEntries(
    [...steps].map(([name, { lines, errors, warnings }]) => [
      name,
      [...errors, ...warnings.filter((text) => !text.includes('environment PATH variable')), ...lines],
    ]),
  );
}

describeWithClient('pwsh', 'PowerShell on a static host', (pwsh) => {
  let samples: ServedSamples;
  let sessions = 0;
  const session = () => makePowerShell(pwsh, join(samples.folder, `powershell-${(sessions += 1)}`));

  beforeAll(async () => {
    samples = await serveSamples('/gallery/');
  });
  afterAll(() => samples.close());

  it('finds, saves, installs and updates with PSResourceGet', async () => {
    const { run, home } = session();
    const steps = await run(`
Register-PSResourceRepository -Name G -Uri ${samples.url}v3/index.json -Trusted
Step name { Find-PSResource quill.TEXT -Repository G | Told }
Step versions { Find-PSResource Quill.Text -Version * -Prerelease -Repository G | Told }
Step range { Find-PSResource Quill.Text -Version '[1.0.0,1.1.0)' -Repository G | Told }
Step absent { Find-PSResource Absent.Kit -Repository G | Told }
Step module { Install-PSResource Quill.Markdown -Repository G -PassThru | Told }
Step script { Install-PSResource Invoke-FolderCare -Repository G -PassThru | Told }
Step use { Import-Module Quill.Markdown; 'Some Title' | ConvertTo-TextSlug }
Step update {
  Install-PSResource Quill.Slug -Repository G
  Uninstall-PSResource Quill.Text -SkipDependencyCheck
  Install-PSResource Quill.Text -Version 1.0.0 -Repository G
  Update-PSResource Quill.Text -Repository G -PassThru | Told
}
Step installed { Get-InstalledPSResource | Told }
Step save {
  Save-PSResource Clear-StaleFile -Repository G -Path $HOME
  Save-PSResource Quill.Text -Version 1.0.0 -Repository G -Path $HOME -AsNupkg
}
Register-PSResourceRepository -Name V2 -Uri ${samples.url}api/v2 -Trusted
Step v2 { Find-PSResource Quill.Text -Repository V2 | Told }
`);
    expect(clean(steps)).toEqual({
      name: ['Quill.Text 1.1.0'],
      versions: ['Quill.Text 1.0.0', 'Quill.Text 1.1.0', 'Quill.Text 2.0.0-beta1'],
      range: ['Quill.Text 1.0.0'],
      absent: ["Package with name 'Absent.Kit' could not be found in repository 'G'."],
      module: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
      script: ['Clear-StaleFile 1.0.0', 'FolderLedger 1.0.0', 'Invoke-FolderCare 1.0.0'],
      use: ['some-title'],
      update: ['Quill.Text 1.1.0'],
      installed: [
        'Clear-StaleFile 1.0.0',
        'FolderLedger 1.0.0',
        'Invoke-FolderCare 1.0.0',
        'Quill.Markdown 1.0.0',
        'Quill.Slug 1.0.0',
        'Quill.Text 1.0.0',
        'Quill.Text 1.1.0',
      ],
      save: [],
      // It would take any entry for what it asked for.
      v2: ["Package with name 'Quill.Text' could not be found in repository 'V2'."],
    });
    expect(readFileSync(join(home, 'Clear-StaleFile.ps1'), 'utf8')).toContain('<#PSScriptInfo');
    expect(readFileSync(join(home, 'Quill.Text.1.0.0.nupkg'))).toEqual(
      readFileSync(join(BLOBS, 'Quill.Text.1.0.0.nupkg')),
    );
  });

  it('finds, saves, installs and updates with PowerShellGet 2', async () => {
    const steps = await session().run(`
Register-PSRepository -Name G -SourceLocation ${samples.url}api/v2/ -InstallationPolicy Trusted
Step scripts { (Get-PSRepository G).ScriptSourceLocation }
Step all { Find-Module -Repository G | Told }
Step name { Find-Module quill.TEXT -Repository G | Told }
Step wildcard { Find-Module Quill.* -Repository G | Told }
Step versions { Find-Module Quill.Text -AllVersions -Repository G | Told }
Step prerelease { Find-Module Quill.Text -AllowPrerelease -Repository G | Told }
Step range { Find-Module Quill.Text -MinimumVersion 0.9 -MaximumVersion 1.0.5 -Repository G | Told }
Step filter { Find-Module -Filter slug -Repository G | Told }
Step dependencies { Find-Module Quill.Markdown -IncludeDependencies -Repository G | Told }
Step command { (Find-Command ConvertTo-Slug -Repository G).ModuleName }
Step unlisted { Find-Module Quill.Palette -RequiredVersion 0.3.0 -Repository G | Told }
Step absent { Find-Module Absent.Kit -Repository G | Told }
Step allScripts { Find-Script -Repository G | Told }
Step module { Install-Module Quill.Markdown -Repository G -Scope CurrentUser; Get-InstalledModule | Told }
Step script { Install-Script Invoke-FolderCare -Repository G -Scope CurrentUser -Force; Get-InstalledScript | Told }
Step update {
  Uninstall-Module Quill.Markdown
  Uninstall-Module Quill.Text
  Install-Module Quill.Text -RequiredVersion 1.0.0 -Repository G -Scope CurrentUser
  Update-Module Quill.Text
  Get-InstalledModule Quill.Text -AllVersions | Told
}
Step save { Save-Module Quill.Markdown -Repository G -Path $HOME; Test-Path $HOME/Quill.Text/1.1.0/Quill.Text.psd1 }
`);
    expect(clean(steps)).toEqual({
      scripts: [`${samples.url}api/v2/items/psscript/`],
      all: MODULES,
      name: ['Quill.Text 1.1.0'],
      wildcard: ['Quill.Markdown 1.0.0', 'Quill.Slug 1.0.0', 'Quill.Text 1.1.0'],
      versions: ['Quill.Text 1.0.0', 'Quill.Text 1.1.0'],
      prerelease: ['Quill.Text 2.0.0-beta1'],
      range: ['Quill.Text 1.0.0'],
      filter: ['Quill.Slug 1.0.0', 'Quill.Text 1.1.0'],
      dependencies: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
      command: ['Quill.Slug'],
      unlisted: ['Quill.Palette 0.3.0'],
      absent: [expect.stringContaining("'Absent.Kit'")],
      allScripts: SCRIPTS,
      module: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
      script: SCRIPTS,
      update: ['Quill.Text 1.0.0', 'Quill.Text 1.1.0'],
      save: ['True'],
    });
  });

  it('finds and installs from a clone, with no server at all', async () => {
    const steps = await session().run(`
Register-PSResourceRepository -Name F -Uri ${BLOBS} -Trusted
Step find { Find-PSResource Quill.* -Repository F | Told }
Step install { Install-PSResource Quill.Markdown -Repository F -PassThru | Told }
Step tag { Find-PSResource -Tag slug -Repository F | Told }
Register-PSRepository -Name F2 -SourceLocation ${BLOBS} -InstallationPolicy Trusted
Step find2 { Find-Module Quill.Text -Repository F2 -RequiredVersion 1.0.0 | Told }
Step install2 { Install-Script Clear-StaleFile -Repository F2 -Scope CurrentUser -Force; Get-InstalledScript | Told }
`);
    expect(clean(steps)).toEqual({
      find: ['Quill.Markdown 1.0.0', 'Quill.Palette 0.3.0', 'Quill.Slug 1.0.0', 'Quill.Text 1.1.0'],
      install: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
      tag: ['Quill.Slug 1.0.0', 'Quill.Text 1.1.0'],
      find2: ['Quill.Text 1.0.0'],
      install2: ['Clear-StaleFile 1.0.0'],
    });
  });
});
