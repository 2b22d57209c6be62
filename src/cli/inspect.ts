/** `pwshelf inspect`: all that is read from one file, without an index. */
import { basename } from 'node:path';
import { type Finding, hasErrors } from '../domain/finding.ts';
import type { Nupkg } from '../domain/nupkg.ts';
import { packageCommands } from '../domain/package-commands.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import { packageTags } from '../domain/package-tags.ts';
import { openPackage, readPath } from '../io/enter-package.ts';
import { dataToJson } from '../read/data-to-json.ts';
import { readDataFile, readModuleManifest } from '../read/module-manifest.ts';
import { readScriptFileInfo } from '../read/script-file-info.ts';
import { printable } from '../report/printable.ts';
import { tellResult } from './tell.ts';
import { JSON_OPTION, UsageError, type Verb } from './verb.ts';

const WIDEST_LIMITS = { maxEntries: 10_000, maxUnpackedBytes: 512 * 1024 * 1024 };

export const inspectVerb: Verb = {
  name: 'inspect',
  summary: 'show all that is read from a .nupkg, .psd1 or .ps1',
  operands: 'FILE',
  operandCount: { min: 1, max: 1 },
  about: [
    'Opens the file as a gallery does, without running anything, and shows what it says and what is wrong with it.',
  ],
  options: { json: JSON_OPTION },
  examples: [
    ['pwshelf inspect Contoso.Tools.1.2.0.nupkg', 'what a gallery would show of this package'],
    ['pwshelf inspect Contoso.Tools.psd1 --json', 'the whole manifest as JSON, under `data`'],
  ],
  run: async (args, terminal) => {
    const file = args.positionals[0] ?? '';
    const { data, lines, findings } = await inspect(file);
    if (!args.isSet('json')) for (const line of lines) terminal.out(`${printable(line)}\n`);
    const verdict = hasErrors(findings) ? [`${file}: a gallery would refuse it.`] : [];
    return tellResult(args, terminal, findings, { file, ...data }, verdict);
  },
};

interface Inspection {
  readonly data: object;
  readonly lines: readonly string[];
  readonly findings: readonly Finding[];
}

async function inspect(file: string): Promise<Inspection> {
  const bytes = readPath(file);
  const extension = /\.(nupkg|psd1|ps1)$/i.exec(file)?.[1]?.toLowerCase();
  switch (extension) {
    case 'nupkg': {
      const { value, findings } = await openPackage(bytes, file, WIDEST_LIMITS);
      if (!value) return { data: { kind: 'nupkg' }, lines: [], findings };
      return { data: { kind: 'nupkg', ...nupkgJson(value.nupkg) }, lines: nupkgLines(value.nupkg), findings };
    }
    case 'psd1': {
      const { value, findings } = readModuleManifest(bytes, basename(file), { file });
      // A data file that is no manifest still has a value to show.
      const data = value?.data ?? readDataFile(bytes, { file }).value;
      const shown = data && dataToJson(data);
      const lines = shown === undefined ? [] : [JSON.stringify(value?.manifest ?? shown, undefined, 2)];
      return { data: { kind: 'manifest', manifest: value?.manifest, data: shown }, lines, findings };
    }
    case 'ps1': {
      const { value, findings } = readScriptFileInfo(bytes, basename(file), { file });
      if (!value) return { data: { kind: 'script' }, lines: [], findings };
      return {
        data: { kind: 'script', info: value },
        lines: [JSON.stringify(value, undefined, 2)],
        findings,
      };
    }
    default:
      throw new UsageError(`${file} is not a .nupkg, .psd1 or .ps1.`);
  }
}

function nupkgJson(nupkg: Nupkg): object {
  const { nuspecText: _, ...rest } = nupkg;
  return { ...rest, tags: packageTags(nupkg), commands: packageCommands(nupkg) };
}

function nupkgLines(nupkg: Nupkg): readonly string[] {
  const { nuspec, content, sha512, sizeBytes, files } = nupkg;
  const summary = summarizePackage(nupkg);
  const commands = packageCommands(nupkg);
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['id', nuspec.id],
    ['version', nuspec.version],
    ['type', content.kind],
    ['description', summary.description],
    ['author', summary.authors],
    ['guid', summary.guid],
    ['powershell', [summary.powerShellVersion, ...summary.compatiblePSEditions].filter(Boolean).join(', ')],
    ['functions', commands.functions.join(', ')],
    ['cmdlets', commands.cmdlets.join(', ')],
    ['aliases', commands.aliases.join(', ')],
    ['dsc resources', commands.dscResources.join(', ')],
    ['role capabilities', commands.roleCapabilities.join(', ')],
    ['dependencies', nuspec.dependencies.map(({ id, range }) => `${id} ${range}`.trim()).join(', ')],
    ['tags', packageTags(nupkg).join(' ')],
    ['licence', summary.licenseUrl],
    ['project', summary.projectUrl],
    ['files', `${files.length}`],
    ['size', `${sizeBytes} bytes`],
    ['sha512', sha512],
  ];
  return rows.flatMap(([name, value]) => (value ? [`${name.padEnd(18)}${value}`] : []));
}
