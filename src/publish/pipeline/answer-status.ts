/** Findings → the number that HTTP would answer with, which programs read before any sentence. */
import { type Finding, hasErrors } from '../../domain/finding.ts';
import { keyRefused } from '../../rules/key-refused.ts';
import { packageTooLarge } from '../../rules/package-too-large.ts';
import { publishNotOwner } from '../../rules/publish-not-owner.ts';
import { publishOwnerId } from '../../rules/publish-owner-id.ts';
import { publishPrefixReserved } from '../../rules/publish-prefix-reserved.ts';
import { publishProposals } from '../../rules/publish-proposals.ts';
import { publishRate } from '../../rules/publish-rate.ts';
import { publishVersionExists } from '../../rules/publish-version-exists.ts';
import { recordVersionRemoved } from '../../rules/record-version-removed.ts';
import { requestTaken } from '../../rules/request-taken.ts';

/** Of several the first counts. */
const STATUSES: readonly (readonly [status: number, rules: readonly { readonly code: string }[]])[] = [
  [403, [keyRefused, publishNotOwner, publishOwnerId]],
  [409, [publishVersionExists, recordVersionRemoved, publishPrefixReserved, requestTaken]],
  [413, [packageTooLarge]],
  [429, [publishRate, publishProposals]],
];

export function answerStatus(findings: readonly Finding[]): number {
  if (!hasErrors(findings)) return 201;
  const codes = new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code));
  return STATUSES.find(([, rules]) => rules.some(({ code }) => codes.has(code)))?.[0] ?? 400;
}
