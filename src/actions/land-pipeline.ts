/** Carries out a request of a build pipeline: one commit on the gallery's branch, or a refusal. Done before is done. */
import type { Finding } from '../domain/finding.ts';
import { commitIndex } from '../io/commit-index.ts';
import type { AskedDecision } from '../io/decide-asked.ts';
import { planFiles } from '../io/plan-files.ts';
import type { OpenedPackage } from '../io/proposed-packages.ts';
import { printableLine } from '../report/printable.ts';
import type { ActionContext } from './action-context.ts';
import type { KeySecretMap, PipelineProof } from './authorize-pipeline.ts';
import { decidePipeline } from './decide-pipeline.ts';
import { fetchBase } from './evaluate-request.ts';
import { type Decided, landCommit } from './land-commit.ts';

export type PipelineOutcome =
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'published'; readonly commit: string; readonly findings: readonly Finding[] };

export interface PipelineWork {
  readonly proven: PipelineProof;
  /** SHA-256 of what was signed. */
  readonly digest: string;
  readonly opened: OpenedPackage | undefined;
}

export function landPipeline(
  context: ActionContext,
  secrets: KeySecretMap,
  { proven, digest, opened }: PipelineWork,
): Promise<PipelineOutcome> {
  const { asked } = proven;
  const lines = [`Pipeline-Request: ${asked.request}`, `Digest: ${digest}`];
  return landCommit<PipelineOutcome>(context, async () => {
    const base = await fetchBase(context);
    const before = await doneBefore(context, lines, base);
    if (before !== undefined)
      return { kind: 'settled', outcome: { kind: 'published', commit: before, findings: [] } };
    const decision = await decidePipeline(context, secrets, base, proven, opened);
    if (decision.kind === 'refused') return { kind: 'settled', outcome: decision };
    return commitOf(context, base, decision, lines);
  });
}

async function commitOf(
  { repository, now }: ActionContext,
  base: string,
  { plan, packages, publisher, proof, findings }: Extract<AskedDecision, { kind: 'accepted' }>,
  lines: readonly string[],
): Promise<Decided<PipelineOutcome>> {
  const facts: readonly (readonly [name: string, value: string | undefined])[] = [
    ['Key', proof.keyId],
    ['Workflow', proof.workflow],
    ['Built-From', proof.commit],
    ['Run', proof.reference],
  ];
  const told = facts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]));
  const message = [plan.subject, '', ...lines, ...told].map(printableLine).join('\n');
  const commit = await commitIndex(repository, {
    base,
    merged: undefined,
    files: planFiles(plan, packages),
    message: `${message}\n`,
    author: { name: publisher, email: `${publisher}@users.noreply.github.com` },
    date: now,
  });
  const trees = await repository.git(['rev-parse', `${base}^{tree}`, `${commit}^{tree}`]);
  const [before, after] = trees.trim().split('\n');
  // What is unlisted already is not unlisted once more.
  if (before === after) return { kind: 'settled', outcome: { kind: 'published', commit: base, findings } };
  return { kind: 'commit', base, commit, outcome: { kind: 'published', commit, findings } };
}

/** On the branch itself: what was merged into it bears messages of others. */
async function doneBefore(
  { repository }: ActionContext,
  lines: readonly string[],
  base: string,
): Promise<string | undefined> {
  const found = await repository.git([
    'log',
    '--format=%H',
    '--max-count=1',
    '--first-parent',
    '--fixed-strings',
    '--all-match',
    ...lines.map((line) => `--grep=${line}`),
    base,
    '--',
  ]);
  return found.trim() === '' ? undefined : found.trim();
}
