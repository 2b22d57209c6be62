/**
 * The tags that PowerShell's clients search by. Publish-Module writes them into the nuspec; newer publishers do
 * not, so the feed makes them from what the package itself lists, and joins them with the author's own.
 */
import type { PackageContent } from './nupkg.ts';
import type { CommandKind, PackageCommand } from './package-commands.ts';

/** As much of a package as its tags are made from: one that is being packed has no more. */
export interface TaggedPackage {
  readonly nuspec: { readonly tags: readonly string[] };
  readonly content: PackageContent;
  readonly commands: readonly PackageCommand[];
}

/** The author's tags first, then those made from the package; without repeats, ignoring case. */
export function packageTags(nupkg: TaggedPackage): readonly string[] {
  const { content, nuspec } = nupkg;
  const own = content.kind === 'module' ? content.manifest.tags : content.info.tags;
  const words = [...nuspec.tags, ...own].flatMap((tag) => tag.split(BETWEEN_TAGS));
  return withoutRepeats([...words, ...derivedTags(nupkg)]);
}

/** Tags are one text where they are published: 'two words' has always arrived as two tags. */
const BETWEEN_TAGS = /[\s,;]+/;

/** Tags that clients search by; a reader finds the same under commands and editions. */
const CLIENT_TAG =
  /^PS(?:Module|Script|Includes_|Cmdlet_|Function_|Command_|Workflow_|DscResource_|RoleCapability_|Edition_)/i;

/** Those that people chose, of all tags of a package. */
export function authorTags(tags: readonly string[]): readonly string[] {
  return tags.filter((tag) => !CLIENT_TAG.test(tag));
}

function derivedTags(nupkg: TaggedPackage): readonly string[] {
  const { content, commands } = nupkg;
  const tags = [content.kind === 'module' ? 'PSModule' : 'PSScript'];
  const add = (tag: string, kind: CommandKind, isCommand: boolean) => {
    // With a prefix, some search by what they type and some by what the manifest says.
    const names = commands
      .filter((command) => command.kind === kind)
      .flatMap(({ name, definedName }) => (definedName === undefined ? [name] : [name, definedName]));
    if (names.length > 0) tags.push(`PSIncludes_${tag}`);
    for (const name of names) tags.push(`PS${tag}_${name}`);
    if (isCommand) for (const name of names) tags.push(`PSCommand_${name}`);
  };
  add('Cmdlet', 'cmdlet', true);
  add('Function', 'function', true);
  add('Workflow', 'workflow', true);
  // An alias is a command like any other to Publish-Module, and of no kind.
  for (const { kind, name } of commands) if (kind === 'alias') tags.push(`PSCommand_${name}`);
  add('DscResource', 'dsc-resource', false);
  add('RoleCapability', 'role-capability', false);
  const editions =
    content.kind === 'module' ? content.manifest.compatiblePSEditions : content.info.compatiblePSEditions;
  for (const edition of editions) tags.push(`PSEdition_${edition}`);
  return tags;
}

function withoutRepeats(tags: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const tag of tags) {
    const key = tag.toLowerCase();
    // A name with white space would fall apart in V2, where tags are one text with spaces between.
    if (tag === '' || seen.has(key) || /\s/.test(tag)) continue;
    seen.add(key);
    kept.push(tag);
  }
  return kept;
}
