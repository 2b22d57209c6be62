/**
 * A package → what it documents: help of every command, topics, licence, what its code can do. Nothing is run. This is
 * read apart from the package's metadata, since a feed needs none of it.
 */
import type { Finding } from '../domain/finding.ts';
import { firstOfEach } from '../domain/first-of-each.ts';
import type { PackageContent } from '../domain/nupkg.ts';
import type { PackageCommand } from '../domain/package-commands.ts';
import type { AboutTopic, CodeFacts, PackageDocs } from '../domain/package-docs.ts';
import { findingOf } from '../domain/rule.ts';
import { codeSyntax } from '../rules/code-syntax.ts';
import { codeUnreadable } from '../rules/code-unreadable.ts';
import { readCapabilities } from './capabilities.ts';
import { CommandDocs } from './command-docs.ts';
import { readHelpFiles } from './help-files.ts';
import { readLicense } from './license.ts';
import { checkManifest } from './manifest-check.ts';
import { checkManifestFiles } from './manifest-files.ts';
import { checkManifestLanguage } from './manifest-language.ts';
import { readDataFile } from './module-manifest.ts';
import { MAX_TEXT_BYTES, type PackageFiles } from './package-source.ts';
import { type CodeFile, CodeFiles } from './powershell/code-files.ts';
import { lineAt, lineStarts } from './powershell/comment-help.ts';
import { withSourceLines } from './source-line.ts';
import { decodePowerShell } from './text-encoding.ts';

export interface DocsReading {
  readonly docs: PackageDocs;
  readonly findings: readonly Finding[];
}

export interface DocumentedPackage {
  readonly id: string;
  readonly content: PackageContent;
  readonly commands: readonly PackageCommand[];
  readonly licenseUrl: string | undefined;
}

const CODE = /\.(?:ps1|psm1)$/i;
const SIGNED_MARK = '# SIG # Begin signature block';

/** @param file  the archive, as the user would name it */
export function readPackageDocs(item: DocumentedPackage, files: PackageFiles, file: string): DocsReading {
  const code = new CodeFiles(files);
  const codeFiles: CodeFile[] = [];
  const findings: Finding[] = [];
  for (const path of files.paths.filter((path) => CODE.test(path))) {
    const read = code.read(path);
    if (read) codeFiles.push(read);
    const found = codeFindings(read, path, code, files, file);
    const told = found.length === 0 ? found : withSourceLines(found, files.text(path) ?? '');
    for (const finding of told) findings.push(finding);
  }
  for (const finding of manifestFindings(item.content, files, file)) findings.push(finding);
  const help = readHelpFiles(files, file);
  for (const finding of help.findings) findings.push(finding);
  const commands = new CommandDocs(item, codeFiles, help, files);
  return {
    docs: {
      commands: commands.all(),
      topics: aboutTopics(files),
      license: readLicense(files, item.licenseUrl),
      changelogPath: files.paths.find((path) =>
        /^(?:change[-_]?log|release[-_]?notes|history|news)(?:\.(?:md|txt))?$/i.test(path),
      ),
      capabilities: readCapabilities(codeFiles),
      code: codeFacts(files),
    },
    findings: firstOfEach(findings),
  };
}

/** Asked at the door, not in every build: what is in the gallery already stays there. */
function manifestFindings(content: PackageContent, files: PackageFiles, file: string): readonly Finding[] {
  if (content.kind !== 'module') return [];
  const { path } = content.manifest;
  const bytes = files.bytes(path);
  const place = { file, entry: path };
  const data = bytes && readDataFile(bytes, place).value;
  if (!data) return [];
  const findings = [
    ...checkManifest(data, place),
    ...checkManifestLanguage(decodePowerShell(bytes), place),
    ...checkManifestFiles(data, files, place),
  ];
  return withSourceLines(findings, files.text(path) ?? '');
}

function codeFindings(
  read: CodeFile | undefined,
  path: string,
  code: CodeFiles,
  files: PackageFiles,
  file: string,
): readonly Finding[] {
  const place = { file, entry: path };
  if (read) {
    return read.syntax.problems.slice(0, 1).map(({ at, problem }) => {
      const line = lineAt(read.lineStarts, at);
      return findingOf(
        codeSyntax,
        { ...place, line, column: at - (read.lineStarts[line - 1] ?? 0) + 1 },
        { problem },
      );
    });
  }
  const tooDeep = code.problems.get(path);
  if (tooDeep) {
    const line = lineAt(lineStarts(files.text(path) ?? ''), tooDeep.at);
    return [findingOf(codeUnreadable, { ...place, line }, { problem: tooDeep.problem })];
  }
  const size = files.bytes(path)?.length ?? 0;
  const problem = `it is ${size} bytes long, and at most ${MAX_TEXT_BYTES} are read`;
  return size > MAX_TEXT_BYTES ? [findingOf(codeUnreadable, place, { problem })] : [];
}

function aboutTopics(files: PackageFiles): readonly AboutTopic[] {
  return files.paths.flatMap((path) => {
    const found = /(?:^|\/)(about_[\w.-]+?)\.help\.txt$/i.exec(path);
    if (!found?.[1]) return [];
    const culture = /(?:^|\/)([a-z]{2,3}(?:-[A-Za-z]{2,8})*)\/[^/]+$/.exec(path)?.[1];
    return [{ name: found[1], path, culture }];
  });
}

function codeFacts(files: PackageFiles): CodeFacts {
  const scripts = files.paths.filter((path) => /\.(?:ps1|psm1|psd1)$/i.test(path));
  return {
    scriptCount: scripts.length,
    signedCount: scripts.filter((path) => isSigned(files.bytes(path))).length,
    assemblyCount: files.paths.filter((path) => /\.dll$/i.test(path)).length,
  };
}

/** The block stands at the end; its mark is plain ASCII in every encoding that PowerShell signs. */
function isSigned(bytes: Uint8Array | undefined): boolean {
  if (!bytes) return false;
  const tail = Buffer.from(
    bytes.buffer,
    bytes.byteOffset + Math.max(0, bytes.length - 40_000),
    Math.min(bytes.length, 40_000),
  );
  return tail.includes(SIGNED_MARK) || tail.includes(Buffer.from(SIGNED_MARK, 'utf16le'));
}
