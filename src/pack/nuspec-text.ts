/**
 * The nuspec of a package that is being packed, as Publish-Module writes it: same elements, same tags, same ranges. The
 * version alone stays as its author wrote it: normalized, 1.0 is installed in a folder 1.0.0, where PowerShell, which
 * compares that name with the manifest's version, finds no module.
 */
import { XMLBuilder } from 'fast-xml-parser';
import type { ModuleManifest, ModuleSpecification } from '../domain/module-manifest.ts';
import type { ScriptFileInfo } from '../domain/script-file-info.ts';

export interface NuspecFields {
  readonly id: string;
  readonly version: string;
  readonly authors: string | undefined;
  readonly owners: string | undefined;
  readonly description: string | undefined;
  readonly releaseNotes: string | undefined;
  readonly requireLicenseAcceptance: boolean;
  readonly copyright: string | undefined;
  readonly tags: readonly string[];
  readonly licenseUrl: string | undefined;
  readonly projectUrl: string | undefined;
  readonly iconUrl: string | undefined;
  readonly dependencies: readonly ModuleSpecification[];
}

const NAMESPACE = 'http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd';

export function formatNuspec(fields: NuspecFields): string {
  const metadata = {
    id: fields.id,
    version: fields.version,
    authors: fields.authors?.trim() ?? '',
    ...element('owners', fields.owners),
    description: fields.description?.trim() ?? '',
    ...element('releaseNotes', fields.releaseNotes),
    requireLicenseAcceptance: String(fields.requireLicenseAcceptance),
    ...element('copyright', fields.copyright),
    tags: fields.tags.join(' '),
    ...element('licenseUrl', fields.licenseUrl),
    ...element('projectUrl', fields.projectUrl),
    ...element('iconUrl', fields.iconUrl),
    ...(fields.dependencies.length > 0 && {
      dependencies: { dependency: fields.dependencies.map(dependencyElement) },
    }),
  };
  const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressEmptyNode: true });
  const text = builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    package: { '@_xmlns': NAMESPACE, metadata },
  });
  return text.replace(FORBIDDEN, '');
}

/** Without what stands around it, as NuGet's packers leave that out, too. */
function element(name: string, text: string | undefined): Readonly<Record<string, string>> {
  const trimmed = text?.trim();
  return trimmed ? { [name]: trimmed } : {};
}

/** What XML 1.0 cannot hold even when escaped; one such character makes the whole nuspec unreadable. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

function dependencyElement(required: ModuleSpecification): object {
  const range = dependencyRangeText(required);
  return { '@_id': required.name, ...(range !== '' && { '@_version': range }) };
}

/** `[1.0]` exact, `1.0` at least, `(,1.0]` at most, `[1.0,2.0]` between, '' any. */
export function dependencyRangeText(required: ModuleSpecification): string {
  const { moduleVersion: min, requiredVersion: exact, maximumVersion: max } = required;
  if (exact !== undefined) return `[${exact}]`;
  // A manifest may say 1.* for the highest 1.x; NuGet ranges know no such wildcard.
  const top = max?.replace(/\*$/, '999999999');
  if (top !== undefined) return min === undefined ? `(,${top}]` : `[${min},${top}]`;
  return min ?? '';
}

/**
 * RequiredModules, and nested modules that come from elsewhere, less what the author says is external.
 * @param hasFile  whether a name of NestedModules is a file or folder of the module itself
 */
export function moduleDependencies(
  manifest: ModuleManifest,
  hasFile: (name: string) => boolean,
): readonly ModuleSpecification[] {
  const external = new Set(manifest.externalModuleDependencies.map((name) => name.toLowerCase()));
  const nested = manifest.nestedModules.filter(({ name }) => MODULE_NAME.test(name) && !hasFile(name));
  return [...manifest.requiredModules, ...nested].filter(({ name }) => !external.has(name.toLowerCase()));
}

/** A name alone: what has an ending or a folder is a file, and no other package can bring it. */
const MODULE_NAME = /^[A-Za-z0-9_]+(?:[.-][A-Za-z0-9_]+)*(?<!\.(?:psm1|psd1|ps1|dll|cdxml|xaml))$/i;

/** Modules from #Requires and scripts from REQUIREDSCRIPTS, less what comes from elsewhere. */
export function scriptDependencies(info: ScriptFileInfo): readonly ModuleSpecification[] {
  const external = new Set(
    [...info.externalModuleDependencies, ...info.externalScriptDependencies].map((name) =>
      name.toLowerCase(),
    ),
  );
  return [...info.requiredModules, ...info.requiredScripts].filter(
    ({ name }) => !external.has(name.toLowerCase()),
  );
}
