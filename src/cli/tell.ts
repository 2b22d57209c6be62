/** How verbs tell findings: as JSON on stdout or as sentences on stderr, and the exit code that follows. */
import { type Finding, hasErrors } from '../domain/finding.ts';
import { formatAnnotations } from '../report/annotations.ts';
import { findingJson } from '../report/finding-json.ts';
import { formatFindings } from '../report/terminal-text.ts';
import type { Terminal } from './terminal.ts';
import type { ExitCode, VerbArguments } from './verb.ts';

/**
 * @param data  what `--json` prints beside the findings
 * @param lines  what is said to people after the findings
 */
export function tellResult(
  args: VerbArguments,
  terminal: Terminal,
  findings: readonly Finding[],
  data: object,
  lines: readonly string[],
): ExitCode {
  if (args.isSet('json')) {
    terminal.out(`${JSON.stringify({ ...data, findings: findings.map(findingJson) }, undefined, 2)}\n`);
  } else tellFindings(terminal, findings);
  for (const line of lines) terminal.say(line);
  return hasErrors(findings) ? 1 : 0;
}

export function tellFindings(terminal: Terminal, findings: readonly Finding[]): void {
  const text = formatFindings(findings, terminal.errStyle);
  if (text !== '') terminal.say(text);
  // The runner of GitHub Actions reads these from what a step prints.
  if (process.env['GITHUB_ACTIONS'] === 'true' && findings.length > 0) {
    terminal.say(formatAnnotations(findings).trimEnd());
  }
}
