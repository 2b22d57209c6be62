/** An issue that was made with a form → the same facts as those of a pull request; what it points to is fetched here. */
import { findingOf } from '../domain/rule.ts';
import type { BaseGallery } from '../io/base-gallery.ts';
import { openPackage } from '../io/enter-package.ts';
import type { FetchFile } from '../io/fetch-guarded.ts';
import { type GatheredRequest, gathered, type RequestContext } from '../io/gather-request.ts';
import type { GitRepository } from '../io/git-repository.ts';
import type { OpenedPackage } from '../io/proposed-packages.ts';
import { isDownloadAllowed } from '../publish/request/download-hosts.ts';
import { type FormAttachment, readFormRequest } from '../publish/request/form-request.ts';
import type { IssueFormName } from '../publish/request/issue-forms.ts';
import type { Issue } from '../publish/request/request.ts';
import { INDEX_ROOT } from '../publish/request/tree-change.ts';
import { downloadHash } from '../rules/download-hash.ts';
import { downloadRefused } from '../rules/download-refused.ts';

const DOWNLOAD_TIMEOUT_MS = 120_000;

export async function gatherIssue(
  repository: GitRepository,
  base: BaseGallery,
  baseCommit: string,
  context: RequestContext & { readonly request: Issue },
  form: IssueFormName,
  fetchFile: FetchFile,
): Promise<GatheredRequest> {
  const { request } = context;
  const existingPaths = await repository.paths(baseCommit, INDEX_ROOT);
  const { findings, asked, attachment } = readFormRequest(form, request, base.records);
  const told = { path: request.url, before: undefined, after: undefined, findings };
  const opened = attachment ? [await download(attachment, base, fetchFile)] : [];
  return gathered(base, context, { existingPaths, changes: [], opened, records: [told], asked }, 0);
}

async function download(
  { url, sha512 }: FormAttachment,
  { gallery }: BaseGallery,
  fetchFile: FetchFile,
): Promise<OpenedPackage> {
  const { policy } = gallery.settings;
  const place = { file: url };
  const refused = (problem: string): OpenedPackage => ({
    source: 'attachment',
    file: url,
    entered: undefined,
    findings: [findingOf(downloadRefused, place, { url, problem })],
  });
  const answer = await fetchFile(url, {
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
    maxBytes: policy.maxPackageBytes,
    isAllowed: (at) => isDownloadAllowed(at, policy),
  });
  if (answer.kind === 'none') return refused(answer.problem);
  if (answer.status !== 200) return refused(`the answer is ${answer.status}`);
  const { value, findings } = await openPackage(answer.body, url, policy);
  const found = value && Buffer.from(value.nupkg.sha512, 'base64').toString('hex');
  if (sha512 !== undefined && found !== undefined && found !== sha512) {
    const finding = findingOf(downloadHash, place, { expected: sha512, found });
    return { source: 'attachment', file: url, entered: undefined, findings: [finding] };
  }
  return { source: 'attachment', file: url, entered: value, findings };
}
