/** `pwshelf verify`: may this build go live? */
import { join } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { VersionList } from '../domain/version-list.ts';
import { API_VERSIONS, V3_INDEX } from '../feed/urls.ts';
import { fileHash, listArtifactFiles } from '../io/artifact-files.ts';
import { isWebAddress, publishedTextAt, withSlash } from '../io/published-text.ts';
import type { ArtifactFile } from '../publish/deploy/artifact-file.ts';
import { checkAddresses } from '../publish/deploy/check-addresses.ts';
import { checkArtifact, checkBlobHash } from '../publish/deploy/check-artifact.ts';
import { checkPagesLimits, type DeployHost, formatBytes } from '../publish/deploy/check-limits.ts';
import { checkDeployedVersions } from '../publish/deploy/check-versions.ts';
import { parseServiceIndex } from '../read/service-index.ts';
import { countText } from '../report/terminal-text.ts';
import { builtVersions, deployedVersions } from './deployed-gallery.ts';
import { siteUrlOption } from './site-url-option.ts';
import { tellResult } from './tell.ts';
import type { Terminal } from './terminal.ts';
import { DIST_OPTION, distDirOf, JSON_OPTION, UsageError, type Verb, type VerbArguments } from './verb.ts';

export const verifyVerb: Verb = {
  name: 'verify',
  summary: 'check a built gallery before it goes live',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Compares the build with what is deployed now: every version that is there must be in the build with the same\n' +
      'hash, unless a removal says why it is gone. Looks whether the folder holds what its own list says, whether its\n' +
      'addresses are those of the site, and whether it is within the limits of GitHub Pages. Writes nothing.',
    'When what is deployed cannot be read, that is a refusal (exit code 2). An address at which nothing is deployed\n' +
      'yet is fine.',
  ],
  options: {
    dir: DIST_OPTION,
    against: { value: 'URL|DIR', help: 'what is deployed now: the address of the site, or a copy of it' },
    'site-url': {
      value: 'URL',
      help: 'where the build will be served (default: the address of --against, else what the build says)',
    },
    host: {
      value: 'HOST',
      help: 'github-pages or any; elsewhere the limits of GitHub Pages are notes (default: by the site URL)',
    },
    deep: { help: 'read every package and compare its SHA-512 with the list' },
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf verify --against https://contoso.github.io/gallery/', 'dist/ before it replaces what is there'],
    ['pwshelf verify --dir public --against /srv/gallery --deep', 'two folders, every byte of every package'],
  ],
  run: async (args, terminal) => {
    const dir = distDirOf(args);
    const against = args.text('against');
    const named = siteUrlOption(args) ?? (against && isWebAddress(against) ? against : undefined);
    const hostOption = hostOf(args);
    const files = await listArtifactFiles(dir);
    const { list } = await builtVersions(dir);
    const site = withSlash(named ?? list.site);
    const host = hostOption ?? (isGitHubPages(site) ? 'github-pages' : 'any');
    const deployed = against === undefined ? undefined : await deployedVersions(against);
    const folder = withSlash(dir);
    const blobs = args.isSet('deep') ? await checkBlobs(list, files, dir, terminal) : [];
    const findings = [
      ...(deployed ? checkDeployedVersions(deployed, list, folder + API_VERSIONS) : []),
      ...checkArtifact(files, list, folder),
      ...blobs,
      ...checkAddresses(
        await builtServiceIndex(dir),
        { built: list.site, expected: site },
        folder + V3_INDEX,
      ),
      ...checkPagesLimits(files, folder, host),
    ];
    const sizeBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
    const counts = { versionCount: list.versions.length, fileCount: files.length, sizeBytes };
    const data = { dir, site, host, against: againstJson(against, deployed), ...counts };
    return tellResult(args, terminal, findings, data, [
      comparedText(against, deployed),
      `${dir}: ${counts.versionCount} versions, ${counts.fileCount} files, ${formatBytes(sizeBytes)}: ${countText(findings)}.`,
    ]);
  },
};

async function builtServiceIndex(dir: string) {
  const text = await publishedTextAt(dir)(V3_INDEX);
  const resources = text.ok && text.value !== undefined ? parseServiceIndex(text.value) : undefined;
  if (resources?.ok) return resources.value;
  const hint = 'Run `pwshelf build` first, or name the folder that it wrote with --dir.';
  throw new GalleryError('BUILD_UNREADABLE', `${dir}: ${V3_INDEX} cannot be read.`, hint);
}

/** One after the other: the disk is what takes the time. */
async function checkBlobs(
  { versions }: VersionList,
  files: readonly ArtifactFile[],
  dir: string,
  terminal: Terminal,
): Promise<readonly Finding[]> {
  const sizes = new Map(files.map(({ path, kind, sizeBytes }) => [path, kind === 'file' ? sizeBytes : -1]));
  // What is absent or of another size is told already.
  const readable = versions.filter(({ path, sizeBytes }) => sizes.get(path) === sizeBytes);
  const findings: Finding[] = [];
  for (const [index, item] of readable.entries()) {
    findings.push(...checkBlobHash(item, await fileHash(join(dir, item.path)), withSlash(dir)));
    const doneCount = index + 1;
    if (doneCount % 100 === 0 || doneCount === readable.length)
      terminal.progress(`reading packages ${doneCount}/${readable.length}`, doneCount === readable.length);
  }
  return findings;
}

function againstJson(against: string | undefined, deployed: VersionList | undefined) {
  if (against === undefined) return null;
  return deployed === undefined
    ? { place: against, kind: 'nothing' }
    : { place: against, kind: 'gallery', versionCount: deployed.versions.length };
}

function comparedText(against: string | undefined, deployed: VersionList | undefined): string {
  if (against === undefined) return 'Compared with nothing: --against names what is deployed now.';
  return deployed === undefined
    ? `Nothing is deployed at ${against} yet: every version is new.`
    : `Compared with the ${deployed.versions.length} versions at ${against}.`;
}

function isGitHubPages(siteUrl: string): boolean {
  return new URL(siteUrl).hostname.endsWith('.github.io');
}

function hostOf(args: VerbArguments): DeployHost | undefined {
  const text = args.text('host');
  if (text === undefined || text === 'github-pages' || text === 'any') return text;
  throw new UsageError(`--host ${text}: github-pages or any is expected.`);
}
