/** The words of a MOF file, in time linear to its length, and the qualifiers and properties that they make. */

export interface MofClass {
  readonly name: string;
  readonly base: string | undefined;
  /** What stands in brackets before it. */
  readonly qualifiers: readonly string[];
  readonly members: readonly MofMember[];
}

export interface MofMember {
  readonly name: string;
  readonly type: string;
  readonly isArray: boolean;
  readonly qualifiers: readonly string[];
}

/** Comments, strings with what is escaped in them, words, single marks. What lacks its end goes to that of the file. */
const TOKEN = /\/\*[\s\S]*?(?:\*\/|$)|\/\/[^\n]*|"(?:[^"\\]|\\(?:[\s\S]|$))*(?:"|$)|\w+|[^\s\w]/g;

/** In the order of the file. Strings keep their quotes. */
export function mofClasses(text: string): readonly MofClass[] {
  const tokens: string[] = [];
  for (const [token] of text.matchAll(TOKEN)) if (!/^\/[/*]/.test(token)) tokens.push(token);
  const found: (MofClass & { readonly members: MofMember[] })[] = [];
  let qualifiers: readonly string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at] === '[') {
      const end = closingBracket(tokens, at);
      qualifiers = tokens.slice(at + 1, end);
      at = end;
    } else if (tokens[at]?.toLowerCase() === 'class' && isWord(tokens[at + 1])) {
      const base = tokens[at + 2] === ':' ? tokens[at + 3] : undefined;
      found.push({ name: tokens[at + 1] ?? '', base, qualifiers, members: [] });
      qualifiers = [];
      at += base === undefined ? 1 : 3;
    } else if (isWord(tokens[at]) && isWord(tokens[at + 1]) && qualifiers.length > 0) {
      const isArray = tokens[at + 2] === '[';
      const end = isArray ? closingBracket(tokens, at + 2) + 1 : at + 2;
      const member = { type: tokens[at] ?? '', name: tokens[at + 1] ?? '', isArray, qualifiers };
      if (tokens[end] === ';') found.at(-1)?.members.push(member);
      qualifiers = [];
      at = end;
    } else qualifiers = [];
  }
  return found;
}

/** Brackets nest in nothing here: the first that closes is it. */
function closingBracket(tokens: readonly string[], open: number): number {
  for (let at = open + 1; at < tokens.length; at++) if (tokens[at] === ']') return at;
  return tokens.length;
}

function isWord(token: string | undefined): boolean {
  return token !== undefined && /^\w/.test(token);
}

/** `Name("text")`: the string with its quotes. */
export function qualifierText(qualifiers: readonly string[], name: string): string | undefined {
  const at = qualifiers.findIndex((token) => token.toLowerCase() === name);
  const text = qualifiers[at + 2];
  return at >= 0 && qualifiers[at + 1] === '(' && text?.startsWith('"') ? text : undefined;
}

/** `Name{"a", "b"}`: the strings with their quotes. */
export function qualifierList(qualifiers: readonly string[], name: string): readonly string[] {
  const at = qualifiers.findIndex((token) => token.toLowerCase() === name);
  if (at < 0 || qualifiers[at + 1] !== '{') return [];
  const end = qualifiers.indexOf('}', at);
  return qualifiers.slice(at + 2, end < 0 ? undefined : end).filter((token) => token.startsWith('"'));
}
