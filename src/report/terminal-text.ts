/**
 * Findings for a terminal: those of one place together, errors first. What a package says is quoted in them, so
 * control characters are shown, not sent.
 */
import type { Finding, Severity } from '../domain/finding.ts';
import { findingText, placeText } from './finding-text.ts';
import { printable, printableLine } from './printable.ts';

export interface TerminalStyle {
  /** Whether escape sequences for colour are understood and wanted. */
  readonly isColoured: boolean;
}

const ORDER: readonly Severity[] = ['error', 'warning', 'note'];
const COLOURS: Readonly<Record<Severity, string>> = { error: '31', warning: '33', note: '36' };

/** '' for none; else lines, the last of which tells the number of each severity. */
export function formatFindings(findings: readonly Finding[], style: TerminalStyle): string {
  if (findings.length === 0) return '';
  const places = new Map<string, Finding[]>();
  for (const finding of sorted(findings)) {
    const place = placeText(finding.place);
    places.set(place, [...(places.get(place) ?? []), finding]);
  }
  const blocks = [...places].map(([place, found]) =>
    [paint(printableLine(place), '1', style), ...found.map((finding) => formatFinding(finding, style))].join(
      '\n',
    ),
  );
  return `${blocks.join('\n\n')}\n\n${countText(findings)}\n`;
}

/** `2 errors, 1 warning` */
export function countText(findings: readonly Finding[]): string {
  const counts = ORDER.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`;
  });
  return counts.filter((text) => text !== '').join(', ') || 'no findings';
}

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function formatFinding(finding: Finding, style: TerminalStyle): string {
  const { message, remedy } = findingText(finding);
  const label = paint(finding.severity, COLOURS[finding.severity], style);
  const code = paint(finding.code, '2', style);
  return `  ${label}: ${indented(message)} ${code}\n${sourceLines(finding, style)}    → ${indented(remedy)}`;
}

/** The line that is meant, with a mark below the column. */
function sourceLines({ place: { source, line, column } }: Finding, style: TerminalStyle): string {
  if (source === undefined || line === undefined || source.trim() === '') return '';
  const shown = printableLine(source.replaceAll('\t', ' '));
  const number = `${line}`;
  const head = `      ${paint(`${number} |`, '2', style)} ${shown}\n`;
  // Escaped characters take more room than one, so a mark under such a line would be somewhere else.
  if (column === undefined || column > source.length || shown.length !== source.length) return head;
  return `${head}      ${paint(`${' '.repeat(number.length)} |`, '2', style)} ${' '.repeat(column - 1)}^\n`;
}

function indented(text: string): string {
  return printable(text).replaceAll('\n', '\n    ');
}

function paint(text: string, colour: string, { isColoured }: TerminalStyle): string {
  return isColoured ? `\u001b[${colour}m${text}\u001b[0m` : text;
}
