/** The real PowerShell, with a home of its own: what a script does step by step, as values and error messages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runClient } from './clients.ts';

export interface PowerShellSession {
  /**
   * Runs a script in a process of its own; a step is `Step NAME { … }`, and the next one is taken whatever becomes of it.
   * @returns what the steps came to, by their names
   */
  readonly run: (script: string) => Promise<ReadonlyMap<string, PowerShellStep>>;
  /** Its home, where it installs to. */
  readonly home: string;
}

export interface PowerShellStep {
  /** What it wrote out, each object as a line of its text. */
  readonly lines: readonly string[];
  /** Messages of errors, whether it went on or not. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * What every script begins with: both clients, `Step`, and `Told`, by which what they found becomes `Name Version`, sorted, since
 * they promise no order.
 */
const PRELUDE = `
$ErrorActionPreference = 'Continue'
$ProgressPreference = 'SilentlyContinue'
$PSStyle.OutputRendering = 'PlainText'
Import-Module PowerShellGet -MaximumVersion 2.99
Import-Module Microsoft.PowerShell.PSResourceGet
function Told {
  $input | ForEach-Object { "$($_.Name) $($_.Version)" + $(if ($_.Prerelease) { "-$($_.Prerelease)" }) } | Sort-Object
}
function Step([string] $Name, [scriptblock] $Do) {
  $errors = [Collections.Generic.List[string]]::new()
  $warnings = [Collections.Generic.List[string]]::new()
  $lines = [Collections.Generic.List[string]]::new()
  try {
    & $Do 2>&1 3>&1 | ForEach-Object {
      if ($_ -is [Management.Automation.ErrorRecord]) { $errors.Add($_.Exception.Message) }
      elseif ($_ -is [Management.Automation.WarningRecord]) { $warnings.Add($_.Message) }
      else { $lines.Add([string] $_) }
    }
  }
  catch { $errors.Add($_.Exception.Message) }
  $step = [ordered] @{ name = $Name; lines = $lines; errors = $errors; warnings = $warnings }
  [Console]::Out.WriteLine('step ' + (ConvertTo-Json $step -Depth 4 -Compress))
}
`;

/** PowerShellGet 2 packs with a project of its own, for which dotnet would fetch a framework that is out of support. */
const BUILD_PROPERTIES = `<Project>
  <PropertyGroup>
    <DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences>
    <NoBuild>true</NoBuild>
    <IncludeBuildOutput>false</IncludeBuildOutput>
    <NoWarn>$(NoWarn);NETSDK1138</NoWarn>
  </PropertyGroup>
</Project>
`;

const PATIENCE_MS = 400_000;

/**
 * @param folder  of the test's own, absolute
 * @param pushSource  an http:// address that dotnet, through which PowerShellGet 2 pushes, may use
 */
export function makePowerShell(pwsh: string, folder: string, pushSource?: string): PowerShellSession {
  const home = join(folder, 'home');
  const temp = join(folder, 'temp');
  const settings = join(home, '.nuget/NuGet');
  for (const path of [temp, settings]) mkdirSync(path, { recursive: true });
  writeFileSync(join(temp, 'Directory.Build.props'), BUILD_PROPERTIES);
  const source = pushSource
    ? `<add key="gallery" value="${pushSource}" allowInsecureConnections="true" />`
    : '';
  const config = `<configuration><packageSources><clear />${source}</packageSources></configuration>`;
  writeFileSync(join(settings, 'NuGet.Config'), config);
  let count = 0;
  return {
    home,
    run: async (script) => {
      const file = join(folder, `script-${(count += 1)}.ps1`);
      writeFileSync(file, PRELUDE + script);
      const { code, output, isCutOff } = await runClient(
        pwsh,
        ['-NoProfile', '-NonInteractive', '-File', file],
        {
          cwd: home,
          env: {
            ...{ HOME: home, TMPDIR: join(temp, '/'), DOTNET_NOLOGO: '1' },
            ...{ POWERSHELL_TELEMETRY_OPTOUT: '1', POWERSHELL_UPDATECHECK: 'Off' },
            DOTNET_CLI_TELEMETRY_OPTOUT: '1',
          },
          patienceMs: PATIENCE_MS,
        },
      );
      if (code !== 0 || isCutOff) throw new Error(output);
      return new Map(stepsIn(output));
    },
  };
}

function stepsIn(output: string): readonly (readonly [string, PowerShellStep])[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('step '))
    .map((line) => JSON.parse(line.slice('step '.length)) as PowerShellStep & { readonly name: string })
    .map(({ name, ...step }) => [name, step] as const);
}
