/** DSC resources that PowerShell finds by their place: `DSCResources/<Name>/<Name>.schema.mof`. */
import { mofClasses, qualifierList, qualifierText } from './mof-tokens.ts';
import type { PackageFiles } from './package-source.ts';

export interface MofResource {
  /** The friendly name where the schema has one. */
  readonly name: string;
  /** Of the schema. */
  readonly path: string;
  readonly properties: readonly MofProperty[];
}

export interface MofProperty {
  readonly name: string;
  /** As MOF spells it: `String`, `Boolean[]`. */
  readonly type: string;
  readonly qualifier: 'key' | 'required' | 'read' | 'write';
  readonly description: string | undefined;
  readonly validValues: readonly string[];
}

export function mofResources(files: PackageFiles): readonly MofResource[] {
  return files.paths.flatMap((path) => {
    const folder = /^DSCResources\/([^/]+)\/([^/]+)\.schema\.mof$/i.exec(path);
    if (!folder || folder[1]?.toLowerCase() !== folder[2]?.toLowerCase()) return [];
    const text = files.text(path);
    return text === undefined ? [] : [readMof(text, path, folder[1] ?? '')];
  });
}

function readMof(text: string, path: string, fallback: string): MofResource {
  // Embedded classes stand before or behind the one that is the resource.
  const classes = mofClasses(text);
  const own = classes.find(({ base }) => base?.toLowerCase() === 'omi_baseresource') ?? classes.at(-1);
  const properties = (own?.members ?? []).map(
    ({ name, type, isArray, qualifiers }): MofProperty => ({
      name,
      type: type + (isArray ? '[]' : ''),
      qualifier: qualifierOf(qualifiers),
      description: unquoted(qualifierText(qualifiers, 'description')),
      validValues: qualifierList(qualifiers, 'valuemap').map((value) => unquoted(value) ?? ''),
    }),
  );
  const friendly = unquoted(own && qualifierText(own.qualifiers, 'friendlyname'));
  return { name: friendly ?? own?.name ?? fallback, path, properties };
}

function qualifierOf(qualifiers: readonly string[]): MofProperty['qualifier'] {
  const words = new Set(qualifiers.map((token) => token.toLowerCase()));
  return (['key', 'required', 'read'] as const).find((word) => words.has(word)) ?? 'write';
}

function unquoted(text: string | undefined): string | undefined {
  return text?.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1');
}
