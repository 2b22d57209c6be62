/**
 * Tells what would be decided about a pull request, with a token that can only read: on the page of the run, and beside the
 * lines that are meant. Nothing that comes of it is trusted by the job that merges.
 */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withBaseGallery } from '../io/base-gallery.ts';
import { formatAnnotations } from '../report/annotations.ts';
import { formatFindings } from '../report/terminal-text.ts';
import type { ActionContext } from './action-context.ts';
import { formatComment } from './comment-text.ts';
import { type EvaluatedRequest, evaluateRequest } from './evaluate-request.ts';
import { logText } from './log-text.ts';
import { planRequestCommit } from './plan-actions.ts';
import { requestOfEvent } from './request-of-event.ts';

/** @returns the exit code: 1 when the pull request would be refused */
export async function checkPullRequest(
  context: ActionContext,
  previewDir: string | undefined,
): Promise<0 | 1> {
  const found = await requestOfEvent(context);
  if (found?.kind !== 'pull-request') {
    context.say('There is no pull request to look at.');
    return 0;
  }
  const evaluated = await evaluateRequest(context, found);
  const { verdict, marker, facts, gallery, packages } = evaluated;
  context.say(logText(formatFindings(verdict.findings, { isColoured: false }) || 'Nothing was found.\n'));
  context.say(formatAnnotations(verdict.findings).trimEnd());
  context.say(`verdict: ${verdict.kind}`);
  context.summarize(
    formatComment({ marker, facts, verdict, gallery, packages, previewUrl: undefined, done: undefined }),
  );
  context.output('verdict', verdict.kind);
  const hasPreview = previewDir !== undefined && (await writePreview(context, evaluated, previewDir));
  context.output('preview', String(hasPreview));
  return verdict.kind === 'reject' ? 1 : 0;
}

/** The index as the merge would make it, for a build of the pages. */
async function writePreview(
  { repository }: ActionContext,
  evaluated: EvaluatedRequest,
  previewDir: string,
): Promise<boolean> {
  const planned = planRequestCommit(evaluated);
  if (!planned) return false;
  await withBaseGallery(repository, evaluated.base, async ({ root }) => {
    await cp(join(root, 'packages-index'), join(previewDir, 'packages-index'), { recursive: true });
  });
  for (const { path, content } of planned.files) {
    const target = join(previewDir, path);
    if (content === undefined) {
      await rm(target, { force: true });
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return true;
}
