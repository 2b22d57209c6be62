/** README.md of a new gallery: how to install from it, and how to publish to it. */
import { repositoryName } from '../domain/repository-name.ts';
import type { NewGallerySettings } from './new-gallery.ts';

export function newGalleryReadme(settings: NewGallerySettings): string {
  const { title, description, siteUrl, repository, owners } = settings;
  const github = `https://github.com/${repository}`;
  const name = repositoryName(title);
  return `# ${title}

${description}

Browse it at ${siteUrl}.

## Install from it

Register it once:

| client | |
|---|---|
| PSResourceGet (PowerShell 7.4 and later) | \`Register-PSResourceRepository -Name ${name} -Uri ${siteUrl}v3/index.json -Trusted\` |
| PowerShellGet 2 (Windows PowerShell 5.1) | \`Register-PSRepository -Name ${name} -SourceLocation ${siteUrl}api/v2/ -InstallationPolicy Trusted\` |
| dotnet, nuget | \`dotnet nuget add source ${siteUrl}v3/index.json --name ${name}\` |

Then \`Install-PSResource\`, \`Install-Module\`, \`Save-Script\` and \`dotnet add package\` work as with any other gallery.

## Publish to it

- Without git: fill in [the form](${github}/issues/new?template=publish.yml) and attach the \`.nupkg\`.
- With git: put the \`.nupkg\` into \`packages-index/blobs/\`, or the source of a module into \`packages-index/incoming/\`, and
  open [a pull request](${github}/compare).

A comment tells within minutes whether it is accepted, or what to mend. Other forms [unlist a version, change owners, or
report a package](${github}/issues/new/choose).

Kept by ${owners.map((owner) => `[${owner}](https://github.com/${owner})`).join(', ')}, with
[pwshelf](https://github.com/pwshelf/pwshelf).
`;
}
