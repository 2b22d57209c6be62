/** The criteria of quality as a table: weights from the criteria themselves, and for each how all of its points are earned. */
import { QUALITY_CRITERIA } from '../domain/quality.ts';

/** By the id of the criterion. */
const HOW_TO_EARN: Readonly<Record<string, string>> = {
  description: 'Two or three sentences, at least 80 characters.',
  readme: '`README.md` beside the manifest. Modules only.',
  license:
    'The unchanged text of a common licence in `LICENSE`, or its well-known address. Any other is half.',
  project: 'An http or https address in `ProjectUri`.',
  tags: 'At least three tags of your own.',
  help: 'A synopsis or a description for every function, cmdlet and workflow, in the code or in a help file.',
  parameters: 'A description of every parameter.',
  examples: 'An example for every command.',
  exports:
    '`FunctionsToExport`, `CmdletsToExport` and `AliasesToExport` list names or are `@()`. Modules only.',
  versioning: 'MAJOR.MINOR.PATCH, such as 1.2.0.',
  signed: 'Script files that carry a signature.',
  editions: '`PowerShellVersion` is half, `CompatiblePSEditions` the other half.',
  'release-notes': '`ReleaseNotes`, or `CHANGELOG.md` beside the manifest.',
};

/** @throws when a criterion is not explained here: then the table above is out of date */
export function qualityTable(): string {
  const rows = QUALITY_CRITERIA.map(({ id, title, weight }) => {
    const how = HOW_TO_EARN[id];
    if (how === undefined) throw new Error(`the documentation does not say how to earn ${id}`);
    return `| ${title} | ${weight === 0 ? 'noted' : weight} | ${how} |`;
  });
  return ['| criterion | points | how to earn them |', '|---|---:|---|', ...rows].join('\n');
}
