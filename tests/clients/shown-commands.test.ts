/** What the documents and pages tell to type in PowerShell: the real one knows each command, and each parameter of it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { installCommands, registrationCommands } from '../../src/site/install-commands.ts';
import { siteRoutes } from '../../src/site/routes.ts';
import { describeWithClient, PROJECT_ROOT } from '../support/clients.ts';
import { makeGallery, makeSettings } from '../support/make-gallery.ts';
import { makePowerShell } from '../support/powershell.ts';
import { makeTempDir } from '../support/temp-dir.ts';

interface Shown {
  readonly place: string;
  readonly text: string;
}

const COMMAND = /^[A-Z][a-z]+-[A-Z][A-Za-z]+(?: |$)/;
function documents(): readonly string[] {
  const folders = ['', 'docs', 'src/site/docs', 'src/publish'];
  return folders.flatMap((folder) =>
    readdirSync(join(PROJECT_ROOT, folder))
      .filter((name) => name.endsWith('.md') || name === 'new-gallery-readme.ts')
      .map((name) => join(folder, name)),
  );
}

function shownIn(file: string): readonly Shown[] {
  const markdown = readFileSync(join(PROJECT_ROOT, file), 'utf8').replaceAll('\\`', '`');
  const plain = (text: string) =>
    text.replaceAll(/\{\{[^}]*\}\}|\$\{[^}]*\}/g, 'Gallery').replaceAll('\\|', '|');
  const blocks = [...markdown.matchAll(/^```powershell\n(.*?)^```/gms)].map(([, text = '']) => text);
  const inline = [...markdown.replaceAll(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)]
    .map(([, text = '']) => text)
    .filter((text) => COMMAND.test(text));
  return [...blocks, ...inline].map((text) => ({ place: file, text: plain(text) }));
}

function shownOnPages(): readonly Shown[] {
  const [owner] = makeGallery([{ id: 'Contoso.Tools', versions: ['1.0.0', '2.0.0-beta1'] }]).packages;
  const routes = siteRoutes('https://host.example/repo/');
  const registrations = (['html', 'gateway'] as const).flatMap((hosting) =>
    registrationCommands(makeSettings({ title: 'Contoso', hosting }), routes),
  );
  const installs = [true, false].flatMap((isShown) =>
    (owner?.versions ?? []).flatMap((item) => installCommands(item, 'Contoso', isShown)),
  );
  return [...registrations, ...installs]
    .filter(({ command }) => COMMAND.test(command))
    .map(({ command }) => ({ place: 'a page', text: command }));
}

/** Parses each text and binds its commands to their parameters, and runs none of them. */
const SCRIPT = `
Import-Module PackageManagement
foreach ($shown in Get-Content -Raw $HOME/shown.json | ConvertFrom-Json) {
  Step $shown.text {
    $tokens = $faults = $null
    $ast = [Management.Automation.Language.Parser]::ParseInput($shown.text, [ref] $tokens, [ref] $faults)
    $faults | ForEach-Object { $_.Message }
    foreach ($command in $ast.FindAll({ $args[0] -is [Management.Automation.Language.CommandAst] }, $true)) {
      $name = $command.GetCommandName()
      # Others are of packages that stand for any, and programs.
      if ($name -notmatch '-(PS|Module|Script|Package|Command$|DscResource|RoleCapability|Installed)') { continue }
      if (-not (Get-Command $name -ErrorAction Ignore)) { "there is no $name"; continue }
      $binding = [Management.Automation.Language.StaticParameterBinder]::BindCommand($command)
      # A parameter that is only named has no value.
      $binding.BindingExceptions.Values | Where-Object { $shown.text -notlike "* -$($_.BindingException.ParameterName)" } |
        ForEach-Object { $_.BindingException.Message }
      foreach ($argument in $binding.BoundParameters.GetEnumerator()) {
        $parameter = $argument.Value.Parameter
        $constant = $argument.Value.ConstantValue
        if (-not $parameter -and $argument.Key -notmatch '^\\d+$') { "$name has no -$($argument.Key)" }
        $allowed = @(if ($parameter.ParameterType.IsEnum) { $parameter.ParameterType.GetEnumNames() }) +
          @($parameter.Attributes | Where-Object { $_ -is [ValidateSet] } | ForEach-Object ValidValues)
        if ($allowed -and $constant -and $constant -notin $allowed) { "$constant is not for -$($argument.Key)" }
      }
    }
  }
}
`;

describeWithClient('pwsh', 'PowerShell on what is shown to its users', (pwsh) => {
  it('knows every command and parameter', async () => {
    const shown = [...documents().flatMap(shownIn), ...shownOnPages()];
    expect(shown.length).toBeGreaterThan(100);
    const wrong = [
      'Find-Module -Nome x',
      'Find-PSResources x',
      "Find-Module 'x",
      'Find-Module -Includes Dsc',
    ];
    const { run, home } = makePowerShell(pwsh, await makeTempDir());
    writeFileSync(join(home, 'shown.json'), JSON.stringify([...shown, ...wrong.map((text) => ({ text }))]));
    const steps = await run(SCRIPT);
    const faults = shown.flatMap(({ place, text }) => {
      const { lines = ['was not looked at'], errors = [] } = steps.get(text) ?? {};
      return [...lines, ...errors].map((fault) => `${place}: ${text.trim()}: ${fault}`);
    });
    expect(faults).toEqual([]);
    expect(wrong.filter((text) => steps.get(text)?.lines.length === 0)).toEqual([]);
  });
});
