/** The help files of a package, MAML and platyPS Markdown, by the command that they are about. */
import type { CommandHelp } from '../domain/command-help.ts';
import type { Finding } from '../domain/finding.ts';
import { findingOf } from '../domain/rule.ts';
import { helpUnreadable } from '../rules/help-unreadable.ts';
import { readMamlHelp } from './help/maml-help.ts';
import { readPlatypsHelp } from './help/platyps-help.ts';
import type { PackageFiles } from './package-source.ts';

export interface HelpFiles {
  /** By lower-cased name of the command. */
  readonly maml: ReadonlyMap<string, CommandHelp>;
  readonly markdown: ReadonlyMap<string, CommandHelp>;
  readonly findings: readonly Finding[];
}

const MAML = /-help\.xml$/i;
/** A name that .EXTERNALHELP gives too; such a file may be about anything. */
const MAYBE_MAML = /(?:^|\/)help\.xml$/i;
/** Only these can be help of a command: a README has no hyphen between verb and noun. */
const MARKDOWN = /(?:^|\/)[A-Za-z]+-[\w]+\.md$/;
const MAX_HELP_FILES = 5000;
/** Characters of all of them: what a parameter is like is YAML, which is slow to read. */
const MAX_MARKDOWN = 16 * 1024 * 1024;

export function readHelpFiles(files: PackageFiles, file: string): HelpFiles {
  const findings: Finding[] = [];
  const maml = new Map<string, CommandHelp>();
  // English first: the culture of most readers, and the one that PowerShell falls back to.
  for (const path of files.paths.filter((path) => MAML.test(path) || MAYBE_MAML.test(path)).sort(byCulture)) {
    const text = files.text(path);
    const read = text === undefined ? undefined : readMamlHelp(text, path);
    if (read && !read.ok && MAML.test(path))
      findings.push(findingOf(helpUnreadable, { file, entry: path }, { problem: read.problem }));
    for (const { name, help } of read?.ok ? read.value : []) add(maml, name, help);
  }
  const markdown = new Map<string, CommandHelp>();
  let left = MAX_MARKDOWN;
  for (const path of files.paths.filter((path) => MARKDOWN.test(path)).slice(0, MAX_HELP_FILES)) {
    const text = files.text(path);
    left -= text?.length ?? 0;
    if (left < 0) {
      const problem = `is of more help in Markdown than the ${MAX_MARKDOWN} characters that are read`;
      findings.push(findingOf(helpUnreadable, { file, entry: path }, { problem }));
      break;
    }
    const found = text === undefined ? undefined : readPlatypsHelp(text, path);
    if (found) add(markdown, found.name, found);
  }
  return { maml, markdown, findings };
}

function add(to: Map<string, CommandHelp>, name: string, help: CommandHelp): void {
  const key = name.toLowerCase();
  if (!to.has(key)) to.set(key, help);
}

function byCulture(a: string, b: string): number {
  const rank = (path: string) => (/(?:^|\/)en-us\//i.test(path) ? 0 : /(?:^|\/)en\//i.test(path) ? 1 : 2);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
