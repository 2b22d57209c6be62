/**
 * How well a version is made for those who use it: documented criteria with weights, each with what was found and how
 * to do better. A pure function of what was read; search ranks by its score, the page shows the report.
 */
import { absoluteHttpUrl } from './absolute-url.ts';
import type { Nupkg } from './nupkg.ts';
import type { PackageDocs } from './package-docs.ts';
import { readmeFile } from './package-files.ts';
import { summarizePackage } from './package-summary.ts';

export interface QualityReport {
  /** 0 to 100: the weighted share of what could be earned. */
  readonly score: number;
  readonly criteria: readonly QualityResult[];
}

export interface QualityResult {
  /** Permanent, lower case with hyphens. */
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  /** 0 to 1. */
  readonly share: number;
  /** What was found. */
  readonly found: string;
  /** How to improve; undefined when there is nothing left to do. */
  readonly remedy: string | undefined;
}

export interface QualityFacts {
  readonly nupkg: Nupkg;
  readonly docs: PackageDocs;
}

interface Criterion {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly appliesTo: (facts: QualityFacts) => boolean;
  readonly judge: (facts: QualityFacts) => Judgement;
}

interface Judgement {
  readonly share: number;
  readonly found: string;
  readonly remedy?: string;
}

export function judgeQuality(facts: QualityFacts): QualityReport {
  const criteria = QUALITY_CRITERIA.filter(({ appliesTo }) => appliesTo(facts)).map(
    ({ id, title, weight, judge }): QualityResult => {
      const { share, found, remedy } = judge(facts);
      return { id, title, weight, share, found, remedy: share >= 1 ? undefined : remedy };
    },
  );
  const possible = criteria.reduce((sum, { weight }) => sum + weight, 0);
  const earned = criteria.reduce((sum, { weight, share }) => sum + weight * share, 0);
  return { score: possible === 0 ? 0 : Math.round((100 * earned) / possible), criteria };
}

const LONG_DESCRIPTION = 80;
const ENOUGH_TAGS = 3;

const isModule = ({ nupkg }: QualityFacts) => nupkg.content.kind === 'module';
const always = () => true;
const hasCommands = (facts: QualityFacts) => helpable(facts).length > 0;

