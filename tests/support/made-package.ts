/** A small package, packed by the real packer from sources that a case names in a line: always the same bytes. */
import { packModule, packScript } from '../../src/pack/pack.ts';
import { memoryTree } from './memory-tree.ts';

export interface MadePackage {
  readonly id: string;
  readonly version: string;
  readonly kind?: 'module' | 'script';
  /** Default: made from the id, so that two ids have two. */
  readonly guid?: string;
  readonly functions?: readonly string[];
  readonly description?: string;
  readonly license?: string;
  readonly requires?: readonly string[];
  /** More files, by their paths; of a module only. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
}

/** The sources as they would lie in a folder: path → text. */
export function packageSources(made: MadePackage): Readonly<Record<string, string | Uint8Array>> {
  return made.kind === 'script' ? { [`${made.id}.ps1`]: scriptText(made) } : moduleSources(made);
}

export async function packMade(made: MadePackage): Promise<Uint8Array> {
  const tree = memoryTree(packageSources(made));
  const { value, findings } =
    made.kind === 'script'
      ? await packScript(tree, `${made.id}.ps1`, made.id)
      : await packModule(tree, [made.id], made.id);
  if (!value) throw new Error(`not packed: ${JSON.stringify(findings)}`);
  return value.bytes;
}

function moduleSources(made: MadePackage): Readonly<Record<string, string | Uint8Array>> {
  const { id, version, functions = [`Get-${id.replace(/\W/g, '')}`] } = made;
  const requires = (made.requires ?? []).map((name) => `'${name}'`).join(', ');
  const [number, label] = version.split('-');
  const license = made.license ?? 'https://licence.example/mit';
  return {
    [`${id}.psd1`]: `@{
  RootModule = '${id}.psm1'
  ModuleVersion = '${number}'
  GUID = '${made.guid ?? guidOf(id)}'
  Author = 'Contoso'
  Description = '${made.description ?? `What ${id} does for those who use it.`}'
  PowerShellVersion = '5.1'
  CompatiblePSEditions = @('Desktop', 'Core')
  RequiredModules = @(${requires})
  FunctionsToExport = @(${functions.map((name) => `'${name}'`).join(', ')})
  CmdletsToExport = @()
  AliasesToExport = @()
  PrivateData = @{ PSData = @{ ${label === undefined ? '' : `Prerelease = '${label}'; `}${license === '' ? '' : `LicenseUri = '${license}'`} } }
}
`,
    [`${id}.psm1`]: functions.map((name) => `function ${name} { param([string]$Name) "$Name" }\n`).join(''),
    ...made.files,
  };
}

function scriptText({ id, version, guid, description }: MadePackage): string {
  return `<#PSScriptInfo
.VERSION ${version}
.GUID ${guid ?? guidOf(id)}
.AUTHOR Contoso
.LICENSEURI https://licence.example/mit
#>
<#
.DESCRIPTION
${description ?? `What ${id} does for those who use it.`}
#>
param([string]$Name)
"$Name"
`;
}

function guidOf(id: string): string {
  const hex = Buffer.from(id.padEnd(16, '.')).toString('hex').slice(0, 32);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
