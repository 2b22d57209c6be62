/** Everything that a request is decided by. It is gathered at the edge; whoever decides reads nothing else. */
import type { Finding } from '../../domain/finding.ts';
import type { Gallery } from '../../domain/gallery.ts';
import type { GallerySettings } from '../../domain/gallery-settings.ts';
import type { Nupkg } from '../../domain/nupkg.ts';
import type { PackageRecord, Proof } from '../../domain/record.ts';
import type { KnownPackage } from '../plan.ts';
import type { GivenApproval } from './approvals.ts';
import type { RecordStep } from './record-steps.ts';
import type { GalleryRequest, Permission, PipelineRequest } from './request.ts';
import type { TreeChange } from './tree-change.ts';

export interface RequestFacts {
  readonly request: GalleryRequest | PipelineRequest;
  /** Where it can be looked at afterwards; what a pipeline proved says it itself. */
  readonly evidence?: Pick<Proof, 'commit' | 'run'> | undefined;
  readonly authorPermission: Permission;
  /** UTC, ISO 8601, to the second. */
  readonly now: string;
  /** Since when the gallery knows this very head: who waits, waits for what will be merged. UTC, ISO 8601. */
  readonly seenAt: string;
  /** Of the base branch, as everything is that the request is held against. */
  readonly gallery: Gallery;
  readonly settings: GallerySettings;
  readonly known: readonly KnownPackage[];
  /** Files below the index on the base branch, from the root of the repository. */
  readonly existingPaths: readonly string[];
  /** From where the branches parted to the head; none for an issue. */
  readonly changes: readonly TreeChange[];
  readonly packages: readonly ProposedPackage[];
  readonly records: readonly ProposedRecord[];
  /** What a form asks for; none for a pull request, whose records say it. */
  readonly asked: readonly AskedSteps[];
  readonly approvals: readonly GivenApproval[];
  /** Codes that a maintainer has allowed by a label without a word why. */
  readonly unexplained: readonly string[];
  /** Codes that a maintainer has allowed of an earlier head. */
  readonly outdated: readonly string[];
}

export interface ProposedPackage {
  /** An attachment is an address that a form names. */
  readonly source: 'blob' | 'incoming' | 'attachment';
  /** Where it was found: a path of the repository or an address. */
  readonly file: string;
  /** Undefined when the gate refused it: the findings say why. */
  readonly nupkg: Nupkg | undefined;
  readonly findings: readonly Finding[];
}

export interface ProposedRecord {
  /** From the root of the repository. */
  readonly path: string;
  /** Where the branches parted; undefined for a new one. */
  readonly before: PackageRecord | undefined;
  /** Undefined when it cannot be read: the findings say why. */
  readonly after: PackageRecord | undefined;
  readonly findings: readonly Finding[];
}

export interface AskedSteps {
  readonly id: string;
  /** The rule by which a maintainer lets these steps be taken; without that they wait. */
  readonly heldBy?: string;
  readonly steps: readonly RecordStep[];
}
