/** Looks at a request and says what is decided: one comment, edited in place, and the label of its state. */
import { GalleryError } from '../domain/gallery-error.ts';
import { withBaseGallery } from '../io/base-gallery.ts';
import { isOwnComment } from '../io/github.ts';
import { isForPeople } from '../publish/request/form-request.ts';
import type { ActionContext } from './action-context.ts';
import { evaluateRequest, fetchBase, headOf } from './evaluate-request.ts';
import { stateOf, type TalkAction } from './plan-actions.ts';
import { findOwnComment } from './request-marker.ts';
import { requestOfEvent, type WantedRequest } from './request-of-event.ts';
import { formatRoute, type PeopleForm } from './route-issue.ts';
import { talk } from './talk.ts';

export async function commentOnRequest(context: ActionContext): Promise<readonly TalkAction[]> {
  const found = await requestOfEvent(context);
  if (!found) {
    context.say('There is no open request to answer.');
    return [];
  }
  if (found.kind === 'issue' && isForPeople(found.form)) return routeIssue(context, found, found.form);
  try {
    const evaluated = await evaluateRequest(context, found);
    context.output('verdict', stateOf(evaluated.verdict));
    return await talk(context, evaluated);
  } catch (error) {
    if (!(error instanceof GalleryError) || error.code !== 'HEAD_MOVED') throw error;
    context.say(error.message);
    return [];
  }
}

/** Once: what people say to each other is none of the gallery's business. */
async function routeIssue(
  context: ActionContext,
  { request }: WantedRequest & { readonly kind: 'issue' },
  form: PeopleForm,
): Promise<readonly TalkAction[]> {
  const { github, repository, now } = context;
  const comments = await github.comments(request.number);
  if (findOwnComment(comments, (item) => isOwnComment(item))) return [];
  const base = await fetchBase(context);
  return withBaseGallery(repository, base, async ({ records }) => {
    const body = formatRoute(form, request, records, { head: headOf(request), seenAt: now });
    if (!context.isDryRun) await github.createComment(request.number, body);
    return [{ kind: 'create-comment', body }];
  });
}
