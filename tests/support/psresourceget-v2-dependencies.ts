/**
 * How PSResourceGet finds what a resource needs (PowerShell/PSResourceGet 3f0d2e5b): prereleases always count, what was
 * found once stands for later askers, and below an upper bound the first entry is taken as it comes.
 */
import { parseNuGetVersion } from '../../src/domain/nuget-version.ts';
import { satisfiesRange } from '../../src/domain/version-range.ts';
import { httpFailure } from './client-fetch.ts';
import type { ResourceServer, Shown } from './psresourceget-v2.ts';
import {
  countOf,
  type FoundResource,
  fullVersion,
  type ResourceDependency,
  resourcesOf,
} from './psresourceget-v2-answers.ts';
import { nameRequest, type ResourceType, rangeRequest, versionRequest } from './psresourceget-v2-requests.ts';

/** @param known  what this run of the cmdlet has found, by names in lower case; it is added to */
export async function dependenciesOf(
  server: ResourceServer,
  parent: FoundResource,
  known: Map<string, FoundResource>,
  type: ResourceType,
): Promise<Shown<FoundResource>> {
  const found = new Map<string, FoundResource>();
  const errors: string[] = [];
  const visit = async (resource: FoundResource): Promise<void> => {
    for (const dependency of resource.dependencies) {
      if (isKnown(dependency, known.get(dependency.name.toLowerCase()))) continue;
      const answer = await firstEntry(server, requestFor(server.source, dependency, type));
      if (typeof answer === 'string') {
        errors.push(`Dependency package '${dependency.name}': ${answer}`);
        continue;
      }
      known.set(answer.name.toLowerCase(), answer);
      const key = `${answer.name}${fullVersion(answer)}`;
      if (found.has(key)) continue;
      found.set(key, answer);
      await visit(answer);
    }
  };
  await visit(parent);
  return { shown: [...found.values()], errors };
}

/** Without an upper bound whatever was found before will do, else it must be in the range (its label is not looked at). */
function isKnown({ range }: ResourceDependency, known: FoundResource | undefined): boolean {
  if (!known) return false;
  if (!range.max) return true;
  const version = parseNuGetVersion(known.version);
  return version.ok && satisfiesRange(version.value, range);
}

function requestFor(source: string, { name, range }: ResourceDependency, type: ResourceType): string {
  const asked = { type, prerelease: true };
  if (!range.max) return nameRequest(source, name, asked);
  const isExact = range.min !== undefined && range.min.normalized === range.max.normalized;
  if (isExact) return versionRequest(source, name, range.max.original, { type });
  return rangeRequest(source, name, range, 0, { prerelease: true });
}

async function firstEntry(server: ResourceServer, url: string): Promise<FoundResource | string> {
  const response = await server.fetch(url);
  const text = await response.text();
  if (!response.ok) return httpFailure(response);
  const count = countOf(text);
  if (count.kind === 'unknown') return count.reason;
  return resourcesOf(text)?.[0] ?? 'could not be found';
}
