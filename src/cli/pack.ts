/** `pwshelf pack`: a module folder or a script → .nupkg. */
import { join } from 'node:path';
import { blobName } from '../domain/blob-name.ts';
import type { Finding } from '../domain/finding.ts';
import { hasErrors } from '../domain/finding.ts';
import { openPackage, packPath } from '../io/enter-package.ts';
import { writeAtomic } from '../io/write-atomic.ts';
import { tellResult } from './tell.ts';
import { DRY_RUN_OPTION, JSON_OPTION, type Verb } from './verb.ts';

/** A gallery may accept less; publish tells. */
const WIDEST_LIMITS = { maxEntries: 10_000, maxUnpackedBytes: 512 * 1024 * 1024 };

export const packVerb: Verb = {
  name: 'pack',
  summary: 'make a .nupkg of a module folder or a script',
  operands: 'PATH…',
  operandCount: { min: 1, max: 1000 },
  about: [
    'Writes the nuspec, tags and dependencies from the manifest or the script header, as Publish-Module does. The same\n' +
      'files give the same bytes. Nothing of the module is run, and no PowerShell is needed.',
  ],
  options: {
    out: { value: 'DIR', help: 'where to write <Id>.<Version>.nupkg (default: the current folder)' },
    'dry-run': DRY_RUN_OPTION,
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf pack ./Contoso.Tools --out out', 'out/Contoso.Tools.1.2.0.nupkg'],
    ['pwshelf pack ./Get-Report.ps1', 'a script'],
  ],
  run: async (args, terminal) => {
    const findings: Finding[] = [];
    const packed: { readonly name: string; readonly bytes: Uint8Array }[] = [];
    for (const path of args.positionals) {
      const made = await packPath(path);
      findings.push(...made.findings);
      if (!made.value) continue;
      const opened = await openPackage(made.value.bytes, path, WIDEST_LIMITS);
      findings.push(
        ...opened.findings.filter((finding) => !findings.some((other) => isSame(finding, other))),
      );
      packed.push({ name: blobName(made.value.id, made.value.version), bytes: made.value.bytes });
    }
    const isWritten = !hasErrors(findings) && !args.isSet('dry-run');
    const paths = packed.map(({ name }) => join(args.text('out') ?? '.', name));
    if (isWritten) for (const [index, { bytes }] of packed.entries()) writeAtomic(paths[index] ?? '', bytes);
    const lines = isWritten ? paths.map((path) => `packed ${path}`) : ['Nothing was written.'];
    return tellResult(args, terminal, findings, { packed: isWritten ? paths : [] }, lines);
  },
};

/** The manifest was read once to be packed and once again in the archive. */
function isSame(a: Finding, b: Finding): boolean {
  return (
    a.code === b.code && a.place.line === b.place.line && JSON.stringify(a.args) === JSON.stringify(b.args)
  );
}
