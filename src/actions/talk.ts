/** Carries out what is said about a request on GitHub. */
import type { ActionContext } from './action-context.ts';
import { formatComment } from './comment-text.ts';
import type { EvaluatedRequest } from './evaluate-request.ts';
import { planTalk, type TalkAction } from './plan-actions.ts';

export async function talk(
  context: ActionContext,
  evaluated: EvaluatedRequest,
  done?: { readonly commit: string; readonly pageUrls: readonly string[] },
): Promise<readonly TalkAction[]> {
  const { github } = context;
  const { request, comment, labels, marker, facts, verdict, gallery, packages } = evaluated;
  const preview =
    request.kind === 'pull-request' ? await github.runOf(marker.head, 'pull_request') : undefined;
  const body = formatComment({ marker, facts, verdict, gallery, packages, previewUrl: preview?.url, done });
  const actions = planTalk(verdict, body, comment, labels);
  for (const action of actions) if (!context.isDryRun) await carryOut(context, request.number, action);
  return actions;
}

async function carryOut({ github }: ActionContext, number: number, action: TalkAction): Promise<void> {
  switch (action.kind) {
    case 'create-comment':
      await github.createComment(number, action.body);
      return;
    case 'update-comment':
      await github.updateComment(action.id, action.body);
      return;
    case 'add-label':
      await github.addLabels(number, [action.name]);
      return;
    case 'remove-label':
      await github.removeLabel(number, action.name);
      return;
    default:
      action satisfies never;
  }
}
