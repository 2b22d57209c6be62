/** PowerShell's wildcards: `*`, `?` and `[a-c]`, over the whole text and in any case. */
export function wildcard(pattern: string): RegExp {
  const source = pattern.replace(/\[[^\]]*\]|[\s\S]/g, (part) => {
    if (part === '*') return '.*';
    if (part === '?') return '.';
    if (part.length > 1) return `[${part.slice(1, -1).replace(/[\\^]/g, '\\$&')}]`;
    return part.replace(/[.+^$()|[\]{}\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`, 'is');
}

export function hasWildcards(text: string): boolean {
  return /[*?[]/.test(text);
}
