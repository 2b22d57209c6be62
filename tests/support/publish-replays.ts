/**
 * What publishing sends besides the package: PowerShellGet 2 (3b38eec) looks for the name and the version first, and
 * PSResourceGet (3f0d2e5b) for what the package needs and then reads the failure out of NuGet's message.
 */
import { compareNuGetVersions } from '../../src/domain/nuget-version.ts';
import { httpFailure } from './client-fetch.ts';
import { type ArtifactType, findModule, findScript, type PSRepository } from './powershellget-2-queries.ts';
import { parsedVersion } from './provider-versions.ts';
import { findResource, type ResourceServer } from './psresourceget-v2.ts';
import { pushRequest } from './push-bodies.ts';

export interface Published {
  readonly id: string;
  readonly version: string;
  readonly type: ArtifactType;
  readonly bytes: Uint8Array;
  readonly apiKey: string;
  /** Ids. */
  readonly requires?: readonly string[];
}

/** Nothing when it was published, or what the cmdlet throws. */
export async function publishByPowerShellGet2(repository: PSRepository, published: Published) {
  const { id, version, type } = published;
  const isModule = type === 'Module';
  const [findOther, findOwn] = isModule ? [findScript, findModule] : [findModule, findScript];
  const wish = { names: [id], allowPrerelease: true };
  const other = await findOther(repository, { ...wish, tags: [isModule ? 'PSScript' : 'PSModule'] });
  if (other.shown.length > 0) return `SpecifiedNameIsAlearyUsed: ${id}`;
  const there = (await findOwn(repository, wish)).shown.at(-1)?.version;
  const order = there ? compareNuGetVersions(parsedVersion(version), there) : 1;
  if (order === 0) return `${type}VersionIsAlreadyAvailableInTheGallery: ${version}`;
  if (order < 0) return `${type}VersionShouldBeGreaterThanGalleryVersion: ${version} < ${there?.original}`;
  for (const needed of published.requires ?? []) {
    const { shown } = await findModule(repository, { names: [needed] });
    if (shown.length === 0) return `UnableToResolveModuleDependency: ${needed}`;
  }
  if (repository.publishLocation === undefined) return 'PSGalleryPublishLocationIsMissing';
  const init = pushRequest('dotnet', published.bytes, { apiKey: published.apiKey });
  const response = await repository.fetch(repository.publishLocation, init);
  return response.ok ? undefined : `FailedToPublishThe${type}: error: ${httpFailure(response)}`;
}

/** Nothing when it was published, or the id of the error and its message. */
export async function publishByPSResourceGet(
  server: ResourceServer,
  published: Omit<Published, 'id' | 'version' | 'type'>,
): Promise<{ readonly errorId: string; readonly message: string } | undefined> {
  for (const needed of published.requires ?? []) {
    // A dependency without a version is asked for as a range without bounds.
    const wish = { name: needed, version: '*', type: 'Module', prerelease: true } as const;
    const { shown } = await findResource(server, wish);
    if (shown.length === 0) return { errorId: 'DependencyNotFound', message: needed };
  }
  const init = pushRequest('psresourceget', published.bytes, { apiKey: published.apiKey });
  const response = await server.fetch(`${server.source}/package/`, init);
  if (response.ok) return undefined;
  const message = httpFailure(response);
  return { errorId: errorIdOf(message), message };
}

/** The client knows no status: it looks for digits in the text, in this order. */
export function errorIdOf(message: string): string {
  if (message.includes('400')) return message.includes('Api') ? '400ApiKeyError' : '400Error';
  if (message.includes('401')) return message.includes('API') ? '401ApiKeyError' : '401Error';
  if (message.includes('403')) return '403Error';
  if (message.includes('409')) return '409Error';
  return 'HTTPRequestError';
}
