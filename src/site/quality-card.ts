/** A quality report as a page shows it: what is left to do with its points, what is done, and what is only noted. */
import type { QualityReport, QualityResult } from '../domain/quality.ts';

export interface QualityGroup {
  readonly kind: 'open' | 'done' | 'noted';
  readonly title: string;
  readonly lines: readonly QualityLine[];
}

export interface QualityLine {
  readonly title: string;
  readonly found: string;
  readonly remedy: string | undefined;
  /** `2.5 of 20 points`, or `20 points`; undefined for what earns none. */
  readonly points: string | undefined;
}

/** Groups without lines are left out; what would earn most comes first. */
export function qualityCard({ criteria }: QualityReport): readonly QualityGroup[] {
  const judged = criteria.filter(({ weight }) => weight > 0);
  const missed = ({ weight, share }: QualityResult) => weight * (1 - share);
  const groups: readonly QualityGroup[] = [
    {
      kind: 'open',
      title: 'To improve',
      lines: judged
        .filter(({ share }) => share < 1)
        .toSorted((a, b) => missed(b) - missed(a))
        .map(lineOf),
    },
    { kind: 'done', title: 'Done', lines: judged.filter(({ share }) => share >= 1).map(lineOf) },
    {
      kind: 'noted',
      title: 'Noted, without points',
      lines: criteria.filter(({ weight }) => weight === 0).map(lineOf),
    },
  ];
  return groups.filter(({ lines }) => lines.length > 0);
}

function lineOf({ title, found, remedy, weight, share }: QualityResult): QualityLine {
  return { title, found, remedy, points: pointsText(weight, share) };
}

function pointsText(weight: number, share: number): string | undefined {
  if (weight === 0) return undefined;
  return share >= 1 ? `${weight} points` : `${Math.round(weight * share * 10) / 10} of ${weight} points`;
}
