/**
 * Files and a nuspec → the bytes of a .nupkg. The same files give the same bytes on every machine: fixed times,
 * sorted entries. The container parts are there because nuget.exe opens a package through them.
 */
import AdmZip from 'adm-zip';

export interface ArchiveFile {
  /** With `/` between folders. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** @param id  names the nuspec in the root */
export function writeNupkg(id: string, nuspec: string, files: readonly ArchiveFile[]): Uint8Array {
  const zip = new AdmZip(undefined, { noSort: true });
  const nuspecPath = `${id}.nuspec`;
  const parts: readonly ArchiveFile[] = [
    { path: '[Content_Types].xml', bytes: utf8(contentTypes([nuspecPath, ...files.map((f) => f.path)])) },
    { path: '_rels/.rels', bytes: utf8(relationships(nuspecPath)) },
    { path: nuspecPath, bytes: utf8(nuspec) },
    ...files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  ];
  for (const { path, bytes } of parts) {
    // As they are, which is how today's packers write them: Install-PSResource does not undo what a URI would escape.
    zip.addFile(path, Buffer.from(bytes), '', 0o644);
    const entry = zip.getEntry(path);
    if (!entry) throw new Error(`${path} was not added`);
    entry.header.time = EARLIEST_ZIP_TIME;
    entry.header.made = MADE_ON_UNIX;
  }
  return zip.toBuffer();
}

/** 1980-01-01 00:00, the first time that a zip can hold, given in local time as the zip format has it. */
const EARLIEST_ZIP_TIME = new Date(1980, 0, 1, 0, 0, 0);

/** Zip 2.0, Unix: adm-zip would write which system it runs on. */
const MADE_ON_UNIX = 0x0314;

function contentTypes(paths: readonly string[]): string {
  const extensions = new Set<string>();
  const bare: string[] = [];
  for (const path of paths) {
    const name = path.split('/').at(-1) ?? path;
    const dot = name.lastIndexOf('.');
    if (dot >= 0 && dot < name.length - 1) extensions.add(name.slice(dot + 1).toLowerCase());
    else bare.push(path);
  }
  extensions.delete('rels');
  const defaults = [...extensions]
    .sort()
    .map((extension) => `<Default Extension="${xmlAttribute(extension)}" ContentType="application/octet"/>`);
  const overrides = bare
    .sort()
    .map((path) => `<Override PartName="/${xmlAttribute(path)}" ContentType="application/octet"/>`);
  return (
    '<?xml version="1.0" encoding="utf-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `${defaults.join('')}${overrides.join('')}</Types>`
  );
}

function relationships(nuspecPath: string): string {
  return (
    '<?xml version="1.0" encoding="utf-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
    `<Relationship Type="http://schemas.microsoft.com/packaging/2010/07/manifest" Target="/${xmlAttribute(nuspecPath)}" Id="R1"/></Relationships>`
  );
}

function xmlAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
