/** Markdown that platyPS writes and turns into help files, of its formats 0.14 and 1.0 → help of one command. */
import type { CommandHelp, HelpExample, HelpType } from '../../domain/command-help.ts';
import {
  type MarkdownFile,
  type MarkdownPart,
  type MarkdownSection,
  readMarkdownParts,
  sectionsOf,
  sourceOf,
  unescaped,
} from './markdown-parts.ts';
import { platypsLinks } from './platyps-links.ts';
import { platypsParameters } from './platyps-parameters.ts';
import { shortTypeName } from './type-name.ts';
import { exampleTitle, writtenLine, writtenText } from './written-text.ts';

/** Texts stay Markdown. */
export interface PlatypsHelp extends CommandHelp {
  readonly name: string;
}

/** Characters; the longest help of one command in use has about a hundred thousand. */
export const PLATYPS_MAX_LENGTH = 1024 * 1024;

/**
 * Undefined for any other Markdown, and for pages of platyPS that are about a module.
 * @param path  of the Markdown file inside the package
 */
export function readPlatypsHelp(markdown: string, path: string): PlatypsHelp | undefined {
  if (markdown.length > PLATYPS_MAX_LENGTH) return undefined;
  const file = readMarkdownParts(markdown);
  const titleAt = file.parts.findIndex((part) => part.kind === 'heading' && part.level === 1);
  const heading = file.parts[titleAt];
  const name = heading?.kind === 'heading' ? unescaped(heading.title) : '';
  const { sections } = sectionsOf(file.parts.slice(titleAt + 1), 2);
  const section = (title: string) => sections.find((found) => found.title.toUpperCase() === title);
  const under = (title: string) => section(title)?.parts ?? [];
  if (name === '' || /\s/.test(name) || !section('SYNOPSIS')) return undefined;
  if (!isOfCommand(file) && !(file.frontMatter === undefined && section('SYNTAX'))) return undefined;
  const onlineVersion = file.frontMatter?.get('online version') || file.frontMatter?.get('helpuri');
  return {
    name,
    origin: 'markdown',
    path,
    synopsis: writtenLine(sourceOf(under('SYNOPSIS'))),
    description: writtenText(sourceOf(under('DESCRIPTION'))),
    syntax: under('SYNTAX').flatMap((part) => (part.kind === 'fence' ? syntaxLines(name, part.code) : [])),
    parameters: platypsParameters(sectionsOf(under('PARAMETERS'), 3).sections),
    inputs: readTypes(under('INPUTS')),
    outputs: readTypes(under('OUTPUTS')),
    examples: readExamples(under('EXAMPLES')),
    notes: writtenText(sourceOf(under('NOTES'))),
    links: platypsLinks(under('RELATED LINKS'), onlineVersion),
  };
}

/** Front matter can be left out by an option; then the headings alone have to tell. */
function isOfCommand({ frontMatter }: MarkdownFile): boolean {
  if (!frontMatter || frontMatter.has('module guid')) return false;
  const type = frontMatter.get('document type');
  if (type !== undefined) return type.toLowerCase() === 'cmdlet';
  return frontMatter.has('external help file') || frontMatter.has('schema');
}

/** Long lines are broken and go on behind a space; a line that begins with the command is another set. */
function syntaxLines(name: string, code: string): readonly string[] {
  const lines: string[][] = [];
  for (const line of code.split('\n')) {
    const words = line.split(/\s+/).filter((word) => word !== '');
    if (words.length === 0) continue;
    const last = lines.at(-1);
    if (last && words[0] !== name) for (const word of words) last.push(word);
    else lines.push(words);
  }
  return lines.flatMap((words) => {
    const line = writtenText(words.join(' '));
    return line?.replace(/<([^<>\s]+)>/g, (_, type: string) => `<${shortTypeName(type)}>`) ?? [];
  });
}

/** A heading a type; what stands under none has the type on its first line. */
function readTypes(parts: readonly MarkdownPart[]): readonly HelpType[] {
  const { lead, sections } = sectionsOf(parts, 3);
  const [first = '', ...rest] = (writtenText(sourceOf(lead)) ?? '').split('\n');
  const titled = sections.map((section) => ({ title: section.title, text: sourceOf(section.parts) }));
  return [{ title: first, text: rest.join('\n') }, ...titled].flatMap(({ title, text }) => {
    const type = writtenLine(unescaped(title));
    return type === undefined ? [] : [{ type, description: writtenText(text) }];
  });
}

function readExamples(parts: readonly MarkdownPart[]): readonly HelpExample[] {
  const { lead, sections } = sectionsOf(parts, 3);
  return (sections.length > 0 ? sections : [{ title: '', parts: lead }]).flatMap(readExample);
}

/** The first code, with what follows it at once, is the example: output stands in a fence of its own. */
function readExample({ title, parts }: MarkdownSection): readonly HelpExample[] {
  const shown = parts.filter((part) => part.source.trim() !== '');
  const start = shown.findIndex(({ kind }) => kind === 'fence');
  const from = start < 0 ? shown.length : start;
  const length = shown.slice(from).findIndex(({ kind }) => kind !== 'fence');
  const to = length < 0 ? shown.length : from + length;
  const code = shown
    .slice(from, to)
    .flatMap((part) => (part.kind === 'fence' && writtenText(part.code) ? [part.code] : []))
    .join('\n\n');
  const remarks = [shown.slice(0, from), shown.slice(to)]
    .flatMap((around) => writtenText(sourceOf(around)) ?? [])
    .join('\n\n');
  if (code === '' && remarks === '') return [];
  return [{ title: exampleTitle(unescaped(title)), code, remarks: remarks || undefined }];
}
