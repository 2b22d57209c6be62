/** The text of a parameter such as `id` or `searchTerm`: OData quotes it, and clients send it with quotes, without, and with two pairs. */

/** `'it''s'` → `it's`; `az` → `az`; `''az''` → `az`; `''` → '' */
export function readStringParameter(text: string): string {
  const inner = withoutQuotes(text);
  if (inner === undefined) return text;
  // A lone quote is no text of OData, so the quotes around it were not escapes: a client that quoted twice.
  const isWellFormed = !inner.replaceAll("''", '').includes("'");
  if (isWellFormed) return inner.replaceAll("''", "'");
  return withoutQuotes(inner) ?? inner;
}

function withoutQuotes(text: string): string | undefined {
  const isQuoted = text.length >= 2 && text.startsWith("'") && text.endsWith("'");
  return isQuoted ? text.slice(1, -1) : undefined;
}
