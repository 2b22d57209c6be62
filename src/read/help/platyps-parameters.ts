/**
 * Parameters in platyPS Markdown: words, then blocks of facts. Up to 0.14 a block is lines of `Key: value` that look
 * like YAML and are none; from 1.0 on it is YAML with a list of parameter sets.
 */
import { parseDocument } from 'yaml';
import type { CommandParameter, PipelineInput } from '../../domain/command-help.ts';
import {
  keyedLines,
  type MarkdownPart,
  type MarkdownSection,
  sourceOf,
  unescaped,
} from './markdown-parts.ts';
import {
  defaultValue,
  isTrue,
  pipelineInput,
  pipelineOf,
  positionNumber,
  positionsFromZero,
  wordList,
} from './parameter-words.ts';
import { shortTypeName } from './type-name.ts';
import { writtenText } from './written-text.ts';

/** Characters of one block; the longest in use list a few hundred valid values. */
export const PARAMETER_BLOCK_MAX_LENGTH = 16 * 1024;

interface ParameterUse {
  readonly set: string;
  readonly isMandatory: boolean;
  readonly position: number | undefined;
  readonly pipeline: readonly PipelineInput[];
}

interface ParameterFacts {
  readonly type: string | undefined;
  readonly aliases: readonly string[];
  readonly defaultValue: string | undefined;
  readonly acceptsWildcards: boolean;
  readonly validValues: readonly string[];
  readonly uses: readonly ParameterUse[];
}

/** @param sections  those of `## PARAMETERS`; headings without a dash are about the common parameters */
export function platypsParameters(sections: readonly MarkdownSection[]): readonly CommandParameter[] {
  const found = new Map<string, CommandParameter>();
  for (const { title, parts } of sections) {
    const [, name] = /^-([^\s<]+)/.exec(unescaped(title)) ?? [];
    const key = name?.toLowerCase();
    if (name !== undefined && key !== undefined && !found.has(key))
      found.set(key, readParameter(name, parts));
  }
  return positionsFromZero([...found.values()]);
}

/** A parameter that differs between its sets has a block for each. */
function readParameter(name: string, parts: readonly MarkdownPart[]): CommandParameter {
  const blocks = parts.filter(isFactBlock);
  const facts = blocks.map(({ code }) => readFacts(code));
  const uses = facts.flatMap((fact) => fact.uses);
  const isOfAll = uses.some(({ set }) => /^(?:\(all\)|__allparametersets|)$/i.test(set));
  return {
    name,
    type: facts.find(({ type }) => type !== undefined)?.type,
    description: writtenText(sourceOf(parts.filter((part) => !isFactBlock(part)))),
    isMandatory: uses.length > 0 && uses.every(({ isMandatory }) => isMandatory),
    position: uses.find(({ position }) => position !== undefined)?.position,
    pipeline: [...new Set(uses.flatMap(({ pipeline }) => pipeline))],
    acceptsWildcards: facts.some(({ acceptsWildcards }) => acceptsWildcards),
    aliases: [...new Set(facts.flatMap(({ aliases }) => aliases))],
    defaultValue: facts.find((fact) => fact.defaultValue !== undefined)?.defaultValue,
    validValues: [...new Set(facts.flatMap(({ validValues }) => validValues))],
    parameterSets: isOfAll ? [] : [...new Set(uses.map(({ set }) => set))],
  };
}

/** A description may show YAML of its own. */
function isFactBlock(part: MarkdownPart): part is MarkdownPart & { readonly kind: 'fence' } {
  return part.kind === 'fence' && /^ya?ml$/.test(part.info) && /^(?:Type|Parameter ?Sets):/im.test(part.code);
}

function readFacts(code: string): ParameterFacts {
  const parsed = /^ParameterSets:/im.test(code) ? parseBlock(code) : undefined;
  return parsed ? factsOfYaml(parsed) : factsOfLines(keyedLines(code.split('\n')));
}

function factsOfLines(lines: ReadonlyMap<string, string>): ParameterFacts {
  const value = (...keys: readonly string[]) =>
    keys.map((key) => lines.get(key)).find((text) => text !== undefined) ?? '';
  const type = typeOf(value('type'));
  const sets = wordList(value('parameter sets'));
  const use = {
    isMandatory: isTrue(value('required', 'isrequired')),
    position: positionNumber(value('position')),
    pipeline: lines.has('accept pipeline input')
      ? pipelineInput(value('accept pipeline input'))
      : pipelineOf(isTrue(value('valuefrompipeline')), isTrue(value('valuefrompipelinebypropertyname'))),
  };
  return {
    type,
    aliases: wordList(value('aliases').replace(/^\[|\]$/g, '')),
    defaultValue: defaultValue(value('default value', 'defaultvalue'), type),
    acceptsWildcards: isTrue(value('accept wildcard characters', 'supportswildcards')),
    validValues: wordList(value('accepted values', 'acceptedvalues').replace(/^\[|\]$/g, '')),
    uses: (sets.length === 0 ? [''] : sets).map((set) => ({ set, ...use })),
  };
}

function factsOfYaml(block: ReadonlyMap<string, unknown>): ParameterFacts {
  const type = typeOf(textOf(block.get('type')));
  const sets = listOf(block.get('parametersets')).flatMap((set) => keyed(set) ?? []);
  return {
    type,
    aliases: listOf(block.get('aliases')).flatMap((alias) => wordList(textOf(alias))),
    defaultValue: defaultValue(textOf(block.get('defaultvalue')), type),
    acceptsWildcards: isTrue(textOf(block.get('supportswildcards'))),
    validValues: listOf(block.get('acceptedvalues'))
      .map(textOf)
      .filter((text) => text !== ''),
    uses: sets.map((set) => ({
      set: textOf(set.get('name')),
      isMandatory: isTrue(textOf(set.get('isrequired'))),
      position: positionNumber(textOf(set.get('position'))),
      pipeline: pipelineOf(
        isTrue(textOf(set.get('valuefrompipeline'))),
        isTrue(textOf(set.get('valuefrompipelinebypropertyname'))),
      ),
    })),
  };
}

/** Undefined when it is no YAML, or has aliases: one could make a small block unfold into a huge one. */
function parseBlock(code: string): ReadonlyMap<string, unknown> | undefined {
  if (code.length > PARAMETER_BLOCK_MAX_LENGTH) return undefined;
  try {
    // `failsafe`: every value is the text that was written, `1.0` and `on` too. Keys are not held against each other,
    // which would take the square of their number.
    const document = parseDocument(code, { prettyErrors: false, schema: 'failsafe', uniqueKeys: false });
    return document.errors.length > 0 ? undefined : keyed(document.toJS({ maxAliasCount: 0 }));
  } catch {
    return undefined;
  }
}

function keyed(value: unknown): ReadonlyMap<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return new Map(Object.entries(value).map(([key, item]) => [key.toLowerCase(), item]));
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}

function typeOf(text: string): string | undefined {
  return text === '' || writtenText(text) === undefined ? undefined : shortTypeName(text);
}
