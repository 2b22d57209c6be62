/** Words about a parameter that help files in XML and in Markdown spell alike: both came out of one generator. */
import type { CommandParameter, PipelineInput } from '../../domain/command-help.ts';

/**
 * `True (ByPropertyName, ByValue)` → both; `ByValue (True), ByName (False)` → value. A bare `True` does not say how:
 * the whole object is what authors mean by it.
 */
export function pipelineInput(text: string): readonly PipelineInput[] {
  const words = text.toLowerCase().replace(/\s+/g, '');
  if (words.startsWith('by')) {
    const isProperty = words.includes('byname(true)') || words.includes('bypropertyname(true)');
    return pipelineOf(words.includes('byvalue(true)'), isProperty);
  }
  if (!words.startsWith('true')) return [];
  return words === 'true'
    ? ['value']
    : pipelineOf(words.includes('byvalue'), words.includes('bypropertyname'));
}

export function pipelineOf(isValue: boolean, isProperty: boolean): readonly PipelineInput[] {
  return [...(isValue ? (['value'] as const) : []), ...(isProperty ? (['property'] as const) : [])];
}

/** Parted by commas; `none` stands for none. */
export function wordList(text: string): readonly string[] {
  const words = text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return words.length === 1 && words[0]?.toLowerCase() === 'none' ? [] : words;
}

export function isTrue(text: string | undefined): boolean {
  return text?.trim().toLowerCase() === 'true';
}

/** Undefined for `named`. */
export function positionNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,4}\s*$/.test(text) ? Number(text) : undefined;
}

/** Generators write `None` where there is none, and `False` for every switch. */
export function defaultValue(text: string, type: string | undefined): string | undefined {
  const value = text.trim();
  if (value === '' || value.toLowerCase() === 'none') return undefined;
  return type === 'switch' && value.toLowerCase() === 'false' ? undefined : value;
}

/** Functions are documented from 1 and cmdlets from 0: where none stands at 0, the count began at 1. */
export function positionsFromZero(parameters: readonly CommandParameter[]): readonly CommandParameter[] {
  if (parameters.some(({ position }) => position === 0)) return parameters;
  return parameters.map((parameter) =>
    parameter.position === undefined ? parameter : { ...parameter, position: parameter.position - 1 },
  );
}
