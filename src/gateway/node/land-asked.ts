/** From what the bearer of a key asks to what has landed of it: decided on what is there now, and again when that moved. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Finding } from '../../domain/finding.ts';
import { GalleryError } from '../../domain/gallery-error.ts';
import { packageKey } from '../../domain/package-id.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { findingOf } from '../../domain/rule.ts';
import { type AskedChange, type AskedDecision, decideAsked } from '../../io/decide-asked.ts';
import { contentOid } from '../../io/git-object.ts';
import { BLOB_FOLDER } from '../../io/index-files.ts';
import type { Landing, LandingChange, LandingFile } from '../../io/landing.ts';
import type { IndexState, KnownStep, LiveIndex } from '../../io/live-index.ts';
import { planFiles } from '../../io/plan-files.ts';
import type { Authorized } from '../../publish/keys/authorize.ts';
import { reaches } from '../../publish/keys/grant.ts';
import { keyState, REASON_OF_STATE } from '../../publish/keys/key-state.ts';
import { type RefusalReason, refusal } from '../../publish/keys/refusal.ts';
import { INDEX_ROOT } from '../../publish/request/tree-change.ts';
import { printableLine } from '../../report/printable.ts';
import { publishProposals } from '../../rules/publish-proposals.ts';

const MAX_TRIES = 20;
const PAUSE_MS = 50;

export interface LandingParts {
  readonly landing: Landing;
  readonly live: LiveIndex;
  /** UTC, ISO 8601, to the second. */
  readonly now: () => string;
}

export type AskedOutcome =
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly reason?: RefusalReason }
  | {
      readonly kind: 'done';
      readonly findings: readonly Finding[];
      readonly commit: string;
      readonly isChanged: boolean;
    }
  | { readonly kind: 'proposed'; readonly findings: readonly Finding[]; readonly url: string };

/** Not to be run beside another one on the same clone. */
export async function landAsked(
  { landing, live, now }: LandingParts,
  authorized: Authorized,
  asked: AskedChange,
): Promise<AskedOutcome> {
  for (let tries = 1; tries <= MAX_TRIES; tries++) {
    const base = await landing.sync();
    const state = await live.at(base);
    const time = now();
    const bearer = stillAuthorized(state, authorized, asked.id, time);
    if (!bearer.ok) {
      const { finding, reason } = refusal(bearer.problem);
      return { kind: 'refused', findings: [finding], reason };
    }
    if (asked.action === 'publish') checkBlobs(state, asked.id);
    const decision = decideAsked(state, bearer.value, spelled(state, asked), {
      now: time,
      isProposal: landing.isProposal,
    });
    if (decision.kind === 'refused') return decision;
    const { findings } = decision;
    const change = changeOf(state, decision, asked, time);
    // What is unlisted already is not unlisted once more.
    if (change.files.length === 0) return { kind: 'done', findings, commit: base, isChanged: false };
    const landed = await landing.land(change);
    if (landed.kind === 'proposed') return { kind: 'proposed', findings, url: landed.url };
    if (landed.kind === 'crowded') {
      const args = { publisher: bearer.value.publisher, open: landed.open };
      return { kind: 'refused', findings: [findingOf(publishProposals, { file: 'request' }, args)] };
    }
    if (landed.kind === 'done') {
      await follow(live, landed.commit, change, decision);
      return { kind: 'done', findings, commit: landed.commit, isChanged: true };
    }
    await sleep(PAUSE_MS * tries);
  }
  throw new GalleryError(
    'BRANCH_BUSY',
    `The branch of the gallery moved ${MAX_TRIES} times while this was being landed.`,
    'Send it again; nothing was changed.',
  );
}

/** What is unlisted is told of as its record spells it; what is published spells itself. */
function spelled({ records }: IndexState, asked: AskedChange): AskedChange {
  if (asked.action === 'publish') return asked;
  const record = records.find(({ id }) => packageKey(id) === packageKey(asked.id));
  return { ...asked, id: record?.id ?? asked.id };
}

/** Since it was looked at, a key may have been taken back or narrowed, or have ended. */
function stillAuthorized(
  { keys }: IndexState,
  authorized: Authorized,
  id: string,
  time: string,
): Result<Authorized, RefusalReason> {
  const { keyId } = authorized.proof;
  if (keyId === undefined) return ok(authorized);
  const key = keys.keys.find((one) => one.id === keyId);
  if (!key) return fail('key-unknown');
  const reason = REASON_OF_STATE[keyState(key, Date.parse(time))];
  if (reason !== undefined) return fail(reason);
  if (!reaches({ scopes: [], ids: key.ids }, id)) return fail('id-out-of-reach');
  const grants = authorized.grants.map(({ scopes, ids }) => ({
    scopes: scopes.filter((scope) => key.scopes.includes(scope)),
    ids,
  }));
  return ok({ ...authorized, grants });
}

/** A new version is held against the one before it, which is read from the working tree. */
function checkBlobs({ gallery, root }: IndexState, id: string): void {
  const versions = gallery.byKey.get(packageKey(id))?.versions ?? [];
  const lost = versions.find(({ blobName }) => !existsSync(`${root}${INDEX_ROOT}${BLOB_FOLDER}${blobName}`));
  if (!lost) return;
  throw new GalleryError(
    'INDEX_UNCOMMITTED',
    `The branch of the gallery has ${lost.blobName}, and its working tree does not.`,
    'Restore it with `git restore`, or commit that it is gone.',
  );
}

function changeOf(
  { commit, oids }: IndexState,
  { plan, packages, publisher, proof, findings }: Extract<AskedDecision, { kind: 'accepted' }>,
  { action, id, version, request, opened }: AskedChange,
  date: string,
): LandingChange {
  const files = planFiles(plan, packages)
    .map(({ path, content }): LandingFile => {
      const after = content === undefined ? undefined : contentOid(content, commit);
      return { path, content, before: oids.get(path), after };
    })
    .filter(({ before, after }) => before !== after);
  const about = createHash('sha256').update(JSON.stringify([action, publisher, id, version]));
  const bytes = opened?.entered?.bytes;
  if (bytes) about.update(bytes);
  const told = [`Push: ${request}`, ...(proof.keyId === undefined ? [] : [`Key: ${proof.keyId}`])];
  return {
    base: commit,
    files,
    subject: printableLine(plan.subject),
    lines: told.map(printableLine),
    author: { name: publisher, email: `${publisher}@users.noreply.github.com` },
    date,
    slug: `${id}-${version}-${about.digest('hex').slice(0, 8)}`,
    findings,
  };
}

/** The next decision needs the new state, and what it holds is at hand now. */
async function follow(
  live: LiveIndex,
  commit: string,
  { files }: LandingChange,
  { plan, packages }: Extract<AskedDecision, { kind: 'accepted' }>,
): Promise<void> {
  const contents = new Map(files.map(({ after, content }) => [after, content]));
  const nupkgs = new Map(
    plan.blobs.map(({ name, packageAt }) => [
      files.find(({ path }) => path.endsWith(`/${name}`))?.after,
      packages[packageAt]?.nupkg,
    ]),
  );
  const step: KnownStep = {
    changes: files.map(({ path, before, after }) => ({
      path,
      kind: after === undefined ? 'gone' : before === undefined ? 'added' : 'changed',
      mode: '100644',
      oid: after ?? before ?? '',
    })),
    bytes: (oid) => {
      const content = contents.get(oid);
      return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
    },
    nupkg: (oid) => nupkgs.get(oid),
  };
  // It has landed, whatever comes of this; the next decision reads what it has to.
  await live.at(commit, step).catch(() => undefined);
}
