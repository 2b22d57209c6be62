/** A small package that every rule is content with, each part of which a test may make otherwise. */
import { buildZip, type ZipSpec, type ZipSpecEntry } from './zip-builder.ts';

export interface NupkgParts {
  readonly id?: string;
  /** Version in the nuspec. */
  readonly nuspec?: string;
  /** Version in the manifest. */
  readonly psd1?: string;
  /** The whole nuspec. */
  readonly nuspecText?: string;
  readonly nuspecPath?: string;
  /** More of the metadata. */
  readonly metadata?: string;
  /** The whole manifest; null for none. */
  readonly manifest?: string | null;
  /** A script in place of the module. */
  readonly script?: string;
  readonly files?: readonly ZipSpecEntry[];
  readonly zip?: Partial<ZipSpec>;
}

export function makeNupkg(parts: NupkgParts = {}): Uint8Array {
  const id = parts.id ?? 'Sample.Tools';
  const version = parts.nuspec ?? '1.0.0';
  const nuspec = parts.nuspecText ?? nuspecText(id, version, parts.metadata ?? '');
  const manifest =
    parts.manifest === undefined
      ? `@{ ModuleVersion = '${parts.psd1 ?? parts.nuspec ?? '1.0.0'}' }`
      : parts.manifest;
  const content: readonly ZipSpecEntry[] =
    parts.script !== undefined
      ? [{ name: `${id}.ps1`, data: parts.script }]
      : manifest === null
        ? []
        : [{ name: `${id}.psd1`, data: manifest }];
  return buildZip({
    ...parts.zip,
    entries: [{ name: parts.nuspecPath ?? `${id}.nuspec`, data: nuspec }, ...content, ...(parts.files ?? [])],
  });
}

export function nuspecText(id: string, version: string, more = ''): string {
  return `<?xml version="1.0"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata><id>${id}</id><version>${version}</version><authors>Sample</authors><description>Sample.</description>${more}</metadata>
</package>`;
}
