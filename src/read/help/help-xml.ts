/**
 * The XML of help files, which differs from that of a nuspec: several megabytes, words mixed with elements. Commands
 * are handed on one by one, so that only one of them is held as a tree. Names are lower-cased, as Get-Help reads them.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { fail, ok, type Result } from '../../domain/result.ts';

export interface HelpElement {
  /** Local name in lower case. */
  readonly name: string;
  /** By local name in lower case. */
  readonly attributes: ReadonlyMap<string, string>;
  /** In the order of the file. */
  readonly content: readonly (HelpElement | string)[];
}

/** Characters. The largest help files in use have about ten million. */
export const HELP_XML_MAX_LENGTH = 24 * 1024 * 1024;
export const HELP_XML_MAX_DEPTH = 48;
/** In one command. */
export const HELP_XML_MAX_ELEMENTS = 100_000;

/** Thrown to leave the parser; it never leaves this file. */
class Refusal extends Error {}

interface OpenElement extends HelpElement {
  readonly content: (HelpElement | string)[];
}

/** @param read  makes a command of its element; undefined leaves it out */
export function readHelpXml<T>(
  text: string,
  read: (command: HelpElement) => T | undefined,
): Result<readonly T[], string> {
  if (text.length > HELP_XML_MAX_LENGTH) {
    return fail(`has ${text.length} characters, more than the ${HELP_XML_MAX_LENGTH} that are read`);
  }
  const parser = new SaxesParser({ xmlns: true });
  const found: T[] = [];
  const open: OpenElement[] = [];
  let depth = 0;
  let elements = 0;
  parser.on('error', (error) => {
    throw new Refusal(
      `is not well-formed XML: ${error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, '')}`,
    );
  });
  parser.on('doctype', () => {
    throw new Refusal('has a document type');
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    const name = tag.local.toLowerCase();
    if (depth === 1 && name !== 'helpitems') throw new Refusal('is not of <helpItems>');
    if (depth > HELP_XML_MAX_DEPTH) throw new Refusal(`nests deeper than ${HELP_XML_MAX_DEPTH} elements`);
    if (open.length === 0 && !(depth === 2 && name === 'command')) return;
    elements = open.length === 0 ? 1 : elements + 1;
    if (elements > HELP_XML_MAX_ELEMENTS) {
      throw new Refusal(`has a command of more than ${HELP_XML_MAX_ELEMENTS} elements`);
    }
    open.push({ name, attributes: attributesOf(tag), content: [] });
  });
  const addText = (part: string) => {
    open.at(-1)?.content.push(part);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    depth -= 1;
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (parent) {
      parent.content.push(element);
      return;
    }
    const command = read(element);
    if (command !== undefined) found.push(command);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return fail(`${error.message} (line ${parser.line})`);
  }
  return ok(found);
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const found = Object.values(tag.attributes);
  if (found.length === 0) return NO_ATTRIBUTES;
  return new Map(found.map(({ local, value }) => [local.toLowerCase(), value]));
}

/** @param name  in lower case */
export function childrenNamed(element: HelpElement | undefined, name: string): readonly HelpElement[] {
  return (element?.content ?? []).filter(
    (part): part is HelpElement => typeof part !== 'string' && part.name === name,
  );
}

/** The first one down a path of names in lower case. */
export function descendant(
  element: HelpElement | undefined,
  ...names: readonly string[]
): HelpElement | undefined {
  return names.reduce((found, name) => childrenNamed(found, name)[0], element);
}
