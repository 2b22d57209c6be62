/** Finds the action by its name, runs it, and turns what went wrong into a sentence and an exit code. */
import { GalleryError } from '../domain/gallery-error.ts';
import { printable } from '../report/printable.ts';
import { type ActionContext, needed, openActionContext } from './action-context.ts';
import { checkPullRequest } from './check-pull-request.ts';
import { commentOnRequest } from './comment.ts';
import { exportAnswers, markLive } from './live-answers.ts';
import { mergeOfEvent } from './merge.ts';
import { receiveEvent } from './receive.ts';
import { lookAtOpenRequests } from './scheduled.ts';
import { sweepReceived } from './sweep-received.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type ExitCode = 0 | 1 | 2;

const ACTIONS: Readonly<
  Record<string, (context: ActionContext, environment: Environment) => Promise<ExitCode>>
> = {
  'check-pull-request': (context, environment) =>
    checkPullRequest(context, environment['PWSHELF_PREVIEW_DIR']),
  comment: async (context) => {
    tellPlan(context, await commentOnRequest(context));
    return 0;
  },
  merge: async (context) => {
    const outcome = await mergeOfEvent(context);
    if (outcome?.kind === 'merged') tellPlan(context, { kind: outcome.kind, files: outcome.files });
    return 0;
  },
  receive: receiveEvent,
  scheduled: async (context, environment) => {
    const requests = await lookAtOpenRequests(context);
    const received = await sweepReceived(context, environment);
    if (received.isMerged && !context.isDryRun) context.output('merged', 'true');
    return requests.failedCount + received.failedCount > 0 ? 1 : 0;
  },
  'export-publishes': async (context, environment) => {
    await exportAnswers(context, needed(environment, 'PWSHELF_ANSWERS_DIR'));
    return 0;
  },
  'mark-live': async (context, environment) => {
    await markLive(context, needed(environment, 'PWSHELF_DEPLOYED'));
    return 0;
  },
};

/** 0 fine · 1 a refusal, or a request that could not be looked at · 2 could not run */
export async function runAction(words: readonly string[], environment: Environment): Promise<ExitCode> {
  const [name = '', ...options] = words;
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (!action || options.some((option) => option !== '--dry-run')) {
    say(`usage: node scripts/action.ts ${Object.keys(ACTIONS).join('|')} [--dry-run]`);
    return 2;
  }
  try {
    const isDryRun = words.includes('--dry-run');
    const secondMs = environment['PWSHELF_GITHUB_SECOND_MS'];
    const options = { isDryRun, say, ...(secondMs !== undefined && { secondMs: Number(secondMs) }) };
    return await action(openActionContext(environment, options), environment);
  } catch (error) {
    const text =
      error instanceof GalleryError
        ? [error.message, error.hint].filter(Boolean).join(' ')
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    // As an annotation too: it is the first thing that is seen of a failed run.
    say(
      `::error title=${error instanceof GalleryError ? error.code : 'failed'}::${printable(text).replaceAll('\n', '%0A')}`,
    );
    return 2;
  }
}

function tellPlan({ isDryRun }: ActionContext, actions: object): void {
  if (isDryRun) process.stdout.write(`${JSON.stringify(actions, undefined, 2)}\n`);
}
