/**
 * XML from outside, read strictly: no document type, no deep nesting, namespaces resolved. What comes out is the tree
 * of elements with their text; the first fault ends the reading.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { Place } from '../domain/finding.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { xmlDepth } from '../rules/xml-depth.ts';
import { xmlDoctype } from '../rules/xml-doctype.ts';
import { xmlSyntax } from '../rules/xml-syntax.ts';
import { xmlTooLarge } from '../rules/xml-too-large.ts';

export interface XmlElement {
  /** Local name. */
  readonly name: string;
  /** By local name; those of a namespace are left out. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Directly inside, without that of children. */
  readonly text: string;
}

export const XML_MAX_LENGTH = 1024 * 1024;
export const XML_MAX_DEPTH = 32;

/** Thrown to leave the parser; it never leaves this file. */
class Refusal extends Error {
  readonly kind: 'doctype' | 'depth' | 'syntax';

  constructor(kind: Refusal['kind'], message = '') {
    super(message);
    this.kind = kind;
  }
}

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** The root element. */
export function readXml(text: string, place: Place): Reading<XmlElement> {
  if (text.length > XML_MAX_LENGTH) {
    const args = { found: text.length, limit: XML_MAX_LENGTH };
    return { value: undefined, findings: [findingOf(xmlTooLarge, place, args)] };
  }
  const parser = new SaxesParser({ xmlns: true });
  const open: OpenElement[] = [{ name: '', attributes: new Map(), children: [], text: '' }];
  parser.on('error', (error) => {
    // The message begins with the position, which the place tells.
    throw new Refusal('syntax', error.message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''));
  });
  parser.on('doctype', () => {
    throw new Refusal('doctype');
  });
  parser.on('opentag', (tag) => {
    if (open.length > XML_MAX_DEPTH) throw new Refusal('depth');
    open.push({ name: tag.local, attributes: attributesOf(tag), children: [], text: '' });
  });
  const addText = (part: string) => {
    const element = open.at(-1);
    if (element) element.text += part;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element) open.at(-1)?.children.push(element);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const at = { ...place, line: parser.line, column: parser.column + 1 };
    return { value: undefined, findings: [refusalFinding(error, at)] };
  }
  return { value: open[0]?.children[0], findings: [] };
}

function refusalFinding(refusal: Refusal, place: Place) {
  switch (refusal.kind) {
    case 'doctype':
      return findingOf(xmlDoctype, place, {});
    case 'depth':
      return findingOf(xmlDepth, place, { limit: XML_MAX_DEPTH });
    case 'syntax':
      return findingOf(xmlSyntax, place, { problem: refusal.message });
    default:
      return refusal.kind satisfies never;
  }
}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

function attributesOf(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const found = Object.values(tag.attributes).filter(({ prefix }) => prefix === '');
  return found.length === 0 ? NO_ATTRIBUTES : new Map(found.map(({ local, value }) => [local, value]));
}
