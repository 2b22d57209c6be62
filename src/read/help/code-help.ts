/** Comment-based help and parameters → CommandHelp: the words of the author, the facts of the code. */
import type {
  CommandHelp,
  CommandParameter,
  HelpExample,
  HelpLink,
  HelpType,
} from '../../domain/command-help.ts';
import type { CodeSignature } from '../powershell/code-signature.ts';
import type { CommentHelp } from '../powershell/comment-help.ts';

/** @param parameterComments  comments beside parameters, by lower-cased name: they count where help is silent */
export function commentCommandHelp(
  comment: CommentHelp,
  signature: CodeSignature,
  parameterComments: ReadonlyMap<string, string>,
  outputs: readonly string[],
  path: string,
): CommandHelp {
  return {
    origin: 'comment',
    path,
    synopsis: comment.synopsis,
    description: comment.description,
    syntax: signature.syntax,
    parameters: signature.parameters.map((parameter) => {
      const key = parameter.name.toLowerCase();
      const description = comment.parameters.get(key) || parameter.description || parameterComments.get(key);
      return { ...parameter, description };
    }),
    inputs: comment.inputs.map(helpType),
    outputs:
      comment.outputs.length > 0
        ? comment.outputs.map(helpType)
        : outputs.map((type) => ({ type, description: undefined })),
    examples: comment.examples.map(helpExample),
    notes: comment.notes,
    links: comment.links.flatMap((link) => link.split('\n').map(helpLink)),
  };
}

/** Without any words: what the code alone says. */
export function bareCommandHelp(
  signature: CodeSignature,
  parameterComments: ReadonlyMap<string, string>,
  outputs: readonly string[],
  path: string,
): CommandHelp {
  return {
    origin: 'code',
    path,
    synopsis: undefined,
    description: undefined,
    syntax: signature.syntax,
    parameters: signature.parameters.map((parameter) => ({
      ...parameter,
      description: parameter.description ?? parameterComments.get(parameter.name.toLowerCase()),
    })),
    inputs: [],
    outputs: outputs.map((type) => ({ type, description: undefined })),
    examples: [],
    notes: undefined,
    links: [],
  };
}

/** Words from a help file, facts from the code where both speak of a parameter. */
export function joinedHelp(words: CommandHelp, facts: CommandHelp | undefined): CommandHelp {
  if (!facts) return words;
  const described = new Map(words.parameters.map((parameter) => [parameter.name.toLowerCase(), parameter]));
  const parameters = facts.parameters.map((fact): CommandParameter => {
    const word = described.get(fact.name.toLowerCase());
    return {
      ...fact,
      description: word?.description ?? fact.description,
      defaultValue: fact.defaultValue ?? word?.defaultValue,
      validValues: fact.validValues.length > 0 ? fact.validValues : (word?.validValues ?? []),
    };
  });
  return {
    ...words,
    syntax: facts.syntax.length > 0 ? facts.syntax : words.syntax,
    parameters: parameters.length > 0 ? parameters : words.parameters,
    outputs: words.outputs.length > 0 ? words.outputs : facts.outputs,
  };
}

function helpType(text: string): HelpType {
  const [type = '', ...rest] = text.split('\n');
  return { type: type.trim(), description: rest.join('\n').trim() || undefined };
}

/** Code up to the first blank line, then remarks; a prompt in front of the code is no part of it. */
function helpExample(text: string): HelpExample {
  const parted = /^([\s\S]*?)\n[ \t]*\n([\s\S]*)$/.exec(text);
  const code = (parted?.[1] ?? text).replace(
    /^(?:PS(?:[ \t]?[A-Za-z]:[^>\n]*|[ \t]*)>|[A-Za-z]:\\[^>\n]*>)[ \t]*/gm,
    '',
  );
  return { title: undefined, code: code.trim(), remarks: parted?.[2]?.trim() || undefined };
}

function helpLink(line: string): HelpLink {
  const text = line.trim();
  const uri = /^(?:.*?\s)?((?:https?:\/\/|mailto:)\S+)$/i.exec(text)?.[1];
  return { text, uri };
}
