/**
 * The rough shape of a Markdown file, as far as help is made of it: front matter, headings, fenced code, and the text
 * between. Line by line, in time linear to its length; what the text says is left as Markdown.
 */

export type MarkdownPart =
  | { readonly kind: 'heading'; readonly level: number; readonly title: string; readonly source: string }
  | { readonly kind: 'fence'; readonly info: string; readonly code: string; readonly source: string }
  | { readonly kind: 'text'; readonly source: string };

export interface MarkdownFile {
  /** By key in lower case; undefined without front matter. */
  readonly frontMatter: ReadonlyMap<string, string> | undefined;
  readonly parts: readonly MarkdownPart[];
}

export interface MarkdownSection {
  readonly title: string;
  readonly parts: readonly MarkdownPart[];
}

export function readMarkdownParts(markdown: string): MarkdownFile {
  const lines = markdown.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const end =
    lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---') : -1;
  if (end < 0) return { frontMatter: undefined, parts: partsOf(lines) };
  return { frontMatter: keyedLines(lines.slice(1, end)), parts: partsOf(lines.slice(end + 1)) };
}

/** `Key: value` a line, by key in lower case; the first of a key counts. */
export function keyedLines(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const key = line
      .slice(0, colon)
      .replace(/^[\s-]+/, '')
      .trimEnd()
      .toLowerCase();
    if (!found.has(key)) found.set(key, unquoted(line.slice(colon + 1).trim()));
  }
  return found;
}

/** What stands before the first heading of that level, and the section under each. */
export function sectionsOf(
  parts: readonly MarkdownPart[],
  level: number,
): { readonly lead: readonly MarkdownPart[]; readonly sections: readonly MarkdownSection[] } {
  const starts = parts.flatMap((part, at) => (part.kind === 'heading' && part.level === level ? [at] : []));
  const sections = starts.map((start, index) => {
    const heading = parts[start];
    const title = heading?.kind === 'heading' ? heading.title : '';
    return { title, parts: parts.slice(start + 1, starts[index + 1]) };
  });
  return { lead: parts.slice(0, starts[0]), sections };
}

/** As it stands in the file. */
export function sourceOf(parts: readonly MarkdownPart[]): string {
  return parts.map(({ source }) => source).join('\n');
}

/** Without the backslashes before punctuation. */
export function unescaped(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

function partsOf(lines: readonly string[]): readonly MarkdownPart[] {
  const found: MarkdownPart[] = [];
  let textFrom = 0;
  const endText = (at: number) => {
    if (at > textFrom) found.push({ kind: 'text', source: lines.slice(textFrom, at).join('\n') });
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const heading = /^ {0,3}(#{1,6})(?=[ \t]|$)/.exec(line);
    if (heading) {
      endText(at);
      const level = heading[1]?.length ?? 1;
      found.push({
        kind: 'heading',
        level,
        title: headingTitle(line.slice(heading[0].length)),
        source: line,
      });
      textFrom = at + 1;
      continue;
    }
    const fence = openingFence(line);
    if (!fence) continue;
    endText(at);
    const close = closingFence(lines, at + 1, fence.mark);
    const source = lines.slice(at, close + 1).join('\n');
    found.push({ kind: 'fence', info: fence.info, code: lines.slice(at + 1, close).join('\n'), source });
    at = close;
    textFrom = close + 1;
  }
  endText(lines.length);
  return found;
}

function headingTitle(text: string): string {
  const title = text.trim();
  const withoutMarks = title.slice(0, endBefore(title, '#'));
  // `# C#` keeps its mark: only marks parted by a space close a heading.
  return withoutMarks === '' || /\s$/.test(withoutMarks.slice(-1)) ? withoutMarks.trimEnd() : title;
}

function endBefore(text: string, mark: string): number {
  let end = text.length;
  while (end > 0 && text[end - 1] === mark) end--;
  return end;
}

function openingFence(line: string): { readonly mark: string; readonly info: string } | undefined {
  const [, mark = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (mark === '' || (mark.startsWith('`') && info.includes('`'))) return undefined;
  return { mark, info: info.trim().toLowerCase() };
}

/** The line that closes, or the end of the file. */
function closingFence(lines: readonly string[], from: number, mark: string): number {
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').trim();
    if (line.length >= mark.length && endBefore(line, mark[0] ?? '') === 0) return at;
  }
  return lines.length;
}

function unquoted(text: string): string {
  const quote = text[0];
  const isQuoted = text.length > 1 && (quote === "'" || quote === '"') && text.endsWith(quote);
  return isQuoted ? text.slice(1, -1) : text;
}
