/**
 * Which one package a read is about. Only such questions may go elsewhere: a search, a wildcard or a list would come back with
 * names of both galleries in one answer, and nobody could tell any more which of them are this gallery's own.
 */
import { type NuGetVersion, parseNuGetVersion, versionKey } from '../../domain/nuget-version.ts';
import { packageKey, parsePackageId } from '../../domain/package-id.ts';
import { V3_FLAT_CONTAINER, V3_REGISTRATION, V3_REGISTRATION_EXACT } from '../../feed/urls.ts';
import { parseV2Path, type V2Path } from '../v2/v2-path.ts';
import { ANY_STABLE, type VersionWish, wishOfFilter } from './version-wish.ts';

export type AskedPackage =
  /** FindPackagesById() */
  | {
      readonly kind: 'v2-versions';
      readonly id: string;
      readonly source: V2Path['source'];
      readonly wish: VersionWish;
    }
  | {
      readonly kind: 'v2-entry';
      readonly id: string;
      readonly source: V2Path['source'];
      readonly version: NuGetVersion;
    }
  /** A download; of the latest version when none is named. */
  | {
      readonly kind: 'v2-package';
      readonly id: string;
      readonly source: V2Path['source'];
      readonly version: NuGetVersion | undefined;
    }
  | { readonly kind: 'v3-registration'; readonly id: string; readonly isExact: boolean }
  | { readonly kind: 'v3-leaf'; readonly id: string; readonly version: NuGetVersion }
  /** The list of versions in the flat container. */
  | { readonly kind: 'v3-versions'; readonly id: string }
  | { readonly kind: 'v3-package' | 'v3-nuspec'; readonly id: string; readonly version: NuGetVersion };

/**
 * @param path  below the root of the gallery, decoded
 * @returns undefined for whatever is not about one package; ids in it are ids by their grammar, spelled as they came
 */
export function askedPackage(path: string, params: URLSearchParams): AskedPackage | undefined {
  const asked = askedOfV2(path, params) ?? askedOfV3(path);
  return asked && parsePackageId(asked.id).ok ? asked : undefined;
}

/** The texts in a query that could name packages: all of them leave the gallery when the query does. */
export function quotedTexts(params: URLSearchParams): readonly string[] {
  return [...params].flatMap(([, value]) => [...value.matchAll(/'([^']*)'/g)].map(([, text = '']) => text));
}

export function wishOf(asked: AskedPackage): VersionWish {
  switch (asked.kind) {
    case 'v2-versions':
      return asked.wish;
    case 'v3-registration':
    case 'v3-versions':
      return ANY_STABLE;
    default:
      return asked.version ? { kind: 'exactly', version: asked.version } : ANY_STABLE;
  }
}

function askedOfV2(path: string, params: URLSearchParams): AskedPackage | undefined {
  const parsed = parseV2Path(path);
  if (!parsed) return undefined;
  const { source, resource } = parsed;
  switch (resource.kind) {
    case 'list': {
      if (resource.operation !== 'FindPackagesById' || resource.isCount) return undefined;
      const id = quoted(onlyValue(params, 'id'));
      const wish = wishOfFilter(onlyValue(params, '$filter') ?? '');
      return id === undefined ? undefined : { kind: 'v2-versions', id, source, wish };
    }
    case 'entry': {
      const version = readVersion(resource.version);
      return version && { kind: 'v2-entry', id: resource.id, source, version };
    }
    case 'package': {
      const version = readVersion(resource.version);
      if (resource.version !== undefined && !version) return undefined;
      return { kind: 'v2-package', id: resource.id, source, version };
    }
    default:
      return undefined;
  }
}

function askedOfV3(path: string): AskedPackage | undefined {
  const container = segmentsBelow(V3_FLAT_CONTAINER, path);
  if (container) return askedOfContainer(container);
  for (const root of [V3_REGISTRATION_EXACT, V3_REGISTRATION]) {
    const [id = '', file = '', ...others] = segmentsBelow(root, path) ?? [];
    if (id === '' || others.length > 0) continue;
    if (file === 'index.json')
      return { kind: 'v3-registration', id, isExact: root === V3_REGISTRATION_EXACT };
    const version = file.endsWith('.json') ? readVersion(file.slice(0, -'.json'.length)) : undefined;
    if (version) return { kind: 'v3-leaf', id, version };
  }
  return undefined;
}

function askedOfContainer([id = '', second = '', file, ...others]: readonly string[]):
  | AskedPackage
  | undefined {
  if (file === undefined) return second === 'index.json' ? { kind: 'v3-versions', id } : undefined;
  const version = readVersion(second);
  if (!version || others.length > 0) return undefined;
  const name = file.toLowerCase();
  const key = packageKey(id);
  if (name === `${key}.nuspec`) return { kind: 'v3-nuspec', id, version };
  return name === `${key}.${versionKey(version)}.nupkg` ? { kind: 'v3-package', id, version } : undefined;
}

function segmentsBelow(root: string, path: string): readonly string[] | undefined {
  return path.startsWith(root) ? path.slice(root.length).split('/') : undefined;
}

function readVersion(text: string | undefined): NuGetVersion | undefined {
  const parsed = parseNuGetVersion(text ?? '');
  return parsed.ok ? parsed.value : undefined;
}

/** Names in any case, as servers of .NET read them. Undefined when it is not there, or more than once: who says which counts elsewhere? */
function onlyValue(params: URLSearchParams, name: string): string | undefined {
  const values = [...params].filter(([found]) => found.toLowerCase() === name).map(([, value]) => value);
  return values.length === 1 ? values[0] : undefined;
}

function quoted(text: string | undefined): string | undefined {
  return /^'([^']*)'$/.exec(text ?? '')?.[1];
}
