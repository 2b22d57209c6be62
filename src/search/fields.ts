/** The fields of the query language: what each is called, and what it takes. */

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
  /** All that there can be. */
  readonly values?: readonly string[];
}

/** What each is for stands in field-help.ts: the browser need not load it to search. */
export const FIELDS: readonly Field[] = [
  { name: 'Id', kind: 'text', aliases: ['name'] },
  { name: 'Version', kind: 'version', aliases: [] },
  { name: 'Tags', kind: 'name', aliases: ['tag'] },
  { name: 'Author', kind: 'text', aliases: ['authors'] },
  { name: 'Owner', kind: 'name', aliases: ['owners', 'publisher'] },
  { name: 'Functions', kind: 'name', aliases: ['function'] },
  { name: 'Cmdlets', kind: 'name', aliases: ['cmdlet'] },
  { name: 'DscResources', kind: 'name', aliases: ['dscresource', 'dsc'] },
  { name: 'Commands', kind: 'name', aliases: ['command'] },
  { name: 'Aliases', kind: 'name', aliases: ['alias'] },
  { name: 'Parameters', kind: 'name', aliases: ['parameter', 'param'] },
  { name: 'PowerShellVersion', kind: 'version', aliases: ['powershell', 'psversion'] },
  { name: 'Edition', kind: 'name', aliases: ['editions', 'psedition'], values: ['Core', 'Desktop'] },
  { name: 'OS', kind: 'name', aliases: ['system', 'platform'], values: ['Windows', 'Linux', 'macOS'] },
  { name: 'Type', kind: 'name', aliases: ['kind'], values: ['module', 'script'] },
  {
    name: 'Includes',
    kind: 'name',
    aliases: ['include'],
    values: ['function', 'cmdlet', 'DscResource', 'RoleCapability', 'workflow'],
  },
  { name: 'Category', kind: 'name', aliases: ['categories'] },
  { name: 'License', kind: 'name', aliases: ['licence'] },
  { name: 'Dependency', kind: 'name', aliases: ['dependencies', 'dependson'] },
  { name: 'Updated', kind: 'date', aliases: ['published'] },
  { name: 'Quality', kind: 'number', aliases: ['score'] },
  { name: 'Prerelease', kind: 'yes-no', aliases: [] },
];

const BY_NAME = new Map(
  FIELDS.flatMap((item) => [item.name.toLowerCase(), ...item.aliases].map((name) => [name, item] as const)),
);

export function findField(name: string): Field | undefined {
  return BY_NAME.get(name.toLowerCase());
}
