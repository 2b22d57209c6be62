/**
 * The tags that PowerShell's clients search by. Publish-Module writes them into the nuspec; newer publishers do
 * not, so the feed makes them from what the package itself lists, and joins them with the author's own.
 */
import type { Nupkg } from './nupkg.ts';
import { packageCommands } from './package-commands.ts';

/** The author's tags first, then those made from the package; without repeats, ignoring case. */
export function packageTags(nupkg: Nupkg): readonly string[] {
  const { content, nuspec } = nupkg;
  const own = content.kind === 'module' ? content.manifest.tags : content.info.tags;
  return withoutRepeats([...nuspec.tags, ...own, ...derivedTags(nupkg)]);
}

function derivedTags(nupkg: Nupkg): readonly string[] {
  const { content } = nupkg;
  const commands = packageCommands(nupkg);
  const tags = [content.kind === 'module' ? 'PSModule' : 'PSScript'];
  const add = (kind: string, names: readonly string[]) => {
    if (names.length > 0) tags.push(`PSIncludes_${kind}`);
    for (const name of names) tags.push(`PS${kind}_${name}`);
    if (kind === 'Cmdlet' || kind === 'Function' || kind === 'Workflow') {
      for (const name of names) tags.push(`PSCommand_${name}`);
    }
  };
  add('Cmdlet', commands.cmdlets);
  add('Function', commands.functions);
  add('Workflow', commands.workflows);
  add('DscResource', commands.dscResources);
  add('RoleCapability', commands.roleCapabilities);
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
    // A tag with white space would fall apart in V2, where tags are one text with spaces between.
    if (tag === '' || seen.has(key) || /\s/.test(tag)) continue;
    seen.add(key);
    kept.push(tag);
  }
  return kept;
}
