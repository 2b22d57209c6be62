/**
 * The limits of GitHub Pages, told before a deployment runs into them: from four fifths on as a warning. Elsewhere they
 * are notes, for whoever means to move there.
 * @see https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
 */
import type { Finding } from '../../domain/finding.ts';
import { findingOf } from '../../domain/rule.ts';
import { deployFileNearlyTooLarge } from '../../rules/deploy-file-nearly-too-large.ts';
import { deployFileTooLarge } from '../../rules/deploy-file-too-large.ts';
import { deployManyFiles } from '../../rules/deploy-many-files.ts';
import { deployNearlyTooLarge } from '../../rules/deploy-nearly-too-large.ts';
import { deployTooLarge } from '../../rules/deploy-too-large.ts';
import type { ArtifactFile } from './artifact-file.ts';

export type DeployHost = 'github-pages' | 'any';

export interface PagesLimits {
  readonly siteBytes: number;
  readonly fileBytes: number;
  readonly deploySeconds: number;
}

/** The action that deploys compares with 1024³ bytes, and git hosting with 100 × 1024². */
export const PAGES_LIMITS: PagesLimits = {
  siteBytes: 1024 ** 3,
  fileBytes: 100 * 1024 ** 2,
  deploySeconds: 600,
};

/** GitHub names no figure: a cautious guess, from which a time is estimated and called an estimate. */
const FILES_A_SECOND = 100;
const WARN_FROM = 0.8;

/** @param dir  the folder as the user would name it, with a trailing slash */
export function checkPagesLimits(
  files: readonly ArtifactFile[],
  dir: string,
  host: DeployHost,
  limits: PagesLimits = PAGES_LIMITS,
): readonly Finding[] {
  const findings = [
    ...checkSite(files, dir, limits),
    ...files.flatMap((file) => checkFile(file, dir, limits)),
    ...checkTime(files.length, dir, limits),
  ];
  return host === 'github-pages' ? findings : findings.map((found) => ({ ...found, severity: 'note' }));
}

function checkSite(
  files: readonly ArtifactFile[],
  dir: string,
  { siteBytes }: PagesLimits,
): readonly Finding[] {
  // Names of one file on disk are files of their own on the host.
  const sum = files.reduce((total, { sizeBytes }) => total + sizeBytes, 0);
  const place = { file: dir };
  const args = { size: formatBytes(sum), limit: formatBytes(siteBytes) };
  if (sum > siteBytes) return [findingOf(deployTooLarge, place, args)];
  if (sum < siteBytes * WARN_FROM) return [];
  return [findingOf(deployNearlyTooLarge, place, { ...args, percent: percentOf(sum, siteBytes) })];
}

function checkFile(
  { path, sizeBytes }: ArtifactFile,
  dir: string,
  { fileBytes }: PagesLimits,
): readonly Finding[] {
  const place = { file: dir + path };
  const args = { size: formatBytes(sizeBytes), limit: formatBytes(fileBytes) };
  if (sizeBytes > fileBytes) return [findingOf(deployFileTooLarge, place, args)];
  // A blob stays as large as it is.
  if (sizeBytes < fileBytes * WARN_FROM || path.endsWith('.nupkg')) return [];
  return [findingOf(deployFileNearlyTooLarge, place, { ...args, percent: percentOf(sizeBytes, fileBytes) })];
}

function checkTime(count: number, dir: string, { deploySeconds }: PagesLimits): readonly Finding[] {
  const seconds = Math.round(count / FILES_A_SECOND);
  if (seconds < deploySeconds * WARN_FROM) return [];
  return [findingOf(deployManyFiles, { file: dir }, { count, seconds, limitSeconds: deploySeconds })];
}

function percentOf(part: number, whole: number): number {
  return Math.floor((100 * part) / whole);
}

/** `912 MB`, `1.21 GB`: as hosts count, with thousands. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(2)} GB`;
  if (bytes >= 1e6) return `${Math.round(bytes / 1e6)} MB`;
  return `${Math.round(bytes / 1e3)} kB`;
}
