/**
 * The decision on a request of a build pipeline, on one commit of the gallery: who asks, by which key; then what every bearer
 * of a key is decided by.
 */
import { withBaseGallery } from '../io/base-gallery.ts';
import { type AskedDecision, decideAsked } from '../io/decide-asked.ts';
import type { OpenedPackage } from '../io/proposed-packages.ts';
import type { ActionContext } from './action-context.ts';
import { authorizePipeline, type KeySecretMap, type PipelineProof } from './authorize-pipeline.ts';

export async function decidePipeline(
  context: ActionContext,
  secrets: KeySecretMap,
  base: string,
  proven: PipelineProof,
  opened: OpenedPackage | undefined,
): Promise<AskedDecision> {
  const authorized = await authorizePipeline(context, secrets, base, proven);
  if (!authorized.ok) return { kind: 'refused', findings: [authorized.problem.finding] };
  const { asked, receivedAt } = proven;
  const { action, id, version, request } = asked;
  const { now, run } = context;
  return withBaseGallery(context.repository, base, async (found) =>
    decideAsked(found, authorized.value, { action, id, version, request, opened, receivedAt }, { now, run }),
  );
}
