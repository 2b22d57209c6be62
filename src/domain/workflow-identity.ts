/** A run of a workflow on GitHub, as the certificate of a verified Sigstore bundle names it, and what it signed. */

export interface WorkflowIdentity {
  /** Number of the repository; unlike its name it is never another's. */
  readonly repositoryId: number;
  /** `owner/name` at the time of the signature. */
  readonly repository: string;
  /** `.github/workflows/release.yml` */
  readonly workflow: string;
  /** `refs/heads/main` */
  readonly ref: string;
  /** The event that started it, e.g. `push`. */
  readonly trigger: string;
  /** 40 hexadecimal digits. */
  readonly commit: string;
  /** Address of the run. */
  readonly run: string;
  /** UTC, when the certificate was given; it lasts ten minutes. */
  readonly signedAt: string;
}

/**
 * `text`: the signed text of the request itself. `provenance`: files that the workflow says it has built, by their
 * hashes in lower-case hexadecimal digits.
 */
export type SignedSubject =
  | { readonly kind: 'text' }
  | {
      readonly kind: 'provenance';
      readonly sha256: readonly string[];
      readonly sha512: readonly string[];
    };

export interface VerifiedWorkflow {
  readonly identity: WorkflowIdentity;
  readonly subject: SignedSubject;
}
