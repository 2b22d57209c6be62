/**
 * YAML files of the index, read against their schema. They come in pull requests, so they are held to a plain
 * subset: no aliases, no oversize, and every fault is a Finding with its line.
 */
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Finding, Place } from '../domain/finding.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { yamlAlias } from '../rules/yaml-alias.ts';
import { yamlSchema } from '../rules/yaml-schema.ts';
import { yamlSyntax } from '../rules/yaml-syntax.ts';
import { yamlTooLarge } from '../rules/yaml-too-large.ts';
import { parsePlainYaml } from './plain-yaml.ts';

/** Characters; the files are written by hand or by this program, one a package. */
export const YAML_MAX_LENGTH = 256 * 1024;

export function readYaml<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  place: Place,
): Reading<z.output<Schema>> {
  if (text.length > YAML_MAX_LENGTH) {
    const args = { length: text.length, limit: YAML_MAX_LENGTH };
    return { value: undefined, findings: [findingOf(yamlTooLarge, place, args)] };
  }
  const plain = parsePlainYaml(text);
  if (plain !== undefined) {
    const parsed = schema.safeParse(plain);
    // Only what is right is taken from here: faults are told with the line that the real parser knows.
    if (parsed.success) return { value: parsed.data, findings: [] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { ...place, line, column: col };
  };
  if (document.errors.length > 0) {
    const findings = document.errors.map((error) =>
      findingOf(yamlSyntax, at(error.pos[0]), { problem: error.message }),
    );
    return { value: undefined, findings };
  }
  const content = contentOf(document);
  if (content === 'alias') return { value: undefined, findings: [findingOf(yamlAlias, place, {})] };
  const parsed = schema.safeParse(content.value);
  if (parsed.success) return { value: parsed.data, findings: [] };
  return {
    value: undefined,
    findings: parsed.error.issues.map((issue) => schemaFinding(document, issue, at, place)),
  };
}

/** An alias could make a small file unfold into a huge one, so none is followed. */
function contentOf(document: Document): { readonly value: unknown } | 'alias' {
  try {
    return { value: document.toJS({ maxAliasCount: 0 }) };
  } catch {
    return 'alias';
  }
}

function schemaFinding(
  document: Document,
  issue: z.core.$ZodIssue,
  at: (offset: number) => Place,
  place: Place,
): Finding {
  const path = issue.path.map(String);
  const args = { path: path.join('.'), problem: issue.message };
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(issue.path.slice(0, length), true);
    if (isNode(node) && node.range) return findingOf(yamlSchema, at(node.range[0]), args);
  }
  return findingOf(yamlSchema, place, args);
}
