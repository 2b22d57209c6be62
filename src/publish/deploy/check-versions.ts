/**
 * Nothing that is deployed may vanish or change: what the deployed gallery lists, held against what a build lists. Only
 * a removal with a reason lets a version go, and a removal is never forgotten.
 */
import type { Finding } from '../../domain/finding.ts';
import { findingOf } from '../../domain/rule.ts';
import type { VersionList } from '../../domain/version-list.ts';
import { listedKey } from '../../read/version-list.ts';
import { deployRemovalLost } from '../../rules/deploy-removal-lost.ts';
import { deployVersionChanged } from '../../rules/deploy-version-changed.ts';
import { deployVersionVanished } from '../../rules/deploy-version-vanished.ts';

/** @param file  the list of the build, as the user would name it */
export function checkDeployedVersions(
  deployed: VersionList,
  built: VersionList,
  file: string,
): readonly Finding[] {
  const place = { file };
  const versions = new Map(built.versions.map((item) => [listedKey(item.id, item.version), item]));
  const removed = new Set(
    built.removed
      .filter(({ reason }) => reason.trim() !== '')
      .map(({ id, version }) => listedKey(id, version)),
  );
  const ofVersions = deployed.versions.flatMap(({ id, version, sha512 }): readonly Finding[] => {
    const key = listedKey(id, version);
    const now = versions.get(key);
    if (now === undefined) {
      return removed.has(key) ? [] : [findingOf(deployVersionVanished, place, { id, version })];
    }
    if (now.sha512 === sha512) return [];
    const args = { id, version, deployed: sha512, found: now.sha512 };
    return [findingOf(deployVersionChanged, place, args)];
  });
  const ofRemovals = deployed.removed
    .filter(({ id, version }) => !removed.has(listedKey(id, version)))
    .map(({ id, version }) => findingOf(deployRemovalLost, place, { id, version }));
  return [...ofVersions, ...ofRemovals];
}
