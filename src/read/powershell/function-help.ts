/** A function, or a script as a whole, → its help: what its comments say, what its parameters are. */
import type { CommandHelp } from '../../domain/command-help.ts';
import { bareCommandHelp, commentCommandHelp } from '../help/code-help.ts';
import { shortTypeName } from '../help/type-name.ts';
import { positionalTexts } from './code-constants.ts';
import type { CodeFile } from './code-files.ts';
import { isNamed, readBinding, readParameters } from './code-parameters.ts';
import { codeSignature } from './code-signature.ts';
import type { CommentHelp, CommentHelpReader } from './comment-help.ts';
import type { AttributeSyntax, BlockSyntax, FunctionSyntax, ParameterSyntax } from './syntax.ts';

/** @param name  as users type it: a prefix may make it another than the function's */
export function functionHelp(
  definition: FunctionSyntax,
  file: CodeFile,
  reader: CommentHelpReader,
  name: string,
): CommandHelp {
  const inParentheses = definition.parameters ?? [];
  const parameters = inParentheses.length > 0 ? inParentheses : (definition.body.parameters ?? []);
  return helpOf(name, definition.body, parameters, reader.ofFunction(definition), file, reader);
}

export function scriptHelp(file: CodeFile, reader: CommentHelpReader, name: string): CommandHelp {
  const { body } = file.syntax;
  return helpOf(name, body, body.parameters ?? [], reader.ofScript(), file, reader);
}

function helpOf(
  name: string,
  { attributes }: BlockSyntax,
  parameters: readonly ParameterSyntax[],
  comment: CommentHelp | undefined,
  file: CodeFile,
  reader: CommentHelpReader,
): CommandHelp {
  const read = readParameters(file.syntax.text, attributes, parameters);
  const signature = codeSignature(name, read, readBinding(attributes, parameters));
  const beside = new Map<string, string>();
  for (const parameter of parameters) {
    const text = reader.ofParameter(parameter);
    if (text !== undefined) beside.set(parameter.name.toLowerCase(), text);
  }
  const outputs = attributes.filter((item) => isNamed(item, 'OutputType')).flatMap(outputTypes);
  return comment && hasWords(comment)
    ? commentCommandHelp(comment, signature, beside, outputs, file.path)
    : bareCommandHelp(signature, beside, outputs, file.path);
}

/** `.EXTERNALHELP` alone sends readers to a file. */
function hasWords(comment: CommentHelp): boolean {
  const { synopsis, description, examples, notes, parameters } = comment;
  return (
    synopsis !== undefined ||
    description !== undefined ||
    notes !== undefined ||
    examples.length > 0 ||
    parameters.size > 0
  );
}

function outputTypes({ arguments: given = [], ...attribute }: AttributeSyntax): readonly string[] {
  return given.flatMap((argument): readonly string[] => {
    const [only] = argument.name === undefined ? (argument.value ?? []) : [];
    if (only?.kind === 'type') return [shortTypeName(only.attribute.name)];
    return positionalTexts({ ...attribute, arguments: [argument] });
  });
}
