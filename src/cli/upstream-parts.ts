/** `--upstream`: another gallery for the names that are not here. */

import { ownerNameSchema } from '../domain/gallery-settings.ts';
import type { Result } from '../domain/result.ts';
import type { Catalogue } from '../gateway/catalogue/catalogue.ts';
import { openUpstream } from '../gateway/node/open-upstream.ts';
import type { PushDoor } from '../gateway/push-door.ts';
import { parseTakePatterns } from '../gateway/upstream/take-patterns.ts';
import type { Upstream } from '../gateway/upstream/upstream.ts';
import { formatUpstreamEvent } from '../gateway/upstream/upstream-event.ts';
import { parseUpstreamSource } from '../gateway/upstream/upstream-source.ts';
import type { PartsContext } from './gateway-parts.ts';
import { UsageError } from './verb.ts';

/**
 * Undefined without --upstream.
 * @throws UsageError for what cannot be meant
 */
export function upstreamParts(
  { args, say }: PartsContext,
  catalogue: () => Promise<Catalogue>,
  door: PushDoor | undefined,
): Upstream | undefined {
  const urls = args.texts('upstream');
  const [take, owner] = [args.text('upstream-take'), args.text('upstream-owner')];
  if (urls.length === 0) {
    if (take === undefined && owner === undefined) return undefined;
    throw new UsageError(
      '--upstream-take and --upstream-owner say what is taken from where --upstream points.',
    );
  }
  const sources = urls.map((url) => valueOrUsage('upstream', parseUpstreamSource(url)));
  const common = {
    sources,
    catalogue,
    now: Date.now,
    log: (event: Parameters<typeof formatUpstreamEvent>[0]) => say(formatUpstreamEvent(event)),
  };
  if (take === undefined) {
    if (args.isSet('private')) {
      throw new UsageError(
        'a private gallery sends nobody elsewhere, since some clients would show their credentials there: add --upstream-take.',
      );
    }
    return openUpstream(common);
  }
  if (!door) throw new UsageError('--upstream-take puts packages into the index: add --push.');
  const login = ownerNameSchema.safeParse(owner);
  if (!login.success)
    throw new UsageError(
      '--upstream-take needs --upstream-owner, the login that is to own what is taken in.',
    );
  return openUpstream({
    ...common,
    intake: { take: valueOrUsage('upstream-take', parseTakePatterns(take)), owner: login.data, door },
  });
}

function valueOrUsage<T>(option: string, result: Result<T, string>): T {
  if (result.ok) return result.value;
  throw new UsageError(`--${option}: ${result.problem}`);
}
