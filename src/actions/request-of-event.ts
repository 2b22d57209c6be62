/** Which request an event is about, as GitHub knows it now. */
import { formOf } from '../publish/request/form-request.ts';
import type { IssueFormName } from '../publish/request/issue-forms.ts';
import type { GalleryRequest, Issue, PullRequest } from '../publish/request/request.ts';
import type { ActionContext } from './action-context.ts';

/** A request together with what its kind needs to be read by. */
export type WantedRequest =
  /** With the commit that is meant; undefined for the newest. */
  | { readonly kind: 'pull-request'; readonly request: PullRequest; readonly head: string | undefined }
  | { readonly kind: 'issue'; readonly request: Issue; readonly form: IssueFormName };

/** Undefined when it is about none that is open, or for another branch. */
export async function requestOfEvent(context: ActionContext): Promise<WantedRequest | undefined> {
  const { github, event } = context;
  const number = event.pull_request?.number ?? event.issue?.number;
  if (number === undefined) return undefined;
  return wantedRequest(context, await github.request(number), event.pull_request?.head.sha);
}

export async function wantedRequest(
  { github, baseBranch }: ActionContext,
  request: GalleryRequest,
  head?: string,
): Promise<WantedRequest | undefined> {
  if (!request.isOpen) return undefined;
  if (request.kind === 'pull-request') {
    return request.baseRef === baseBranch ? { kind: 'pull-request', request, head } : undefined;
  }
  const form = formOf((await github.labelings(request.number)).map(({ name }) => name));
  return form && { kind: 'issue', request, form };
}
