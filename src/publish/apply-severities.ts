/** Findings with the severities that a gallery has set for its rules; those that it has turned off are gone. */
import type { Finding, Severity } from '../domain/finding.ts';
import { findingOf } from '../domain/rule.ts';
import { RULES } from '../rules/index.ts';
import { severityFixed } from '../rules/severity-fixed.ts';
import { severityUnknownRule } from '../rules/severity-unknown-rule.ts';

export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>;

const ADJUSTABLE: ReadonlyMap<string, boolean> = new Map(
  RULES.map(({ code, isAdjustable = false }) => [code, isAdjustable]),
);

/** A setting for a rule that cannot be changed counts for nothing; checkSeverities tells of it. */
export function applySeverities(
  findings: readonly Finding[],
  severities: RuleSeverities,
): readonly Finding[] {
  return findings.flatMap((finding) => {
    const wanted = ADJUSTABLE.get(finding.code) ? severities[finding.code] : undefined;
    if (wanted === undefined) return [finding];
    return wanted === 'off' ? [] : [{ ...finding, severity: wanted }];
  });
}

/** @param file  gallery.yaml as the user names it */
export function checkSeverities(severities: RuleSeverities, file: string): readonly Finding[] {
  return Object.keys(severities).flatMap((code) => {
    const isAdjustable = ADJUSTABLE.get(code);
    if (isAdjustable === undefined) return [findingOf(severityUnknownRule, { file }, { code })];
    return isAdjustable ? [] : [findingOf(severityFixed, { file }, { code })];
  });
}
