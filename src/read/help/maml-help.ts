/** Help files in XML (`*-Help.xml`) → help of each command in them: what Get-Help shows, read without running it. */
import { absoluteHttpUrl } from '../../domain/absolute-url.ts';
import type { CommandHelp, HelpExample, HelpLink, HelpType } from '../../domain/command-help.ts';
import type { Result } from '../../domain/result.ts';
import { childrenNamed, descendant, type HelpElement, readHelpXml } from './help-xml.ts';
import { mamlParameters, mamlSyntax } from './maml-parameters.ts';
import { blockText, codeText, lineText } from './maml-text.ts';
import { exampleTitle } from './written-text.ts';

export interface MamlCommand {
  readonly name: string;
  readonly help: CommandHelp;
}

/**
 * Commands in the order of the file; its problem is half a sentence that the path goes before.
 * @param path  of the help file inside the package
 */
export function readMamlHelp(text: string, path: string): Result<readonly MamlCommand[], string> {
  return readHelpXml(text, (command) => readCommand(command, path));
}

function readCommand(command: HelpElement, path: string): MamlCommand | undefined {
  const name = lineText(descendant(command, 'details', 'name'));
  if (name === undefined) return undefined;
  const help: CommandHelp = {
    origin: 'maml',
    path,
    synopsis: blockText(descendant(command, 'details', 'description')),
    description: blockText(descendant(command, 'description')),
    syntax: mamlSyntax(name, command),
    parameters: mamlParameters(command),
    inputs: childrenNamed(descendant(command, 'inputtypes'), 'inputtype').flatMap(readType),
    outputs: childrenNamed(descendant(command, 'returnvalues'), 'returnvalue').flatMap(readType),
    examples: childrenNamed(descendant(command, 'examples'), 'example').flatMap(readExample),
    notes: joined(childrenNamed(command, 'alertset').map(blockText)),
    links: childrenNamed(descendant(command, 'relatedlinks'), 'navigationlink').flatMap(readLink),
  };
  return { name, help };
}

/** Comment-based help turned into XML has all its words in the name: the first line is the type. */
function readType(element: HelpElement): readonly HelpType[] {
  const described = blockText(descendant(element, 'description'));
  const words = joined([blockText(descendant(element, 'type', 'name')), described]);
  if (words === undefined) return [];
  const [type = '', ...rest] = words.split('\n');
  return [{ type: type.trimEnd(), description: rest.join('\n').trim() || undefined }];
}

function readExample(element: HelpElement): readonly HelpExample[] {
  const code = codeText(descendant(element, 'code'));
  const introduction = blockText(descendant(element, 'introduction'));
  const remarks = joined([
    introduction && PROMPT.test(introduction) ? undefined : introduction,
    blockText(descendant(element, 'remarks')),
  ]);
  if (code === undefined && remarks === undefined) return [];
  const title = exampleTitle(lineText(descendant(element, 'title')) ?? '');
  return [{ title, code: code ?? '', remarks }];
}

/** `PS C:\>`: introductions hold little else, and code is shown without. */
const PROMPT = /^(?:PS\b[^>\n]{0,200}|[A-Za-z]:\\(?:PS)?)>$/;

function readLink(element: HelpElement): readonly HelpLink[] {
  const text = lineText(descendant(element, 'linktext'))?.replace(/:$/, '');
  const uri = absoluteHttpUrl(lineText(descendant(element, 'uri')) ?? text);
  const shown = text ?? uri;
  return shown === undefined || shown === '' ? [] : [{ text: shown, uri }];
}

function joined(texts: readonly (string | undefined)[]): string | undefined {
  return texts.filter((text) => text !== undefined).join('\n\n') || undefined;
}
