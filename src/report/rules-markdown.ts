/** The page that explains every rule, in Markdown: made from the rules themselves, so it cannot say anything else. */
import type { Severity } from '../domain/finding.ts';
import type { Rule } from '../domain/rule.ts';
import { RULES } from '../rules/index.ts';

/** What the rules of one prefix are about, in the order in which a package meets them. */
const GROUPS: readonly (readonly [string, string, string])[] = [
  ['INDEX_', 'The index', 'What may lie in packages-index/.'],
  ['GALLERY_', 'The settings', 'gallery.yaml as a whole.'],
  ['SEVERITY_', 'Severities', 'What `policy.severities` of gallery.yaml may change.'],
  ['YAML_', 'YAML', 'gallery.yaml, keys.yaml and records.'],
  ['RECORD_', 'Records', 'packages/<Id>.yaml: what the gallery says of a package.'],
  ['BLOB_', 'Blobs', 'The archives beside their records.'],
  ['ZIP_', 'Archives', 'A .nupkg that two programs could read differently is refused.'],
  ['PATH_', 'Paths', 'Names of files that are traps on one system or another.'],
  ['XML_', 'XML', 'The nuspec as a text.'],
  ['NUSPEC_', 'The nuspec', 'What packers write beside the manifest.'],
  ['PSD1_', 'Manifests', 'What PowerShell would refuse of a .psd1, and what it would complain of.'],
  ['SCRIPT_', 'Script headers', 'The PSScriptInfo comment of a script.'],
  ['CODE_', 'Code', 'Files of PowerShell, read and never run.'],
  ['HELP_', 'Help', 'Help files in the package.'],
  ['CONTENT_', 'Contents', 'What a package must hold.'],
  ['KIND_', 'Kinds', 'Modules and scripts stay what they are.'],
  ['NAME_', 'Names', 'How a package may be called.'],
  ['ID_', 'Ids', 'One package, one name.'],
  ['VERSION_', 'Versions', 'Which versions there may be.'],
  ['DEPENDENCY_', 'Dependencies', 'What a package needs.'],
  ['META_', 'Metadata', 'What a package says of itself.'],
  ['PACKAGE_', 'Size', 'How large a package may be.'],
  ['PUBLISH_', 'Publishing', 'Who may publish what, and over what.'],
  ['COMPAT_', 'Compatibility', 'What a new version takes away.'],
  ['SECRET_', 'Secrets', 'What must never be published.'],
  ['DEPRECATION_', 'Deprecation', 'What users are told to move on to.'],
  ['PULL_', 'Pull requests', 'What a pull request may hold, and who may open it.'],
  ['FORM_', 'Forms', 'What the answers of an issue form must be.'],
  ['KEY_', 'Keys', 'What a build pipeline may do.'],
  ['OWNERSHIP_', 'Ownership', 'Whose a package is.'],
  ['DOWNLOAD_', 'Downloads', 'Packages that a form or a build pipeline points to.'],
  ['REQUEST_', 'Build pipelines', 'What a build pipeline sends.'],
  ['DEPLOY_', 'Deployment', 'What must be so before a build goes live.'],
  ['PROBE_', 'The live gallery', 'What clients meet after a deployment.'],
];

/** What a gallery has set under policy.severities. */
export type OwnSeverities = Readonly<Record<string, Severity | 'off'>>;

/**
 * @param own  severities of one gallery, for its own page; without them, the page is of all galleries
 * @throws when a rule belongs to no group: then the list above is out of date
 */
export function renderRulesMarkdown(own: OwnSeverities = {}): string {
  const strangers = RULES.filter(({ code }) => !GROUPS.some(([prefix]) => code.startsWith(prefix)));
  if (strangers.length > 0) throw new Error(`no group for ${strangers.map(({ code }) => code).join(', ')}`);
  const groups = GROUPS.flatMap(([prefix, title, about]) => {
    const rules = RULES.filter(({ code }) => code.startsWith(prefix));
    return rules.length === 0 ? [] : [{ title, about, rules }];
  });
  const contents = groups.map(({ title }) => `[${title}](#${title.toLowerCase().replaceAll(' ', '-')})`);
  const sections = groups.map(
    ({ title, about, rules }) =>
      `## ${title}\n\n${plain(about)}\n\n${rules.map((rule) => ruleText(rule, own)).join('\n')}`,
  );
  return `${[HEAD, `${contents.join(' · ')}\n`, ...sections].join('\n').trimEnd()}\n`;
}

/** For a page that has a title of its own, and whose readers do not change the rules. */
export function rulesBody(markdown: string): string {
  return markdown.replace(/^# .*\n+/, '').replace(/<!--[\s\S]*?-->\n+/, '');
}

const HEAD = `# Rules

Every refusal and every warning names one of these rules. Codes are permanent. Of a rule marked *adjustable* a gallery
may change the severity under \`policy.severities\` in gallery.yaml, to \`error\`, \`warning\`, \`note\` or \`off\`; the
others hold for every gallery. A rule marked *review* holds a request to the gallery until a maintainer lets it pass and
says why; on the command line, where nobody reviews, it is a warning. Below each rule stands what it says of an
example, and what to do.

<!-- Written by npm run rules: change the rules in src/rules instead. -->
`;

function ruleText(rule: Rule, own: OwnSeverities): string {
  const { code, title, why, message, remedy, example } = rule;
  return [
    `### ${code}`,
    '',
    `${plain(title)}. *${severityText(rule, own)}*`,
    '',
    plain(why),
    '',
    `> ${plain(message(example))}`,
    '>',
    `> → ${plain(remedy(example))}`,
    '',
  ].join('\n');
}

function severityText(
  { code, severity, isAdjustable = false, isForReview = false }: Rule,
  own: OwnSeverities,
): string {
  if (!isAdjustable) return isForReview ? `${severity}, review` : severity;
  const here = own[code];
  return here === undefined || here === severity
    ? `${severity}, adjustable`
    : `${here} in this gallery; ${severity} in others, adjustable`;
}

/** Text that is no markup, whatever stands in it; but code between back-ticks stays code. */
function plain(text: string): string {
  return text
    .replace(/\n/g, ' ')
    .split(/(`[^`]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(/[\\<*_[\]]/g, '\\$&')))
    .join('');
}
