/** The real PowerShell on the gateway: exact searches, publishing with both clients, refusals that say why, private reading. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ClientGateway, startClientGateway } from '../support/client-gateway.ts';
import { describeWithClient } from '../support/clients.ts';
import { makePowerShell, type PowerShellStep } from '../support/powershell.ts';

/** Makes a module or a script to publish, as its author does it; and waits until what was published is found. */
const AUTHOR = `
$links = @{ LicenseUri = 'https://example.org/license'; ProjectUri = 'https://example.org/' }
function New-Module([string] $Id, [string] $Version, [hashtable] $More = @{}) {
  $folder = (New-Item -ItemType Directory -Force "$HOME/made/$Id").FullName
  Set-Content "$folder/$Id.psm1" 'function Get-Made { "made" }'
  New-ModuleManifest "$folder/$Id.psd1" -RootModule "$Id.psm1" -ModuleVersion $Version -Author Ada -Tags made -FunctionsToExport Get-Made -Description 'A module to try things out.' @links @More
  $folder
}
function New-Script([string] $Id, [hashtable] $More = @{}) {
  New-PSScriptFileInfo "$HOME/$Id.ps1" -Version 1.0.0 -Author Ada -Tags made -Description 'A script to try things out.' @links @More
  "$HOME/$Id.ps1"
}
function Wait-Until([scriptblock] $Found) {
  foreach ($look in 1..100) {
    $what = & $Found 2>$null
    if ($what) { return $what }
    Start-Sleep -Milliseconds 200
  }
}
`;

function told(steps: ReadonlyMap<string, PowerShellStep>): Record<string, readonly string[]> {
  return Object.fromEntries([...steps].map(([name, { lines, errors }]) => [name, [...errors, ...lines]]));
}

