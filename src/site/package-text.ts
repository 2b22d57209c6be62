/** A package as plain Markdown, and the gallery as a list of packages: for programs that read text. */
import { type Gallery, isPackageListed, type Package, shownVersion } from '../domain/gallery.ts';
import type { PackageDocs } from '../domain/package-docs.ts';
import { installCommands, registrationCommands } from './install-commands.ts';
import { dependencyViews, packageFacts } from './package-view.ts';
import type { SiteRoutes } from './routes.ts';

/** See https://llmstxt.org for the form. */
export function renderGalleryText(gallery: Gallery, routes: SiteRoutes): string {
  const { title, description } = gallery.settings;
  const packages = gallery.packages.filter(isPackageListed).map((item) => {
    const version = shownVersion(item);
    const address = routes.absolute(routes.packageMarkdown(item.id));
    return `- [${item.id}](${address}): ${oneLine(packageFacts(version).synopsis)}`;
  });
  return [
    `# ${oneLine(title)}`,
    '',
    `> ${oneLine(description)}`,
    '',
    'A gallery of PowerShell packages. Register it once:',
    '',
    ...registrationCommands(gallery.settings, routes).map(
      ({ client, command }) => `- ${client}: \`${command}\``,
    ),
    '',
    '## Packages',
    '',
    ...packages,
    '',
  ].join('\n');
}

export function renderPackageText(
  owner: Package,
  docs: PackageDocs,
  gallery: Gallery,
  routes: SiteRoutes,
): string {
  const item = shownVersion(owner);
  const facts = packageFacts(item);
  const commands = docs.commands.filter(({ kind }) => kind !== 'alias');
  const dependencies = dependencyViews(item, gallery);
  return [
    `# ${item.id} ${item.version.original}`,
    '',
    facts.description,
    '',
    '## Install',
    '',
    ...installCommands(item, gallery.settings.title, item.isLatest).map(
      ({ client, command }) => `- ${client}: \`${command}\``,
    ),
    ...section(
      'Commands',
      commands.map(
        ({ name, help }) =>
          `- \`${name}\`${help?.synopsis === undefined ? '' : `: ${oneLine(help.synopsis)}`}`,
      ),
    ),
    ...section(
      'Dependencies',
      dependencies.map(({ id, range }) => `- ${id} ${range}`.trimEnd()),
    ),
    ...section('Facts', [
      `- Kind: ${item.kind}`,
      `- Published: ${item.publishedAt.slice(0, 10)} by ${item.publisher}`,
      ...(docs.license.spdxId === undefined ? [] : [`- Licence: ${docs.license.spdxId}`]),
      ...(facts.powerShell === undefined ? [] : [`- PowerShell: ${facts.powerShell} or later`]),
      `- Page: ${routes.absolute(routes.package(item.id))}`,
    ]),
    '',
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
