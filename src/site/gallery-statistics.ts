/** What the statistics page counts: one pass over the listed packages, none of it measured by a clock. */
import { type Gallery, isPackageListed, shownVersion } from '../domain/gallery.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import { siteContext } from './gallery-context.ts';
import { qualityScore } from './package-score.ts';

export interface Count {
  readonly label: string;
  readonly count: number;
}

export interface MonthCount {
  /** `2026-11` */
  readonly month: string;
  /** Up to the end of it. */
  readonly packages: number;
  readonly versions: number;
}

export interface GalleryStatistics {
  readonly months: readonly MonthCount[];
  readonly kinds: readonly Count[];
  readonly editions: readonly Count[];
  readonly lowestVersions: readonly Count[];
  readonly licenses: readonly Count[];
  readonly quality: readonly Count[];
  readonly dependedUpon: readonly Count[];
}

const MOST_SHOWN = 10;

export function galleryStatistics(gallery: Gallery): GalleryStatistics {
  const listed = gallery.packages.filter(isPackageListed);
  const shown = listed.map(shownVersion);
  const summaries = shown.map((item) => summarizePackage(item.nupkg));
  const { readDocs } = siteContext();
  return {
    months: monthCounts(gallery),
    kinds: counts(shown.map(({ kind }) => (kind === 'module' ? 'Modules' : 'Scripts'))),
    editions: counts(
      summaries.flatMap(({ compatiblePSEditions }) =>
        compatiblePSEditions.length === 0 ? ['not said'] : compatiblePSEditions,
      ),
    ),
    lowestVersions: counts(summaries.map(({ powerShellVersion }) => powerShellVersion ?? 'not said')),
    licenses: counts(shown.map((item) => readDocs(item).docs.license.spdxId ?? 'not identified')),
    quality: qualityBands(shown.map(qualityScore)),
    dependedUpon: listed
      .filter(({ dependents }) => dependents.length > 0)
      .map(({ id, dependents }) => ({ label: id, count: dependents.length }))
      .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
      .slice(0, MOST_SHOWN),
  };
}

/** The most first; what does not fit into the list is put together. */
function counts(labels: readonly string[]): readonly Count[] {
  const all = [...Map.groupBy(labels, (label) => label)]
    .map(([label, same]): Count => ({ label, count: same.length }))
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
  const rest = all.slice(MOST_SHOWN).reduce((sum, { count }) => sum + count, 0);
  return rest === 0 ? all : [...all.slice(0, MOST_SHOWN), { label: 'others', count: rest }];
}

function qualityBands(scores: readonly number[]): readonly Count[] {
  return [
    { label: '90 to 100', from: 90, to: 100 },
    { label: '70 to 89', from: 70, to: 89 },
    { label: '50 to 69', from: 50, to: 69 },
    { label: 'below 50', from: 0, to: 49 },
  ].map(({ label, from, to }) => ({
    label,
    count: scores.filter((score) => score >= from && score <= to).length,
  }));
}

function monthCounts(gallery: Gallery): readonly MonthCount[] {
  const versions = gallery.packages.flatMap((item) =>
    item.versions.map(({ publishedAt }) => publishedAt.slice(0, 7)),
  );
  const first = gallery.packages.map(
    (item) => item.versions.map(({ publishedAt }) => publishedAt.slice(0, 7)).sort()[0] ?? '',
  );
  const [start, end] = [versions.toSorted()[0], versions.toSorted().at(-1)];
  if (start === undefined || end === undefined) return [];
  return monthsBetween(start, end).map((month) => ({
    month,
    packages: first.filter((item) => item <= month).length,
    versions: versions.filter((item) => item <= month).length,
  }));
}

function monthsBetween(start: string, end: string): readonly string[] {
  const months: string[] = [];
  let [year = 0, month = 1] = start.split('-').map(Number);
  for (let text = start; text <= end; text = `${year}-${String(month).padStart(2, '0')}`) {
    months.push(text);
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return months;
}