describeWithClient('pwsh', 'PowerShell on the gateway', (pwsh) => {
  let gateway: ClientGateway;
  let sessions = 0;
  const session = () =>
    makePowerShell(
      pwsh,
      join(gateway.folder, `powershell-${(sessions += 1)}`),
      `${gateway.url}api/v2/package`,
    );

  beforeAll(async () => {
    gateway = await startClientGateway();
  });
  afterAll(() => gateway.close());

  it('searches exactly with PSResourceGet', async () => {
    const steps = await session().run(`
Register-PSResourceRepository -Name G -Uri ${gateway.url}api/v2 -Trusted
Step name { Find-PSResource quill.TEXT -Repository G | Told }
Step wildcard { Find-PSResource Quill.* -Repository G | Told }
Step scripts { Find-PSResource * -Type Script -Repository G | Told }
Step tag { Find-PSResource -Tag slug -Repository G | Told }
Step tags { Find-PSResource -Tag slug, wrap -Repository G | Told }
Step command { (Find-PSResource -CommandName ConvertTo-Slug -Repository G).ParentResource | Told }
Step dsc { (Find-PSResource -DscResourceName ConfigLine -Repository G).ParentResource | Told }
Step unlisted { Find-PSResource Quill.Palette -Version 0.3.0 -Repository G | Told }
Step hidden { Find-PSResource Quill.Palette -Version * -Repository G | Told }
Step prerelease { Install-PSResource Quill.Text -Prerelease -Repository G -PassThru | Told }
Step dependencies { Find-PSResource Quill.Markdown -IncludeDependencies -Repository G | Told }
`);
    expect(told(steps)).toEqual({
      name: ['Quill.Text 1.1.0'],
      wildcard: ['Quill.Markdown 1.0.0', 'Quill.Slug 1.0.0', 'Quill.Text 1.1.0'],
      scripts: ['Clear-StaleFile 1.0.0', 'Invoke-FolderCare 1.0.0'],
      tag: ['Quill.Slug 1.0.0', 'Quill.Text 1.1.0'],
      tags: ['Quill.Text 1.1.0'],
      command: ['Quill.Slug 1.0.0'],
      dsc: ['PlainConfigDsc 1.0.0'],
      unlisted: ['Quill.Palette 0.3.0'],
      hidden: [],
      prerelease: ['Quill.Text 2.0.0-beta1'],
      dependencies: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
    });
  });

  it('searches exactly with PowerShellGet 2', async () => {
    const steps = await session().run(`
Register-PSRepository -Name G -SourceLocation ${gateway.url}api/v2/ -InstallationPolicy Trusted
Step tag { Find-Module -Tag wrap -Repository G | Told }
Step includes { Find-Module -Includes DscResource -Repository G | Told }
Step command { (Find-Command ConvertTo-Slug -Repository G).ModuleName }
Step withCommand { Find-Module -Command ConvertTo-Slug -Repository G | Told }
Step dsc { (Find-DscResource ConfigLine -Repository G).ModuleName }
Step role { (Find-RoleCapability -Repository G).Name }
Step filter { Find-Module -Filter distance -Repository G | Told }
Step script { Find-Script -Repository G | Told }
Step install { Install-Module Quill.Markdown -Repository G -Scope CurrentUser; Get-InstalledModule | Told }
Step package { Find-Package Quill.Text -Source G -ProviderName PowerShellGet -AllVersions | Told }
`);
    expect(told(steps)).toEqual({
      tag: ['Quill.Text 1.1.0'],
      includes: ['PlainConfigDsc 1.0.0'],
      command: ['Quill.Slug'],
      withCommand: ['Quill.Slug 1.0.0'],
      dsc: ['PlainConfigDsc'],
      role: ['RestorePointOperator'],
      filter: ['Quill.Text 1.1.0'],
      script: ['Clear-StaleFile 1.0.0', 'Invoke-FolderCare 1.0.0'],
      install: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
      package: ['Quill.Text 1.0.0', 'Quill.Text 1.1.0', 'Quill.Text 2.0.0-beta1'],
    });
  });

  it('takes what PSResourceGet publishes, and tells it why not', async () => {
    const [ada, eva] = [gateway.nextKey(), gateway.nextKey()];
    const steps = await session().run(`${AUTHOR}
Register-PSResourceRepository -Name V3 -Uri ${gateway.url}v3/index.json -Trusted
Register-PSResourceRepository -Name V2 -Uri ${gateway.url}api/v2 -Trusted
Step v3 { Publish-PSResource -Path (New-Module Res.One 1.0.0) -Repository V3 -ApiKey ${ada}; Wait-Until { Find-PSResource Res.One -Repository V3 | Told } }
Step v2 { Install-PSResource Res.One -Repository V2; Publish-PSResource -Path (New-Module Res.Two 1.0.0 @{ RequiredModules = 'Res.One' }) -Repository V2 -ApiKey ${ada}; Wait-Until { Find-PSResource Res.Two -Repository V2 | Told } }
Step script { Publish-PSResource -Path (New-Script Do-Res) -Repository V2 -ApiKey ${eva}; Wait-Until { Find-PSResource Do-Res -Repository V2 | Told } }
Step install { Install-PSResource Res.Two, Do-Res -Repository V2 -PassThru | Told; Import-Module Res.Two; Get-Made | Select-Object -First 1 }
Step update { Publish-PSResource -Path (New-Module Res.One 1.5.0) -Repository V3 -ApiKey ${ada}; Wait-Until { Find-PSResource Res.One -Version 1.5.0 -Repository V2 } | Out-Null; Update-PSResource Res.One -Repository V2 -PassThru | Told }
Step again { Publish-PSResource -Path (New-Module Res.One 1.0.0) -Repository V2 -ApiKey ${ada} }
Step other { Publish-PSResource -Path (New-Module Res.One 3.0.0) -Repository V3 -ApiKey ${eva} }
Step key { Publish-PSResource -Path (New-Module Res.Three 1.0.0) -Repository V3 -ApiKey psg_unknown }
Step rule { $links.Remove('LicenseUri'); Publish-PSResource -Path (New-Module Res.Four 1.0.0) -Repository V3 -ApiKey ${eva} }
`);
    const { again, other, key, rule, ...done } = told(steps);
    expect(done).toEqual({
      v3: ['Res.One 1.0.0'],
      v2: ['Res.Two 1.0.0'],
      script: ['Do-Res 1.0.0'],
      install: ['Do-Res 1.0.0', 'Res.Two 1.0.0', 'made'],
      update: ['Res.One 1.5.0'],
    });
    expect(again).toEqual([expect.stringContaining('409 (PUBLISH_VERSION_EXISTS: Version 1.0.0 is already')]);
    expect(other).toEqual([expect.stringContaining('403 ')]);
    expect(key).toEqual([expect.stringContaining('403 (The specified API key is invalid')]);
    expect(rule).toEqual([expect.stringContaining('400 (META_LICENSE_MISSING: ')]);
  });

  it('takes what PowerShellGet 2 publishes, and tells it why not', async () => {
    const [ada, eva] = [gateway.nextKey(), gateway.nextKey()];
    const steps = await session().run(`${AUTHOR}
Register-PSRepository -Name G -SourceLocation ${gateway.url}api/v2 -PublishLocation ${gateway.url}api/v2/package -ScriptSourceLocation ${gateway.url}api/v2 -ScriptPublishLocation ${gateway.url}api/v2/package -InstallationPolicy Trusted
Step module { Publish-Module -Path (New-Module Get.One 1.0.0) -Repository G -NuGetApiKey ${ada}; Wait-Until { Find-Module Get.One -Repository G | Told } }
Step prerelease { Publish-Module -Path (New-Module Get.One 1.1.0 @{ Prerelease = 'beta1' }) -Repository G -NuGetApiKey ${ada}; Wait-Until { Find-Module Get.One -RequiredVersion 1.1.0-beta1 -AllowPrerelease -Repository G | Told } }
Step script { Publish-Script -Path (New-Script Do-Get @{ RequiredModules = @{ ModuleName = 'Get.One'; ModuleVersion = '1.0.0' } }) -Repository G -NuGetApiKey ${eva}; Wait-Until { Find-Script Do-Get -Repository G | Told } }
Step install { Install-Script Do-Get -Repository G -Scope CurrentUser -Force; Get-InstalledScript | Told; Get-InstalledModule | Told }
Step update { Publish-Module -Path (New-Module Get.One 2.0.0) -Repository G -NuGetApiKey ${ada}; Wait-Until { Find-Module Get.One -MinimumVersion 2.0 -Repository G } | Out-Null; Update-Module Get.One; Get-InstalledModule Get.One -AllVersions | Told }
Step key { Publish-Module -Path (New-Module Get.Two 1.0.0) -Repository G -NuGetApiKey psg_unknown }
Step rule { $links.Remove('LicenseUri'); Publish-Module -Path (New-Module Get.Three 1.0.0) -Repository G -NuGetApiKey ${eva} }
Step unregister { Unregister-PSRepository G; @(Get-PSRepository).Count }
`);
    const { key, rule, ...done } = told(steps);
    expect(done).toEqual({
      module: ['Get.One 1.0.0'],
      prerelease: ['Get.One 1.1.0-beta1'],
      script: ['Do-Get 1.0.0'],
      install: ['Do-Get 1.0.0', 'Get.One 1.0.0'],
      update: ['Get.One 1.0.0', 'Get.One 2.0.0'],
      unregister: ['0'],
    });
    expect(key).toEqual([expect.stringContaining('403 (The specified API key is invalid')]);
    expect(rule).toEqual([expect.stringContaining('400 (META_LICENSE_MISSING: ')]);
  });
});

