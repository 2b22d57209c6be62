/** What the documentation says of the gallery that is being rendered: each placeholder with its text, in Markdown. */
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { repositoryName } from '../domain/repository-name.ts';
import { formatCount, formatSize } from '../report/format-text.ts';
import { CAPABILITY_TITLES } from '../report/package-text.ts';
import { type OwnSeverities, renderRulesMarkdown, rulesBody } from '../report/rules-markdown.ts';
import { RULES } from '../rules/index.ts';
import { FIELD_HELP } from '../search/field-help.ts';
import { CAPABILITY_EXAMPLES } from './docs-capabilities.ts';
import { qualityTable } from './docs-quality.ts';
import { registrationCommands } from './install-commands.ts';
import type { SiteRoutes } from './routes.ts';

export interface DocsValues {
  /** `{{name}}` → its text. */
  readonly texts: ReadonlyMap<string, string>;
  /** `{{#name}}` … `{{/name}}` → whether it is kept. */
  readonly conditions: ReadonlyMap<string, boolean>;
}

/** @param pages  names of all pages, for `{{page.install}}` */
export function docsValues(
  settings: GallerySettings,
  routes: SiteRoutes,
  pages: readonly string[],
): DocsValues {
  const own = ownSeverities(settings.policy);
  const texts = new Map([
    ...pages.map((name): [string, string] => [`page.${name}`, routes.docsPage(name)]),
    ...RULES.map(({ code }): [string, string] => [`rule.${code}`, routes.rule(code)]),
    ...RULES.map((rule): [string, string] => [
      `required.${rule.code}`,
      requiredWord(own[rule.code] ?? rule.severity),
    ]),
    ...addresses(routes),
    ...registration(settings, routes),
    ...ownWords(settings, routes),
    ['qualityTable', qualityTable()] as const,
    ['capabilityRows', capabilityRows()] as const,
    ['searchFields', searchFields(routes)] as const,
    ['rules', rulesBody(renderRulesMarkdown(own))] as const,
  ]);
  const conditions = new Map([
    ['repository', settings.repository !== undefined],
    // Whether queries are answered and packages may be pushed, or files lie there and that is all.
    ['gateway', settings.hosting === 'gateway'],
    ['waits', settings.policy.newPublisherWaitHours > 0],
  ]);
  return { texts, conditions };
}

/** As a package meets them at the door: the policy on licences is a severity in other words. */
function ownSeverities({ license, severities }: GallerySettings['policy']): OwnSeverities {
  return license === 'required' ? severities : { META_LICENSE_MISSING: 'warning', ...severities };
}

/** Whether a field is required, when the lack of it has this severity. */
function requiredWord(severity: OwnSeverities[string]): string {
  return severity === 'error' ? 'yes' : severity === 'warning' ? 'no, with a warning' : 'no';
}

function addresses(routes: SiteRoutes): readonly (readonly [string, string])[] {
  return [
    ['v2Url', routes.v2Url],
    ['v2Source', routes.v2Source],
    ['pushUrl', routes.pushUrl],
    ['v3Url', routes.v3Url],
    ['versionsUrl', routes.versionsUrl],
    ['checksumsUrl', routes.checksumsUrl],
    ['home', routes.home],
    ['packages', routes.packages],
    ['byRecent', routes.packagesBy('recent', 1)],
    ['byQuality', routes.packagesBy('quality', 1)],
    ['commands', routes.commands],
    ['tags', routes.tags],
    ['categories', routes.categories],
    ['profiles', routes.profiles],
    ['statistics', routes.statistics],
    ['atom', routes.atom],
    ['llms', routes.llms],
  ];
}

function registration(settings: GallerySettings, routes: SiteRoutes): readonly (readonly [string, string])[] {
  const commands = registrationCommands(settings, routes);
  const of = (client: string) => commands.find((item) => item.client.startsWith(client))?.command ?? '';
  return [
    ['name', repositoryName(settings.title)],
    ['registerPSResourceGet', of('PSResourceGet')],
    ['registerPowerShellGet2', of('PowerShellGet 2')],
    ['registerDotnet', of('dotnet')],
  ];
}

function ownWords(
  { repository, owners, categories, prefixes, policy }: GallerySettings,
  routes: SiteRoutes,
): readonly (readonly [string, string])[] {
  const repositoryUrl = `https://github.com/${repository ?? ''}`;
  return [
    ['repository', repository ?? ''],
    ['repositoryUrl', repositoryUrl],
    ['cloneUrl', `${repositoryUrl}.git`],
    ['formUrl', `${repositoryUrl}/issues/new?template=`],
    ['waitText', waitText(policy.newPublisherWaitHours)],
    ['maintainers', owners.map((owner) => `[${owner}](https://github.com/${owner})`).join(', ')],
    ['maxPackage', formatSize(policy.maxPackageBytes)],
    ['maxUnpacked', formatSize(policy.maxUnpackedBytes)],
    ['maxEntries', String(policy.maxEntries)],
    ['categoryList', listOf('This gallery has no categories yet.', categories.map(categoryLine(routes)))],
    ['prefixList', listOf('No prefix belongs to anybody here yet.', prefixes.map(prefixLine))],
  ];
}

function waitText(hours: number): string {
  return hours % 24 === 0 ? formatCount(hours / 24, 'day') : formatCount(hours, 'hour');
}

function listOf(whenEmpty: string, lines: readonly string[]): string {
  return lines.length === 0 ? whenEmpty : lines.join('\n');
}

function categoryLine(routes: SiteRoutes) {
  return ({ id, title, description }: GallerySettings['categories'][number]) =>
    `- [${escaped(title)}](${routes.category(id)})${description === '' ? '' : `: ${escaped(description)}`}`;
}

function prefixLine({ pattern, owners }: GallerySettings['prefixes'][number]): string {
  return `- \`${pattern}\`: new ids from ${owners.join(', ')} only`;
}

function capabilityRows(): string {
  return Object.entries(CAPABILITY_TITLES)
    .map(([kind, title]) => `| ${title} | ${CAPABILITY_EXAMPLES[kind as keyof typeof CAPABILITY_EXAMPLES]} |`)
    .join('\n');
}

function searchFields(routes: SiteRoutes): string {
  return Object.values(FIELD_HELP)
    .map(({ help, example }) => `| [\`${example}\`](${routes.search(example)}) | ${help} |`)
    .join('\n');
}

/** Settings are text; what would be markup in them is none. */
function escaped(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|&~]/g, '\\$&');
}
