/** Documentation of a version without a package: commands and the names of their parameters. */
import type { CommandParameter } from '../../src/domain/command-help.ts';
import { type NuGetVersion, parseNuGetVersion } from '../../src/domain/nuget-version.ts';
import type { DocumentedCommand, PackageDocs } from '../../src/domain/package-docs.ts';

export const NO_DOCS: PackageDocs = {
  commands: [],
  topics: [],
  license: { spdxId: undefined, path: undefined },
  changelogPath: undefined,
  capabilities: [],
  code: { scriptCount: 0, signedCount: 0, assemblyCount: 0 },
};

/** @param commands  name → parameters, `Name|Alias` */
export function documentedVersion(
  text: string,
  commands: Readonly<Record<string, readonly string[]>>,
): { readonly version: NuGetVersion; readonly docs: PackageDocs } {
  const version = parseNuGetVersion(text);
  if (!version.ok) throw new Error(`${text} is no version`);
  return {
    version: version.value,
    docs: { ...NO_DOCS, commands: Object.entries(commands).map(makeCommand) },
  };
}

export function makeCommand([name, parameters]: readonly [string, readonly string[]]): DocumentedCommand {
  return {
    kind: 'function',
    name,
    known: 'manifest',
    definition: { path: 'a.psm1', line: 1 },
    target: undefined,
    aliases: [],
    help: {
      origin: 'code',
      path: 'a.psm1',
      synopsis: undefined,
      description: undefined,
      syntax: [name],
      parameters: parameters.map(makeParameter),
      inputs: [],
      outputs: [],
      examples: [],
      notes: undefined,
      links: [],
    },
  };
}

function makeParameter(text: string): CommandParameter {
  const [name = '', ...aliases] = text.split('|');
  return {
    name,
    type: 'string',
    description: undefined,
    isMandatory: false,
    position: undefined,
    pipeline: [],
    acceptsWildcards: false,
    aliases,
    defaultValue: undefined,
    validValues: [],
    parameterSets: [],
  };
}
