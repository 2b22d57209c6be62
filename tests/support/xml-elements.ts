/**
 * XML documents as trees of elements, read by a strict parser that knows namespaces: tests ask the tree what a
 * client would see by qualified name, by local name, or by namespace.
 */
import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** As written, with its prefix: what a search by qualified name compares. */
  readonly name: string;
  readonly localName: string;
  readonly namespace: string;
  /** Under their qualified names. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Of this element and all below it. */
  readonly text: string;
  /** Whether a comment, CDATA or text other than white space stands directly in this element. */
  readonly holdsMoreThanElements: boolean;
}

type Open = { -readonly [Key in keyof XmlElement]: XmlElement[Key] } & { children: XmlElement[] };

/** The root element; throws at the first fault. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: Open[] = [];
  let root: XmlElement | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, { value }]) => [name, value]),
    );
    const element: Open = {
      name: tag.name,
      localName: tag.local,
      namespace: tag.uri,
      attributes,
      children: [],
      text: '',
      holdsMoreThanElements: false,
    };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  const take = (content: string) => {
    for (const element of open) element.text += content;
  };
  const mark = () => {
    const innermost = open.at(-1);
    if (innermost) innermost.holdsMoreThanElements = true;
  };
  parser.on('text', (content) => {
    take(content);
    if (content.trim() !== '') mark();
  });
  parser.on('cdata', (content) => {
    take(content);
    mark();
  });
  parser.on('comment', mark);
  parser.on('processinginstruction', mark);
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  if (!root) throw new Error('a document without a root element');
  return root;
}

/** The element itself and all below it, in document order. */
export function allElements(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(allElements)];
}

/** The children that a client finds which looks at local names only. */
export function childrenByLocalName(element: XmlElement, localName: string): readonly XmlElement[] {
  return element.children.filter((child) => child.localName === localName);
}
