/** The commands that a package is known to bring, by kind, as its manifest or script lists them. */
import type { Nupkg } from './nupkg.ts';

export interface PackageCommands {
  readonly functions: readonly string[];
  readonly cmdlets: readonly string[];
  readonly aliases: readonly string[];
  readonly dscResources: readonly string[];
  readonly roleCapabilities: readonly string[];
  readonly workflows: readonly string[];
}

export function packageCommands(nupkg: Nupkg): PackageCommands {
  const { content, roleCapabilities } = nupkg;
  if (content.kind === 'script') {
    return {
      functions: content.info.functions,
      cmdlets: [],
      aliases: [],
      dscResources: [],
      roleCapabilities: [],
      workflows: content.info.workflows,
    };
  }
  const { manifest } = content;
  return {
    functions: manifest.functionsToExport.names,
    cmdlets: manifest.cmdletsToExport.names,
    aliases: manifest.aliasesToExport.names,
    dscResources: manifest.dscResourcesToExport.names,
    roleCapabilities,
    workflows: [],
  };
}
