/** What the stand-in for GitHub knows of its one repository, beside the git repository itself. */
import type { Permission } from '../../../src/publish/request/request.ts';

export interface FakeUser {
  readonly login: string;
  readonly id: number;
  readonly isBot: boolean;
  /** Undefined for whoever is no collaborator. */
  permission: Permission | undefined;
}

/** As a workflow's `permissions:` names them, e.g. `{ 'pull-requests': 'write' }`; what is not named is denied. */
export type TokenPermissions = Readonly<Record<string, 'read' | 'write'>>;

export interface FakeToken {
  readonly login: string;
  readonly permissions: TokenPermissions;
  /** Requests that are left in this hour. */
  remaining: number;
}

export interface FakeComment {
  readonly id: number;
  readonly by: string;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface FakeEvent {
  readonly id: number;
  readonly event: 'labeled' | 'unlabeled' | 'closed' | 'reopened' | 'merged' | 'locked';
  readonly by: string;
  readonly at: string;
  readonly label?: string;
}

export interface FakePull {
  readonly baseRef: string;
  /** A branch of the repository itself that it comes from; undefined for one of a fork. */
  readonly headRef?: string;
  readonly isDraft: boolean;
  /** Follows `refs/pull/N/head` while the pull request is open. */
  headSha: string;
  mergedAt: string | undefined;
}

/** An issue, or a pull request, which to GitHub is an issue too. */
export interface FakeThread {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly author: string;
  readonly createdAt: string;
  updatedAt: string;
  isOpen: boolean;
  isLocked: boolean;
  closeReason: string | null;
  labels: readonly string[];
  readonly comments: FakeComment[];
  readonly events: FakeEvent[];
  readonly pull: FakePull | undefined;
}

export interface FakeLabel {
  readonly name: string;
  readonly colour: string;
  readonly description: string;
}

export interface FakeRun {
  readonly id: number;
  readonly headSha: string;
  readonly event: string;
  readonly workflow: string;
  readonly createdAt: string;
}

export interface FakeAsset {
  readonly id: number;
  readonly name: string;
  readonly bytes: Buffer;
  /** `starter` is what an upload that broke off leaves. */
  readonly state: 'uploaded' | 'starter';
}

export interface FakeRelease {
  readonly id: number;
  readonly tag: string;
  readonly isDraft: boolean;
  isImmutable: boolean;
  readonly assets: FakeAsset[];
}

/** A repository_dispatch. */
export interface FakeDispatch {
  readonly eventType: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface FakeSettings {
  defaultBranch: string;
  visibility: 'public' | 'private' | 'internal';
  isArchived: boolean;
  hasIssues: boolean;
  allowsMergeCommit: boolean;
  allowsSquashMerge: boolean;
  allowsRebaseMerge: boolean;
  pages:
    | { buildType: 'workflow' | 'legacy'; customDomain: string | undefined; isHttpsEnforced: boolean }
    | undefined;
  workflows: { defaultPermission: 'read' | 'write'; canApprovePullRequests: boolean };
  actions: { isEnabled: boolean; allowedActions: 'all' | 'local_only' | 'selected' };
  /** Types of the rules by branch. */
  branchRules: Readonly<Record<string, readonly string[]>>;
}

export interface FakeState {
  readonly owner: string;
  readonly name: string;
  /** The bare repository. */
  readonly gitDir: string;
  readonly now: () => Date;
  readonly users: Map<string, FakeUser>;
  readonly tokens: Map<string, FakeToken>;
  readonly threads: Map<number, FakeThread>;
  /** By the lower case of their names. */
  readonly labels: Map<string, FakeLabel>;
  readonly runs: FakeRun[];
  readonly dispatches: {
    readonly workflow: string;
    readonly ref: string;
    readonly inputs?: Readonly<Record<string, unknown>>;
  }[];
  readonly events: FakeDispatch[];
  /** Stands for the workflows that such an event starts. */
  onEvent: ((event: FakeDispatch) => void) | undefined;
  readonly releases: FakeRelease[];
  readonly settings: FakeSettings;
  readonly nextId: () => number;
}

/** As GitHub writes it: to the second. */
export function stamp(state: FakeState): string {
  return toStamp(state.now());
}

function toStamp(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}

export function userNamed(state: FakeState, login: string): FakeUser | undefined {
  return state.users.get(login.toLowerCase());
}

/** A collaborator's, or what everybody may do. */
export function permissionIn(state: FakeState, user: FakeUser): Permission {
  return user.permission ?? (state.settings.visibility === 'public' ? 'read' : 'none');
}

export function putLabel(state: FakeState, thread: FakeThread, name: string, by: string, at: string): void {
  const key = name.toLowerCase();
  const known = state.labels.get(key) ?? { name, colour: 'ededed', description: '' };
  state.labels.set(key, known);
  if (thread.labels.some((label) => label.toLowerCase() === key)) return;
  thread.labels = [...thread.labels, known.name];
  thread.events.push({ id: state.nextId(), event: 'labeled', by, at, label: known.name });
  if (at > thread.updatedAt) thread.updatedAt = at;
}

/** False when it is not there. */
export function takeLabel(state: FakeState, thread: FakeThread, name: string, by: string): boolean {
  const found = thread.labels.find((label) => label.toLowerCase() === name.toLowerCase());
  if (found === undefined) return false;
  thread.labels = thread.labels.filter((label) => label !== found);
  const at = stamp(state);
  thread.events.push({ id: state.nextId(), event: 'unlabeled', by, at, label: found });
  thread.updatedAt = at;
  return true;
}

export function setOpen(
  state: FakeState,
  thread: FakeThread,
  isOpen: boolean,
  by: string,
  reason: string | null = null,
): void {
  if (thread.isOpen !== isOpen) {
    const at = stamp(state);
    thread.events.push({ id: state.nextId(), event: isOpen ? 'reopened' : 'closed', by, at });
    thread.updatedAt = at;
  }
  thread.isOpen = isOpen;
  thread.closeReason = isOpen || thread.pull ? null : (reason ?? thread.closeReason ?? 'completed');
}
