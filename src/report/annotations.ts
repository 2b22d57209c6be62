/** Findings as workflow commands of GitHub Actions: each shows beside its line in the files of a pull request. */
import type { Finding, Severity } from '../domain/finding.ts';
import { findingText } from './finding-text.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/** One line each; GitHub shows the first ten of a kind in a step, and keeps all of them in its log. */
export function formatAnnotations(findings: readonly Finding[]): string {
  return findings.map(annotation).join('');
}

/** The same for what somebody else found, of which there is no more than words. */
export function formatErrorAnnotation(code: string, text: string): string {
  return `::error title=${property(code)}::${data(text)}`;
}

function annotation(finding: Finding): string {
  const { message, remedy, place } = findingText(finding);
  const { file, entry, line, column } = finding.place;
  const properties = [
    `file=${property(file)}`,
    // A line inside an archive is no line of a file that GitHub could show.
    ...(entry === undefined && line !== undefined ? [`line=${line}`] : []),
    ...(entry === undefined && column !== undefined ? [`col=${column}`] : []),
    `title=${property(finding.code)}`,
  ];
  const where = entry === undefined ? '' : `${place}: `;
  return `::${COMMANDS[finding.severity]} ${properties.join(',')}::${data(`${where}${message} ${remedy}`)}\n`;
}

/** As the runner undoes it. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
