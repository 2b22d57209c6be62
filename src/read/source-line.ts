/** The line of a text that a finding is about, beside its place: readers see at once what is meant. */
import type { Finding } from '../domain/finding.ts';

/** Longer lines are cut: they are data, or an attack. */
const MAX_LENGTH = 200;

export function withSourceLines(findings: readonly Finding[], text: string): readonly Finding[] {
  if (findings.every(({ place }) => place.line === undefined || place.source !== undefined)) return findings;
  const lines = text.split(/\r\n|\r|\n/);
  return findings.map((finding) => {
    const { line, source } = finding.place;
    const found = line === undefined ? undefined : lines[line - 1];
    if (found === undefined || source !== undefined) return finding;
    return { ...finding, place: { ...finding.place, source: found.slice(0, MAX_LENGTH).trimEnd() } };
  });
}
