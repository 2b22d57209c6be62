/** What installing a version brings along, as far as this gallery has it: each dependency with its own. */
import type { Gallery, Package, PackageVersion } from '../domain/gallery.ts';
import { isPrerelease } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import { formatVersionRange, satisfiesRange, type VersionRange } from '../domain/version-range.ts';
import { rangeText } from './package-view.ts';

export interface DependencyNode {
  /** As the gallery spells it, or as the dependent does when there is none. */
  readonly id: string;
  /** `1.0.0 or later`, `exactly 1.2.0`, …; '' for any. */
  readonly range: string;
  /** The version that clients would take, as written; undefined when the gallery has none that fits. */
  readonly version: string | undefined;
  /** Its own dependencies; empty for one that stands above already. */
  readonly needs: readonly DependencyNode[];
  /** Whether its own dependencies are left out, because the same version stands elsewhere in the tree. */
  readonly isRepeated: boolean;
}

/** Deeper ones are left out: no real package needs them, and a hostile one could. */
const MAX_DEPTH = 8;
const MAX_NODES = 300;

export function dependencyTree(item: PackageVersion, gallery: Gallery): readonly DependencyNode[] {
  const seen = new Set<PackageVersion>([item]);
  let nodeCount = 0;
  const nodesOf = (from: PackageVersion, depth: number): readonly DependencyNode[] =>
    from.dependencies.flatMap(({ id, range }): readonly DependencyNode[] => {
      if (++nodeCount > MAX_NODES) return [];
      const owner = gallery.byKey.get(packageKey(id));
      const taken = owner && takenVersion(owner, range);
      const isRepeated = taken !== undefined && seen.has(taken) && taken.dependencies.length > 0;
      const isOpen = taken !== undefined && !isRepeated && depth < MAX_DEPTH;
      if (taken) seen.add(taken);
      return [
        {
          id: owner?.id ?? id,
          range: rangeText(formatVersionRange(range)),
          version: taken?.version.original,
          needs: isOpen ? nodesOf(taken, depth + 1) : [],
          isRepeated,
        },
      ];
    });
  return nodesOf(item, 1);
}

/** The highest listed stable version that fits; a prerelease or an unlisted one only where nothing else does. */
function takenVersion(owner: Package, range: VersionRange): PackageVersion | undefined {
  const fitting = owner.versions.filter((other) => satisfiesRange(other.version, range));
  const listed = fitting.filter(({ isListed }) => isListed);
  const stable = listed.filter(({ version }) => !isPrerelease(version));
  return stable.at(-1) ?? listed.at(-1) ?? fitting.at(-1);
}
