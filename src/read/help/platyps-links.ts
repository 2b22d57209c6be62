/** `## RELATED LINKS` of platyPS Markdown: links, or bare names of commands and topics, a line each. */
import { absoluteHttpUrl } from '../../domain/absolute-url.ts';
import type { HelpLink } from '../../domain/command-help.ts';
import { type MarkdownPart, sourceOf, unescaped } from './markdown-parts.ts';
import { writtenLine } from './written-text.ts';

/** @param onlineVersion  address in the front matter, which `Get-Help -Online` opens */
export function platypsLinks(
  parts: readonly MarkdownPart[],
  onlineVersion: string | undefined,
): readonly HelpLink[] {
  const text = sourceOf(parts.filter((part) => part.kind === 'text'));
  const links = text.split('\n').flatMap(linksOfLine);
  const online = absoluteHttpUrl(onlineVersion);
  if (online === undefined || links.some(({ uri }) => uri === online)) return links;
  return [{ text: 'Online Version', uri: online }, ...links];
}

function linksOfLine(line: string): readonly HelpLink[] {
  const written = writtenLine(line.replace(/^\s*[-*+]\s/, ''));
  if (written === undefined) return [];
  const pieces = written.split('](');
  if (pieces.length === 1) return linkOf(unescaped(written), written.replace(/^<|>$/g, ''));
  return pieces.slice(1).flatMap((piece, index) => {
    const before = pieces[index] ?? '';
    return linkOf(unescaped(before.slice(before.lastIndexOf('[') + 1)), targetOf(piece));
  });
}

/** The address up to the parenthesis that closes, without a title. */
function targetOf(text: string): string {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '(') depth += 1;
    else if (character === ' ' || (character === ')' && depth-- === 0)) return text.slice(0, at);
  }
  return text;
}

function linkOf(text: string, target: string): readonly HelpLink[] {
  const uri = absoluteHttpUrl(target);
  const shown = writtenLine(text)?.replace(/:$/, '') || uri;
  return shown === undefined ? [] : [{ text: shown.replace(/^<|>$/g, ''), uri }];
}
