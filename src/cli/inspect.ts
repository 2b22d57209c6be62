/** `pwshelf inspect`: all that is read from one file, without an index. */
import { basename } from 'node:path';
import { type Finding, hasErrors } from '../domain/finding.ts';
import { packageTags } from '../domain/package-tags.ts';
import { type EnteredPackage, openPackage, readPath } from '../io/enter-package.ts';
import { dataToJson } from '../read/data-to-json.ts';
import { checkManifest } from '../read/manifest-check.ts';
import { checkManifestLanguage } from '../read/manifest-language.ts';
import { readDataFile, readModuleManifest } from '../read/module-manifest.ts';
import { readScriptFileInfo } from '../read/script-file-info.ts';
import { withSourceLines } from '../read/source-line.ts';
import { decodePowerShell } from '../read/text-encoding.ts';
import { formatPackage } from '../report/package-text.ts';
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
      const lines = formatPackage(value.nupkg, value.docs);
      return { data: { kind: 'nupkg', ...nupkgJson(value) }, lines, findings };
    }
    case 'psd1': {
      const { value, findings } = readModuleManifest(bytes, basename(file), { file });
      // A data file that is no manifest still has a value to show.
      const data = value?.data ?? readDataFile(bytes, { file }).value;
      const shown = data && dataToJson(data);
      const lines = shown === undefined ? [] : [JSON.stringify(value?.manifest ?? shown, undefined, 2)];
      // A data file may have any keys; a manifest is one by its version.
      const checked = value
        ? [
            ...checkManifest(value.data, { file }),
            ...checkManifestLanguage(decodePowerShell(bytes), { file }),
          ]
        : [];
      const all = [...findings, ...withSourceLines(checked, decodePowerShell(bytes))];
      return { data: { kind: 'manifest', manifest: value?.manifest, data: shown }, lines, findings: all };
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

function nupkgJson({ nupkg, docs }: EnteredPackage): object {
  const { nuspecText: _, ...rest } = nupkg;
  const { docs: documented, quality } = docs;
  return { ...rest, tags: packageTags(nupkg), ...documented, quality };
}
