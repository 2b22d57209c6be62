/** The fields of the query language: what each is called, what it takes, and what it means. */

export type FieldName =
  | 'Id'
  | 'Version'
  | 'Tags'
  | 'Author'
  | 'Owner'
  | 'Functions'
  | 'Cmdlets'
  | 'DscResources'
  | 'Commands'
  | 'Aliases'
  | 'Parameters'
  | 'PowerShellVersion'
  | 'Edition'
  | 'OS'
  | 'Type'
  | 'Includes'
  | 'Category'
  | 'License'
  | 'Dependency'
  | 'Updated'
  | 'Quality'
  | 'Prerelease';

/** `name`: compared as a whole, with wildcards; the others take comparisons. */
export type FieldKind = 'name' | 'text' | 'version' | 'date' | 'number' | 'yes-no';

export interface Field {
  readonly name: FieldName;
  readonly kind: FieldKind;
  /** In small letters. */
  readonly aliases: readonly string[];
  /** Half a line. */
  readonly help: string;
  readonly example: string;
}

export const FIELDS: readonly Field[] = [
  field('Id', 'text', ['name'], 'part of the name of the package', 'Id:report'),
  field('Version', 'version', [], 'the version that is shown', 'Version:>=2.0'),
  field('Tags', 'name', ['tag'], 'a tag', 'Tags:"azure" "backup"'),
  field('Author', 'text', ['authors'], 'part of what the package says of its authors', 'Author:"Contoso"'),
  field('Owner', 'name', ['owners', 'publisher'], 'who may publish it here', 'Owner:contoso'),
  field('Functions', 'name', ['function'], 'a function that it brings', 'Functions:"Get-Report"'),
  field('Cmdlets', 'name', ['cmdlet'], 'a compiled command', 'Cmdlets:Get-*Report'),
  field('DscResources', 'name', ['dscresource', 'dsc'], 'a DSC resource', 'DscResources:xWebsite'),
  field(
    'Commands',
    'name',
    ['command'],
    'anything that can be called: functions, cmdlets, workflows, aliases',
    'Commands:*-Report*',
  ),
  field('Aliases', 'name', ['alias'], 'an alias', 'Aliases:gr'),
  field(
    'Parameters',
    'name',
    ['parameter', 'param'],
    'a parameter of a command; in the search of commands',
    'Parameters:ComputerName',
  ),
  field(
    'PowerShellVersion',
    'version',
    ['powershell', 'psversion'],
    'runs on this version; with a comparison: the least version that it asks for',
    'PowerShellVersion:"5.1"',
  ),
  field('Edition', 'name', ['editions', 'psedition'], 'Core or Desktop', 'Edition:Core'),
  field('OS', 'name', ['system', 'platform'], 'Windows, Linux or MacOS', 'OS:Linux'),
  field('Type', 'name', ['kind'], 'module or script', 'Type:script'),
  field(
    'Includes',
    'name',
    ['include'],
    'function, cmdlet, DscResource, RoleCapability or workflow',
    'Includes:DscResource',
  ),
  field('Category', 'name', ['categories'], 'a category of this gallery', 'Category:backup,reports'),
  field('License', 'name', ['licence'], 'the identifier of its licence', 'License:MIT'),
  field(
    'Dependency',
    'name',
    ['dependencies', 'dependson'],
    'a package that it depends on',
    'Dependency:Az.Accounts',
  ),
  field('Updated', 'date', ['published'], 'when the shown version was published', 'Updated:>=2026-01'),
  field('Quality', 'number', ['score'], 'its quality, 0 to 100', 'Quality:>=80'),
  field('Prerelease', 'yes-no', [], 'whether its newest version is a prerelease', 'Prerelease:yes'),
];

const BY_NAME = new Map(
  FIELDS.flatMap((item) => [item.name.toLowerCase(), ...item.aliases].map((name) => [name, item] as const)),
);

export function findField(name: string): Field | undefined {
  return BY_NAME.get(name.toLowerCase());
}

function field(
  name: FieldName,
  kind: FieldKind,
  aliases: readonly string[],
  help: string,
  example: string,
): Field {
  return { name, kind, aliases, help, example };
}