describeWithClient('pwsh', 'PowerShell on a private gateway', (pwsh) => {
  let gateway: ClientGateway;
  beforeAll(async () => {
    gateway = await startClientGateway({ isPrivate: true });
  });
  afterAll(() => gateway.close());

  it('reads with credentials, and nothing without', async () => {
    const { run } = makePowerShell(pwsh, join(gateway.folder, 'powershell'));
    const credential = `
function New-Credential([string] $Key) { [pscredential]::new('any', (ConvertTo-SecureString $Key -AsPlainText -Force)) }
$reader = New-Credential ${gateway.readKey}
`;
    const resources = await run(`${credential}
Register-PSResourceRepository -Name V2 -Uri ${gateway.url}api/v2 -Trusted
Register-PSResourceRepository -Name V3 -Uri ${gateway.url}v3/index.json -Trusted
Step find { 'V2', 'V3' | ForEach-Object { Find-PSResource Quill.Text -Repository $_ -Credential $reader | Told } }
Step install { Install-PSResource Quill.Markdown -Repository V2 -Credential $reader -PassThru | Told }
Step nothing { Find-PSResource Quill.Text -Repository V2 | Told }
Step wrong { Find-PSResource Quill.Text -Repository V3 -Credential (New-Credential psg_wrong) | Told }
Step register { Register-PSRepository -Name G -SourceLocation ${gateway.url}api/v2 -Credential $reader -InstallationPolicy Trusted }
`);
    const refused = expect.stringContaining('401 (This gallery is private');
    expect(told(resources)).toEqual({
      find: ['Quill.Text 1.1.0', 'Quill.Text 1.1.0'],
      install: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
      nothing: [refused],
      wrong: [refused],
      register: [],
    });
    // In the session that registered a private source, the client keeps having no access.
    const modules = await run(`${credential}
Step find { Find-Module Quill.* -Repository G -Credential $reader | Told }
Step install { Install-Module Quill.Markdown -Repository G -Credential $reader -Scope CurrentUser; Get-InstalledModule | Told }
Step script { Install-Script Clear-StaleFile -Repository G -Credential $reader -Scope CurrentUser -Force; Get-InstalledScript | Told }
`);
    expect(told(modules)).toEqual({
      find: ['Quill.Markdown 1.0.0', 'Quill.Slug 1.0.0', 'Quill.Text 1.1.0'],
      install: ['Quill.Markdown 1.0.0', 'Quill.Text 1.1.0'],
      script: ['Clear-StaleFile 1.0.0'],
    });
  });
});