/** The weights add up to 100 for a module with commands. */
export const QUALITY_CRITERIA: readonly Criterion[] = [
  {
    id: 'description',
    title: 'A description that says what it does',
    weight: 10,
    appliesTo: always,
    judge: ({ nupkg }) => {
      const length = summarizePackage(nupkg).description.trim().length;
      return {
        share: Math.min(1, length / LONG_DESCRIPTION),
        found: length === 0 ? 'No description.' : `${length} characters.`,
        remedy: `Write two or three sentences, at least ${LONG_DESCRIPTION} characters: what it is for, and for whom.`,
      };
    },
  },
  {
    id: 'readme',
    title: 'A README in the package',
    weight: 10,
    appliesTo: isModule,
    judge: ({ nupkg }) => {
      const path = readmeFile(nupkg);
      return {
        share: path === undefined ? 0 : 1,
        found: path ?? 'None in the root of the package.',
        remedy: 'Put README.md beside the manifest: the page of the package shows it.',
      };
    },
  },
  {
    id: 'license',
    title: 'A licence that is known by name',
    weight: 10,
    appliesTo: always,
    judge: ({ nupkg, docs }) => {
      const { spdxId, path } = docs.license;
      const url = summarizePackage(nupkg).licenseUrl;
      const found = spdxId ?? (path !== undefined ? `${path}, of an unknown licence.` : (url ?? 'None.'));
      return {
        share: spdxId !== undefined ? 1 : path !== undefined || url !== undefined ? 0.5 : 0,
        found,
        remedy:
          'Put the text of a common licence into LICENSE in the root of the package, without changing it.',
      };
    },
  },
  {
    id: 'project',
    title: 'A project address',
    weight: 5,
    appliesTo: always,
    judge: ({ nupkg }) => {
      const url = absoluteHttpUrl(summarizePackage(nupkg).projectUrl);
      return {
        share: url === undefined ? 0 : 1,
        found: url ?? 'None.',
        remedy: 'Set ProjectUri, so that users find the source and can report problems.',
      };
    },
  },
  {
    id: 'tags',
    title: 'Tags to be found by',
    weight: 5,
    appliesTo: always,
    judge: ({ nupkg: { content } }) => {
      const count = (content.kind === 'module' ? content.manifest.tags : content.info.tags).length;
      return {
        share: Math.min(1, count / ENOUGH_TAGS),
        found: count === 0 ? 'None.' : `${count}.`,
        remedy: `Set at least ${ENOUGH_TAGS} tags: the product, the task, the platform.`,
      };
    },
  },
  {
    id: 'help',
    title: 'Help for every command',
    weight: 20,
    appliesTo: hasCommands,
    judge: (facts) => {
      const commands = helpable(facts);
      const written = commands.filter(
        ({ help }) => help?.synopsis !== undefined || help?.description !== undefined,
      );
      return {
        ...shareOf(written.length, commands.length, 'commands have a synopsis or a description'),
        remedy: `Write .SYNOPSIS and .DESCRIPTION for ${missing(commands, written)}.`,
      };
    },
  },
  {
    id: 'parameters',
    title: 'Every parameter described',
    weight: 5,
    appliesTo: (facts) => helpable(facts).some(({ help }) => (help?.parameters.length ?? 0) > 0),
    judge: (facts) => {
      const all = helpable(facts).flatMap(({ help }) => help?.parameters ?? []);
      const described = all.filter(({ description }) => description !== undefined);
      return {
        ...shareOf(described.length, all.length, 'parameters are described'),
        remedy: 'Add .PARAMETER for the others, or a comment above each in the param block.',
      };
    },
  },
  {
    id: 'examples',
    title: 'An example for every command',
    weight: 10,
    appliesTo: hasCommands,
    judge: (facts) => {
      const commands = helpable(facts);
      const shown = commands.filter(({ help }) => (help?.examples.length ?? 0) > 0);
      return {
        ...shareOf(shown.length, commands.length, 'commands have an example'),
        remedy: `Add .EXAMPLE to ${missing(commands, shown)}.`,
      };
    },
  },
  {
    id: 'exports',
    title: 'Exports listed in the manifest',
    weight: 10,
    appliesTo: isModule,
    judge: ({ nupkg: { content } }) => {
      if (content.kind !== 'module') return { share: 1, found: '' };
      const { functionsToExport, cmdletsToExport, aliasesToExport } = content.manifest;
      const lists = {
        FunctionsToExport: functionsToExport,
        CmdletsToExport: cmdletsToExport,
        AliasesToExport: aliasesToExport,
      };
      const open = Object.entries(lists).flatMap(([name, list]) => (list.isExplicit ? [] : [name]));
      return {
        share: 1 - open.length / 3,
        found: open.length === 0 ? 'All three lists are explicit.' : `${open.join(', ')} left open.`,
        remedy: 'List the names, or @() for none: PowerShell then finds commands without loading the module.',
      };
    },
  },
  {
    id: 'versioning',
    title: 'A semantic version',
    weight: 5,
    appliesTo: always,
    judge: ({ nupkg: { nuspec } }) => {
      const isSemantic = /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(nuspec.version);
      return {
        share: isSemantic ? 1 : 0,
        found: `${nuspec.version}.`,
        remedy:
          'Number versions MAJOR.MINOR.PATCH: users see what may break, and prereleases need three parts.',
      };
    },
  },
  {
    id: 'signed',
    title: 'Signed files',
    // Noted, not judged: whether a signature is valid only Windows can tell.
    weight: 0,
    appliesTo: ({ docs }) => docs.code.scriptCount > 0,
    judge: ({ docs: { code } }) =>
      shareOf(code.signedCount, code.scriptCount, 'script files carry a signature'),
  },
  {
    id: 'editions',
    title: 'Editions and lowest version declared',
    weight: 5,
    appliesTo: always,
    judge: ({ nupkg }) => {
      const { powerShellVersion, compatiblePSEditions } = summarizePackage(nupkg);
      const share =
        (powerShellVersion === undefined ? 0 : 0.5) + (compatiblePSEditions.length === 0 ? 0 : 0.5);
      return {
        share,
        found: [powerShellVersion, ...compatiblePSEditions].filter(Boolean).join(', ') || 'Neither.',
        remedy: 'Set PowerShellVersion and CompatiblePSEditions: clients and users filter by them.',
      };
    },
  },
  {
    id: 'release-notes',
    title: 'Release notes',
    weight: 5,
    appliesTo: always,
    judge: ({ nupkg, docs }) => {
      const notes = summarizePackage(nupkg).releaseNotes;
      const isThere = notes !== undefined || docs.changelogPath !== undefined;
      return {
        share: isThere ? 1 : 0,
        found: notes !== undefined ? 'In the package.' : (docs.changelogPath ?? 'None.'),
        remedy: 'Set ReleaseNotes, or put CHANGELOG.md beside the manifest.',
      };
    },
  },
];

/** What Get-Help can be asked about; of a script only itself, its functions are its own business. */
function helpable({ nupkg, docs }: QualityFacts) {
  if (nupkg.content.kind === 'script') return docs.commands.filter(({ kind }) => kind === 'script');
  return docs.commands.filter(
    ({ kind }) => kind !== 'alias' && kind !== 'role-capability' && kind !== 'dsc-resource',
  );
}

function shareOf(count: number, total: number, what: string): Judgement {
  return { share: total === 0 ? 1 : count / total, found: `${count} of ${total} ${what}.` };
}

const NAMES_SHOWN = 3;

function missing(
  all: readonly { readonly name: string }[],
  having: readonly { readonly name: string }[],
): string {
  const names = all.filter((item) => !having.includes(item)).map(({ name }) => name);
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(', ') + (more > 0 ? ` and ${more} more` : '');
}
