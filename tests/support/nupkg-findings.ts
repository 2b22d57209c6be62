/** What the reader and the gate say of an archive's bytes, and the test that each rule of archives gets. */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { Finding, FindingArgs } from '../../src/domain/finding.ts';
import type { PackageHash } from '../../src/domain/package-hash.ts';
import type { Rule } from '../../src/domain/rule.ts';
import type { ArchiveLimits } from '../../src/read/archive.ts';
import { gateArchive } from '../../src/read/archive-gate.ts';
import { readNupkg } from '../../src/read/nupkg.ts';
import { makeNupkg, type NupkgParts } from './make-nupkg.ts';

export const FILE = 'Sample.Tools.1.0.0.nupkg';
export const LIMITS: ArchiveLimits = { maxEntries: 10_000, maxUnpackedBytes: 512 * 1024 * 1024 };

export function nupkgFindings(bytes: Uint8Array, limits = LIMITS): readonly Finding[] {
  const sha512 = createHash('sha512').update(bytes).digest('base64') as PackageHash;
  return readNupkg(bytes, FILE, sha512, limits).findings;
}

export function gateFindings(bytes: Uint8Array, limits = LIMITS): Promise<readonly Finding[]> {
  return gateArchive(bytes, FILE, limits);
}

/** The package brings this finding, and its sentences can be read. */
export function expectRule<Args extends FindingArgs>(
  rule: Rule<Args>,
  source: NupkgParts | Uint8Array | readonly Finding[],
  limits = LIMITS,
): void {
  const findings = Array.isArray(source)
    ? (source as readonly Finding[])
    : nupkgFindings(source instanceof Uint8Array ? source : makeNupkg(source as NupkgParts), limits);
  expect(findings.map(({ code }) => code)).toContain(rule.code);
  const finding = findings.find(({ code }) => code === rule.code);
  expect(finding?.severity).toBe(rule.severity);
  const args = finding?.args as Args;
  for (const sentence of [rule.message(args), rule.remedy(args), `${rule.title}.`, rule.why]) {
    expect(sentence).not.toMatch(/undefined|\[object|NaN/);
    expect(sentence.trim()).toMatch(/[.?]$|: .+$/);
  }
}
