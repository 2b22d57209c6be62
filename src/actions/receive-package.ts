/** The package of a request of a build pipeline: its bytes, fetched or sent along, checked against what was signed, gated and read. */
import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import type { GalleryPolicy } from '../domain/gallery-settings.ts';
import { compareNuGetVersions, parseNuGetVersion } from '../domain/nuget-version.ts';
import type { PublishRequest } from '../domain/publish-request.ts';
import { findingOf } from '../domain/rule.ts';
import { openPackage } from '../io/enter-package.ts';
import type { FetchFile } from '../io/fetch-guarded.ts';
import type { OpenedPackage } from '../io/proposed-packages.ts';
import { isDownloadAllowed } from '../publish/request/download-hosts.ts';
import { downloadHash } from '../rules/download-hash.ts';
import { downloadRefused } from '../rules/download-refused.ts';
import { packageTooLarge } from '../rules/package-too-large.ts';
import { requestMismatch } from '../rules/request-mismatch.ts';

const DOWNLOAD_TIMEOUT_MS = 120_000;

export async function openAskedPackage(
  asked: PublishRequest,
  policy: GalleryPolicy,
  fetchFile: FetchFile,
): Promise<OpenedPackage> {
  const { id, version, sha512 = '' } = asked;
  const file = asked.url === undefined ? `${id}.${version}.nupkg` : shownUrl(asked.url);
  const refused = (finding: Finding): OpenedPackage => ({
    source: 'attachment',
    file,
    entered: undefined,
    findings: [finding],
  });
  const bytes = await askedBytes(asked, file, policy, fetchFile);
  if (!Buffer.isBuffer(bytes)) return refused(bytes);
  const found = createHash('sha512').update(bytes).digest('hex');
  if (found !== sha512) return refused(findingOf(downloadHash, { file }, { expected: sha512, found }));
  const { value, findings } = await openPackage(bytes, file, policy);
  if (value && !isSamePackage(value.nupkg.nuspec, asked)) {
    const { nuspec } = value.nupkg;
    const args = { asked: `${id} ${version}`, found: `${nuspec.id} ${nuspec.version}` };
    return refused(findingOf(requestMismatch, { file }, args));
  }
  return { source: 'attachment', file, entered: value, findings };
}

async function askedBytes(
  { url, content }: PublishRequest,
  file: string,
  policy: GalleryPolicy,
  fetchFile: FetchFile,
): Promise<Buffer | Finding> {
  const limit = policy.maxPackageBytes;
  if (url === undefined) {
    const bytes = Buffer.from(content ?? '', 'base64');
    return bytes.length <= limit
      ? bytes
      : findingOf(packageTooLarge, { file }, { sizeBytes: bytes.length, limit });
  }
  const answer = await fetchFile(url, {
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
    maxBytes: limit,
    isAllowed: (at) => isDownloadAllowed(at, policy),
  });
  const problem =
    answer.kind === 'none'
      ? answer.problem
      : answer.status === 200
        ? undefined
        : `the answer is ${answer.status}`;
  if (answer.kind === 'none' && answer.sizeBytes !== undefined)
    return findingOf(packageTooLarge, { file }, { sizeBytes: answer.sizeBytes, limit });
  if (answer.kind === 'none' || problem !== undefined)
    return findingOf(downloadRefused, { file }, { url: file, problem: problem ?? '' });
  return answer.body;
}

/** What stands behind the `?` may be a ticket to the file: answers and logs are public. */
function shownUrl(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

function isSamePackage(
  nuspec: { readonly id: string; readonly version: string },
  { id, version }: PublishRequest,
): boolean {
  const [one, other] = [parseNuGetVersion(nuspec.version), parseNuGetVersion(version)];
  return nuspec.id === id && one.ok && other.ok && compareNuGetVersions(one.value, other.value) === 0;
}
