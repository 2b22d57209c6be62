/** Why a request of a pipeline is refused: one sentence for whoever asks, and a word for the log of the gallery. */
import type { Finding } from '../../domain/finding.ts';
import { findingOf } from '../../domain/rule.ts';
import { keyRefused } from '../../rules/key-refused.ts';

/** For the log alone: an answer that told them apart would tell which keys there are. */
export type RefusalReason =
  | 'no-proof'
  | 'key-unknown'
  | 'key-revoked'
  | 'key-not-yet'
  | 'key-expired'
  | 'key-for-gateway'
  | 'secret-missing'
  | 'signature-wrong'
  | 'request-expired'
  | 'request-too-far-ahead'
  | 'id-malformed'
  | 'id-out-of-reach'
  | 'scope-missing'
  | 'workflow-unknown'
  | 'workflow-of-pull-request'
  | 'bundle-too-old'
  | 'bundle-of-the-future'
  | 'bundle-of-other-content';

export interface AuthorizationProblem {
  /** The same in every case. */
  readonly finding: Finding;
  readonly status: 403;
  /** Never part of an answer. */
  readonly reason: RefusalReason;
}

export function refusal(reason: RefusalReason): AuthorizationProblem {
  return { finding: findingOf(keyRefused, { file: 'request' }, {}), status: 403, reason };
}
