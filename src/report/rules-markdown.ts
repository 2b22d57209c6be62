/** The page that explains every rule, in Markdown: made from the rules themselves, so it cannot say anything else. */
import type { Rule } from '../domain/rule.ts';
import { RULES } from '../rules/index.ts';

/** What the rules of one prefix are about, in the order in which a package meets them. */
const GROUPS: readonly (readonly [string, string, string])[] = [
  ['INDEX_', 'The index', 'What may lie in packages-index/.'],
  ['GALLERY_', 'The settings', 'gallery.yaml as a whole.'],
  ['SEVERITY_', 'Severities', 'What `policy.severities` of gallery.yaml may change.'],
  ['YAML_', 'YAML', 'gallery.yaml and records.'],
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
  ['CONTENT_', 'Content', 'What a package must hold.'],
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
];

/** @throws when a rule belongs to no group: then the list above is out of date */
export function renderRulesMarkdown(): string {
  const strangers = RULES.filter(({ code }) => !GROUPS.some(([prefix]) => code.startsWith(prefix)));
  if (strangers.length > 0) throw new Error(`no group for ${strangers.map(({ code }) => code).join(', ')}`);
  const groups = GROUPS.map(([prefix, title, about]) => {
    const rules = RULES.filter(({ code }) => code.startsWith(prefix));
    return rules.length === 0 ? '' : `## ${title}\n\n${about}\n\n${rules.map(ruleText).join('\n')}`;
  });
  return `${[HEAD, ...groups.filter((text) => text !== '')].join('\n').trimEnd()}\n`;
}

const HEAD = `# Rules

Every refusal and every warning names one of these rules. Codes are permanent. Of a rule marked *adjustable* a gallery
may change the severity under \`policy.severities\` in gallery.yaml, to \`error\`, \`warning\`, \`note\` or \`off\`; the
others hold for every gallery.

<!-- Written by npm run rules: change the rules in src/rules instead. -->
`;

function ruleText(rule: Rule): string {
  const { code, severity, isAdjustable = false, title, why, message, remedy, example } = rule;
  return [
    `### ${code}`,
    '',
    `${title}. *${severity}${isAdjustable ? ', adjustable' : ''}*`,
    '',
    why,
    '',
    `> ${quoted(message(example))}`,
    '>',
    `> → ${quoted(remedy(example))}`,
    '',
  ].join('\n');
}

/** Angle brackets and stars in a sentence are no markup. */
function quoted(sentence: string): string {
  return sentence.replace(/\n/g, ' ').replace(/[<*_[\]]/g, (character) => `\\${character}`);
}
