/** Parameters and syntax lines of a command in a help file: the two lists of them, put together. */
import type { CommandParameter } from '../../domain/command-help.ts';
import { childrenNamed, descendant, type HelpElement } from './help-xml.ts';
import { blockText, lineText } from './maml-text.ts';
import {
  defaultValue,
  isTrue,
  pipelineInput,
  positionNumber,
  positionsFromZero,
  wordList,
} from './parameter-words.ts';
import { syntaxLine } from './syntax-line.ts';
import { shortTypeName } from './type-name.ts';

/** One per syntaxItem. */
export function mamlSyntax(name: string, command: HelpElement): readonly string[] {
  return syntaxItems(command).map((item) => {
    const parameters = childrenNamed(item, 'parameter').flatMap((element) => {
      const parameter = readParameter(element);
      return parameter ? [parameter] : [];
    });
    const shown = parameters.map(({ name, type, validValues, isMandatory, position }) => ({
      name,
      type: type === 'switch' ? undefined : (type ?? validValues.join(' | ')),
      isMandatory,
      isPositional: position !== undefined,
    }));
    // Help files leave the common parameters out, and Get-Help adds them for every command.
    return syntaxLine(lineText(descendant(item, 'name')) ?? name, shown, true);
  });
}

/** The full list, then those that only the syntax names. */
export function mamlParameters(command: HelpElement): readonly CommandParameter[] {
  const listed = childrenNamed(descendant(command, 'parameters'), 'parameter');
  const inSyntax = syntaxItems(command).flatMap((item) => childrenNamed(item, 'parameter'));
  const uses = new Map<string, CommandParameter[]>();
  for (const use of readAll(inSyntax)) {
    const key = use.name.toLowerCase();
    const known = uses.get(key);
    if (known) known.push(use);
    else uses.set(key, [use]);
  }
  const found = new Map<string, CommandParameter>();
  for (const parameter of [...readAll(listed), ...[...uses.values()].flat()]) {
    const key = parameter.name.toLowerCase();
    if (!found.has(key)) found.set(key, completed(parameter, uses.get(key) ?? []));
  }
  return positionsFromZero([...found.values()]);
}

function syntaxItems(command: HelpElement): readonly HelpElement[] {
  return childrenNamed(descendant(command, 'syntax'), 'syntaxitem');
}

function readAll(elements: readonly HelpElement[]): readonly CommandParameter[] {
  return elements.map(readParameter).filter((parameter) => parameter !== undefined);
}

/** Generators list valid values in the syntax alone, and what must be given differs between parameter sets. */
function completed(parameter: CommandParameter, uses: readonly CommandParameter[]): CommandParameter {
  const type = parameter.type === 'switch' ? uses.find((use) => use.type)?.type : parameter.type;
  const validValues = [parameter, ...uses].find((use) => use.validValues.length > 0)?.validValues ?? [];
  return {
    ...parameter,
    type: type ?? parameter.type,
    description: parameter.description ?? uses.find((use) => use.description)?.description,
    isMandatory: uses.length > 0 ? uses.every((use) => use.isMandatory) : parameter.isMandatory,
    position: parameter.position ?? uses.find((use) => use.position !== undefined)?.position,
    validValues,
  };
}

function readParameter(element: HelpElement): CommandParameter | undefined {
  const name = lineText(descendant(element, 'name'))?.replace(/^-/, '');
  if (!name) return undefined;
  const attribute = (key: string) => element.attributes.get(key) ?? '';
  const validValues = childrenNamed(descendant(element, 'parametervaluegroup'), 'parametervalue').flatMap(
    (value) => lineText(value) ?? [],
  );
  const type = typeOf(element, validValues);
  return {
    name,
    type,
    description: blockText(descendant(element, 'description')),
    isMandatory: isTrue(attribute('required')),
    position: positionNumber(attribute('position')),
    pipeline: pipelineInput(attribute('pipelineinput')),
    acceptsWildcards: isTrue(attribute('globbing')),
    aliases: wordList(attribute('aliases')),
    defaultValue: defaultValue(lineText(descendant(element, 'defaultvalue')) ?? '', type),
    validValues,
    parameterSets: [],
  };
}

/** What takes no value is a switch. Some writers say `required="false"` of every value, so a named type tells more. */
function typeOf(element: HelpElement, validValues: readonly string[]): string | undefined {
  const value = lineText(descendant(element, 'parametervalue'));
  const named = value ?? lineText(descendant(element, 'type', 'name'));
  if (named !== undefined) return shortTypeName(named);
  return validValues.length > 0 ? undefined : 'switch';
}
