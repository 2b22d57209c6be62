/** What is said of the code and the help files of a module that consists of these texts. */
import type { Finding } from '../../src/domain/finding.ts';
import type { DocsReading } from '../../src/read/package-docs.ts';
import { readPackageDocs } from '../../src/read/package-docs.ts';
import { PackageFiles } from '../../src/read/package-source.ts';
import { makeNupkgValue, type NupkgSpec } from './make-nupkg-value.ts';

export function docsOf(texts: Readonly<Record<string, string>>, spec: NupkgSpec = {}): DocsReading {
  const files = new PackageFiles({
    paths: Object.keys(texts).sort(),
    bytes: (path) => (texts[path] === undefined ? undefined : new TextEncoder().encode(texts[path])),
  });
  const { nuspec, content, commands } = makeNupkgValue({ id: 'Sample.Tools', ...spec });
  return readPackageDocs({ id: nuspec.id, content, commands, licenseUrl: undefined }, files, 'x.nupkg');
}

export function docsFindings(texts: Readonly<Record<string, string>>): readonly Finding[] {
  return docsOf(texts).findings;
}
