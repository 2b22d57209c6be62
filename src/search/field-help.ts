/** What each field of the query language is for, half a line and an example, for those who learn it. */
import type { FieldName } from './fields.ts';

export interface FieldHelp {
  readonly help: string;
  readonly example: string;
}

export const FIELD_HELP: Readonly<Record<FieldName, FieldHelp>> = {
  Id: { help: 'part of the name of the package', example: 'Id:report' },
  Version: { help: 'the version that is shown', example: 'Version:>=2.0' },
  Tags: { help: 'a tag; here both', example: 'Tags:"azure" "backup"' },
  Author: { help: 'part of what the package says of its authors', example: 'Author:"Contoso"' },
  Owner: { help: 'who may publish it here', example: 'Owner:contoso' },
  Functions: { help: 'a function that it brings', example: 'Functions:"Get-Report"' },
  Cmdlets: { help: 'a compiled command', example: 'Cmdlets:Get-*Report' },
  DscResources: { help: 'a DSC resource', example: 'DscResources:xWebsite' },
  Commands: {
    help: 'anything that can be called: functions, cmdlets, workflows, aliases',
    example: 'Commands:*-Report*',
  },
  Aliases: { help: 'an alias', example: 'Aliases:gr' },
  Parameters: {
    help: 'a parameter of one of its commands',
    example: 'Parameters:ComputerName',
  },
  PowerShellVersion: {
    help: 'runs on this version; with a comparison: the least version that it asks for',
    example: 'PowerShellVersion:"5.1"',
  },
  Edition: { help: 'Core or Desktop', example: 'Edition:Core' },
  OS: { help: 'Windows, Linux or macOS', example: 'OS:Linux' },
  Type: { help: 'module or script', example: 'Type:script' },
  Includes: {
    help: 'function, cmdlet, DscResource, RoleCapability or workflow',
    example: 'Includes:DscResource',
  },
  Category: { help: 'a category of this gallery', example: 'Category:backup,reports' },
  License: { help: 'the identifier of its licence', example: 'License:MIT' },
  Dependency: { help: 'a package that it depends on', example: 'Dependency:Az.Accounts' },
  Updated: { help: 'when the shown version was published', example: 'Updated:>=2026-01' },
  Quality: { help: 'its quality, 0 to 100', example: 'Quality:>=80' },
  Prerelease: { help: 'whether its newest version is a prerelease', example: 'Prerelease:yes' },
};
