/** The facts of a request in memory: a test names what it is about, and the rest is plain. */
import type { PackageRecord } from '../../src/domain/record.ts';
import { knownPackages } from '../../src/publish/plan-all.ts';
import type { PullRequest } from '../../src/publish/request/request.ts';
import type { RequestFacts } from '../../src/publish/request/request-facts.ts';
import type { TreeChange } from '../../src/publish/request/tree-change.ts';
import { makeGallery, makeIndexParts, type PackageSpec } from './make-gallery.ts';

export interface RequestSpec
  extends Partial<Omit<RequestFacts, 'request' | 'gallery' | 'known' | 'settings'>> {
  readonly request?: Partial<PullRequest>;
  readonly inGallery?: readonly PackageSpec[];
}

export const REQUEST_URL = 'https://github.com/contoso/gallery/pull/1';

export function requestFacts({ request, inGallery = [], ...more }: RequestSpec = {}): RequestFacts {
  const gallery = makeGallery(inGallery);
  const records = makeIndexParts(inGallery).records.map(({ record }) => record);
  return {
    request: {
      kind: 'pull-request',
      number: 1,
      url: REQUEST_URL,
      title: 'A request',
      body: '',
      author: { login: 'contoso-team', id: 7, isBot: false },
      isOpen: true,
      createdAt: '2026-03-01T12:00:00Z',
      isDraft: false,
      baseRef: 'main',
      headSha: '0'.repeat(40),
      ...request,
    },
    authorPermission: 'read',
    now: '2026-03-01T12:00:00Z',
    seenAt: '2026-03-01T12:00:00Z',
    gallery,
    settings: gallery.settings,
    known: knownPackages(gallery, records),
    existingPaths: [],
    changes: [],
    packages: [],
    records: [],
    asked: [],
    approvals: [],
    unexplained: [],
    outdated: [],
    ...more,
  };
}

/** The record of a package that the gallery of the spec holds. */
export function recordIn(spec: PackageSpec): PackageRecord {
  const [first] = makeIndexParts([spec]).records;
  if (!first) throw new Error('there is no record');
  return first.record;
}

export function treeChange(path: string, more: Partial<TreeChange> = {}): TreeChange {
  return { path, kind: 'added', mode: '100644', oid: '0'.repeat(40), ...more };
}
