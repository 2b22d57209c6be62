/**
 * URLs that packages claim: PowerShellGet 2's provider crashes on a relative one, and only http and https mean
 * anything to a reader. Feeds and pages leave out what this refuses.
 */
export function absoluteHttpUrl(text: string | undefined): string | undefined {
  // A host right after the slashes: .NET's Uri throws on `https:///path`, which JavaScript's URL repairs.
  if (text === undefined || !/^https?:\/\/[^\s/\\?#]/i.test(text)) return undefined;
  return URL.canParse(text) ? text : undefined;
}
