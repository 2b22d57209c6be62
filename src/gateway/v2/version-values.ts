/**
 * Properties of versions as filters and orders ask for them. Most are at hand; only for the others the details of a package
 * are read, once for all of its versions.
 */
import type { V2EntryValues, V2Value } from '../../feed/v2/entry-values.ts';
import type { V2PropertyName } from '../../feed/v2/properties.ts';
import type { CataloguePackage, CatalogueVersion } from '../catalogue/catalogue.ts';
import { versionAt } from '../catalogue/complete-values.ts';

export interface ValueReader {
  readonly valueOf: (version: CatalogueVersion, name: V2PropertyName) => V2Value;
  /** All properties, for an entry. */
  readonly values: (version: CatalogueVersion) => V2EntryValues;
}

/** For one request: it keeps the package that it read last. */
export function openValueReader(): ValueReader {
  let last: { readonly owner: CataloguePackage; readonly all: readonly V2EntryValues[] } | undefined;
  const values = ({ owner, at }: CatalogueVersion): V2EntryValues => {
    if (last?.owner !== owner) {
      last = { owner, all: owner.values() };
    }
    const found = last.all[at];
    if (!found) throw new Error(`${owner.id} has no version ${at}`);
    return found;
  };
  return {
    values,
    valueOf: (version, name) => {
      const known = valueAtHand(version, name);
      return known === undefined ? values(version)[name] : known;
    },
  };
}

function valueAtHand({ owner, at }: CatalogueVersion, name: V2PropertyName): V2Value | undefined {
  switch (name) {
    case 'Id':
      return owner.id;
    case 'Version':
      return owner.versions[at];
    case 'NormalizedVersion':
      return versionAt(owner, at).normalized;
    case 'IsLatestVersion':
      return at === owner.latest;
    case 'IsAbsoluteLatestVersion':
      return at === owner.absoluteLatest;
    case 'IsPrerelease':
      return owner.versions[at]?.split('+')[0]?.includes('-');
    case 'Tags':
      return owner.tags(at);
    case 'ItemType':
      return owner.kind === 'module' ? 'Module' : 'Script';
    case 'Owners':
      return owner.owners.join(', ');
    case 'DownloadCount':
    case 'VersionDownloadCount':
      return 0;
    default:
      return undefined;
  }
}
