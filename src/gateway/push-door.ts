/**
 * What the gateway asks of whoever keeps the index. It stands between HTTP, which knows keys and bodies, and the repository,
 * which knows packages and commits; without one a gateway only reads.
 */
import type { Finding } from '../domain/finding.ts';
import type { PublishingKeys } from '../domain/publishing-keys.ts';
import type { Authorized } from '../publish/keys/authorize.ts';
import type { RefusalReason } from '../publish/keys/refusal.ts';

export interface PushDoor {
  /** keys.yaml as the index has it now. */
  readonly keys: () => Promise<PublishingKeys>;
  /** The largest package that the gallery takes, in bytes. */
  readonly maxPackageBytes: () => Promise<number>;
  /** Decides and commits; it resolves when the commit is kept. @throws GalleryError when the index is in no state to be changed */
  readonly publish: (asked: AskedPublish) => Promise<PushOutcome>;
  /** Unlists or relists one version. */
  readonly setListing: (asked: AskedListing) => Promise<PushOutcome>;
}

export interface AskedPublish {
  readonly authorized: Authorized;
  /** The .nupkg, not looked at yet. */
  readonly bytes: Uint8Array;
  /** Names the request in logs and in the message of the commit. */
  readonly requestId: string;
  /** Whoever went away before its turn came has nothing landed. */
  readonly signal?: AbortSignal;
}

export interface AskedListing {
  readonly authorized: Authorized;
  /** As the client spells them. */
  readonly id: string;
  readonly version: string;
  readonly listed: boolean;
  readonly requestId: string;
  readonly signal?: AbortSignal;
}

export type PushOutcome =
  /** Nothing was written. Of severity error there is at least one. `reason` where it is the key's, for the log. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[]; readonly reason?: RefusalReason }
  /** It is in the index; the feeds tell of it as soon as they are built. */
  | {
      readonly kind: 'done';
      readonly findings: readonly Finding[];
      readonly id: string;
      readonly version: string;
      readonly commit: string;
    }
  /** It lies in a pull request and waits for a maintainer. */
  | {
      readonly kind: 'proposed';
      readonly findings: readonly Finding[];
      readonly id: string;
      readonly version: string;
      /** Address of the pull request. */
      readonly url: string;
    };
