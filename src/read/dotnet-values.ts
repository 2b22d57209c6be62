/** What .NET takes for a version and for a GUID: PowerShell converts the texts of a manifest by these. */

const VERSION_PART = /^[\t-\r ]*[+-]?\d{1,40}[\t-\r ]*$/;
const LARGEST_PART = 2 ** 31 - 1;

const PLAIN = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/i;
const HYPHENATED = /^([0-9a-f]{8})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{4})-([0-9a-f]{12})$/i;
/** Braces or parentheses stand around hyphens only. */
const WRAPPED = /^(?:\{([^{}]*)\}|\(([^()]*)\))$/;

/** System.Version: two to four numbers that fit into 31 bits, each with blanks and a sign if it likes. */
export function isDotNetVersion(text: string): boolean {
  const parts = text.split('.', 5);
  return parts.length >= 2 && parts.length <= 4 && parts.every(isVersionPart);
}

function isVersionPart(part: string): boolean {
  if (!VERSION_PART.test(part)) return false;
  const value = Number(part);
  return value >= 0 && value <= LARGEST_PART;
}

/** A GUID as PowerShell shows it, in lower case with hyphens; undefined when System.Guid would refuse the text. */
export function parseDotNetGuid(text: string): string | undefined {
  const trimmed = text.trim();
  const wrapped = WRAPPED.exec(trimmed);
  const match = wrapped
    ? HYPHENATED.exec(wrapped[1] ?? wrapped[2] ?? '')
    : (HYPHENATED.exec(trimmed) ?? PLAIN.exec(trimmed));
  return match?.slice(1).join('-').toLowerCase();
}
