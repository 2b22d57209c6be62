/** A package version as the verbose JSON of OData 2: what clients get that ask for application/json. */
import type { FeedUrls } from '../../feed/urls.ts';
import { v2EntryPath } from '../../feed/urls.ts';
import type { V2EntryValues } from '../../feed/v2/entry-values.ts';
import { V2_PROPERTIES, type V2PropertyName } from '../../feed/v2/properties.ts';

/** @param source  absolute URL of the .nupkg */
export function jsonEntry(
  { urls, select }: { readonly urls: FeedUrls; readonly select: ReadonlySet<V2PropertyName> | undefined },
  values: V2EntryValues,
  source: string,
): object {
  const uri = urls.absolute(v2EntryPath(String(values.Id), String(values.Version)));
  const entry: Record<string, unknown> = {
    __metadata: {
      id: uri,
      uri,
      type: 'NuGetGallery.OData.V2FeedPackage',
      edit_media: uri,
      media_src: source,
      content_type: 'application/zip',
    },
  };
  for (const { name, type } of V2_PROPERTIES) {
    if (select && !select.has(name)) continue;
    const value = values[name];
    if (type === 'DateTime') entry[name] = `/Date(${Date.parse(`${value}Z`)})/`;
    // Sixty-four bits do not fit into a number of JSON, so OData writes them as text.
    else entry[name] = type === 'Int64' ? String(value) : value;
  }
  return entry;
}
